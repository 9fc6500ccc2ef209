import type { By } from '../api/audit/perform.ts'
import { nominateOpenly } from '../api/nominations/commands.ts'
import { nominate } from '../api/signals/commands.ts'
import { triageSignal } from '../api/signals/triage-commands.ts'
import type { Registry } from '../db/open.ts'
import { leadNominations, openNominations } from './nominations.ts'

const any = { kind: 'any' } as const
const dayMs = 24 * 3_600_000

interface Team {
  scanner: string
  lead: string
  /** The present scan. */
  scan: string
}

/** What reached the scan team: nominations, one of them linked already, and a stage held to be out of date. */
export async function fillInbox(registry: Registry, { scanner, lead, scan }: Team, now: Date): Promise<void> {
  const by = (account: string | null, days: number): By => ({
    account,
    at: new Date(now.getTime() - days * dayMs).toISOString(),
  })
  for (const { days, request } of leadNominations) await nominate(registry, { ...request, scan }, by(lead, days))
  const opened: string[] = []
  for (const { days, request } of openNominations)
    opened.push((await nominateOpenly(registry, request, by(null, days))).id)
  const watch = 'smartwatch-detection-of-atrial-fibrillation'
  await triageSignal(registry, opened[1]!, { kind: 'link', technology: watch, evidence: null }, any, by(scanner, 2))
}
