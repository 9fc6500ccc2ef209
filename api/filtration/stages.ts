import type { ExitReason } from '../contract/exits.ts'

/** How far something has come in one scan. What was spotted are signals; from the candidate on, technologies. */
export const stages = ['spotted', 'candidate', 'in-scan', 'in-edition'] as const
export type Stage = (typeof stages)[number]

/**
 * What has become of it at the furthest stage it reached: a signal `went-on` to a technology, a technology was `adopted` by an
 * outcome, either was `parked` with a reason, a candidate was `not-asked` by a scan that has ended; or it waits.
 */
export const fates = ['went-on', 'adopted', 'parked', 'not-asked', 'waiting'] as const
export type Fate = (typeof fates)[number]

/** Why it was parked; what was archived before reasons were asked for has none. */
export type ParkedFor = ExitReason | 'not-given'

/** In which instants something is spotted for a scan: from the first, where there is one, up to but without the last. */
export interface Window {
  from: string | null
  to: string
}

interface DatedScan {
  id: string
  frozenAt: string | null
}

/**
 * A scan's window begins when the scan before it was frozen, or with the registry, and ends when it was itself, or `now`.
 * `scans` are all of them, the newest start year first; one before it that was frozen later, or not yet, marks no beginning.
 */
export function windowOf(scan: DatedScan, scans: readonly DatedScan[], now: string): Window {
  const to = scan.frozenAt ?? now
  const before = scans.slice(scans.findIndex(({ id }) => id === scan.id) + 1)
  const frozen = before.flatMap(({ frozenAt }) => (frozenAt !== null && frozenAt < to ? [frozenAt] : []))
  return { from: frozen.toSorted().at(-1) ?? null, to }
}

/** What the registry knows of a technology that decides how far it came in a scan. */
export interface TechnologyFacts {
  createdAt: string
  /** When it was archived, or null where it is not. */
  archivedAt: string | null
  archivedReason: ExitReason | null
  inScan: boolean
  /** Whether a published edition of the scan holds it. */
  inEdition: boolean
  /** The day of the first outcome that stands by which it was adopted. */
  adoptedOn: string | null
}

export interface Standing {
  stage: Stage
  fate: Fate
  /** Where it was parked. */
  reason: ParkedFor | null
}

/**
 * How far a technology came, and what became of it; null where it never was a candidate of this scan: entered after its
 * window, or archived or adopted before it. `ended` says that the scan has published, and asks no more.
 */
export function standingOf(facts: TechnologyFacts, window: Window, ended: boolean): Standing | null {
  if (!facts.inScan && !isCandidate(facts, window)) return null
  const stage = facts.inEdition ? 'in-edition' : facts.inScan ? 'in-scan' : 'candidate'
  if (facts.adoptedOn !== null) return { stage, fate: 'adopted', reason: null }
  if (facts.archivedAt !== null) return { stage, fate: 'parked', reason: facts.archivedReason ?? 'not-given' }
  return { stage, fate: stage === 'candidate' && ended ? 'not-asked' : 'waiting', reason: null }
}

function isCandidate({ createdAt, archivedAt, adoptedOn }: TechnologyFacts, { from, to }: Window): boolean {
  if (createdAt >= to) return false
  if (from === null) return true
  const leftBefore = (archivedAt !== null && archivedAt < from) || (adoptedOn !== null && adoptedOn < from.slice(0, 10))
  return !leftBefore
}
