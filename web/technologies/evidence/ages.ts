import type { Evidence } from '../../../api/contract/technologies.ts'
import { isBefore, isOverdue, newestOf, newnessOf, staleBefore } from '../../../api/technologies/ageing.ts'
import { evidenceKindNames } from '../../shared/evidence-words.ts'
import { count, dateLabel } from '../../shared/words.ts'
import { newestFirst } from './order.ts'

type Piece = Pick<Evidence, 'id' | 'kind' | 'date' | 'dateRole' | 'retrievedOn' | 'sourceYear'>

/** What counts as old: the day it is, and after how many years. */
export interface Age {
  today: string
  years: number
}

/** What to say of a piece of evidence because time has passed; nothing where it is as it should be. */
export function ageFlags(evidence: Piece, { today, years }: Age): string[] {
  const newness = newnessOf(evidence)
  const flags: string[] = []
  if (isOverdue(evidence, today)) flags.push(`Planned for ${dateLabel(evidence.date!)}: has it happened?`)
  if (newness !== null && isBefore(newness, staleBefore(today, years))) flags.push(`Older than ${count(years, 'year')}`)
  return flags
}

/** "Newest evidence: March 2025 · 2 of 5 older than 3 years". */
export function ageSummary(evidence: readonly Piece[], { today, years }: Age): string {
  const newest = newestOf(evidence)
  if (newest === null) return ''
  const limit = staleBefore(today, years)
  const old = evidence.filter((one) => isBefore(newnessOf(one) ?? '9999', limit)).length
  const said = `Newest evidence: ${dateLabel(newest)}`
  return old === 0 ? said : `${said} · ${old} of ${evidence.length} older than ${count(years, 'year')}`
}

/** By kind, in the order of the form; in each kind the newest first. */
export function byKind<E extends Piece>(evidence: readonly E[]): { kind: E['kind']; items: E[] }[] {
  const kinds = Object.keys(evidenceKindNames) as E['kind'][]
  return kinds
    .map((kind) => ({ kind, items: newestFirst(evidence.filter((one) => one.kind === kind)) }))
    .filter(({ items }) => items.length > 0)
}
