import type { Database } from '../../db/open.ts'
import { withoutDatedSource } from '../../db/scan-entry.ts'
import { Refusal } from '../refusal.ts'

const mostNamed = 10

type Candidate = { id: string; name: string }

/**
 * What enters a scan rests on something: one source with a date at least, or with the day on which it was read. Refuses, naming them,
 * technologies that the scan does not hold yet and that have none.
 */
export async function ensureMayEnter(trx: Database, scan: string, technologies: readonly Candidate[]): Promise<void> {
  const { cannot } = await partedByEntry(trx, scan, technologies)
  if (cannot.length === 0) return
  const names = cannot.slice(0, mostNamed).map(({ name }) => name)
  const more = cannot.length > mostNamed ? ` and ${cannot.length - mostNamed} more` : ''
  throw new Refusal(
    'conflict',
    `Without a dated source a technology cannot enter a scan: ${names.join(', ')}${more}. Add evidence with its date, or with the day on which you read a source that shows none.`,
  )
}

/** Those that may be in a scan, and those that cannot enter it for want of a dated source. */
export async function partedByEntry<T extends Candidate>(trx: Database, scan: string, technologies: readonly T[]) {
  const without = await withoutDatedSource(
    trx,
    scan,
    technologies.map(({ id }) => id),
  )
  return {
    may: technologies.filter(({ id }) => !without.has(id)),
    cannot: technologies.filter(({ id }) => without.has(id)),
  }
}
