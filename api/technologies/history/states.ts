import type { AuditEntry } from '../../audit/trail.ts'

/** A technology as the registry holds it: fields by name, with ids; and every piece of evidence that was ever its own, by id. */
export interface RecordState {
  fields: Readonly<Record<string, unknown>>
  evidence: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** The evidence that is with it at this moment: a merge brings some. */
  here: ReadonlySet<string>
}

export type Entry = Pick<AuditEntry, 'seq' | 'action' | 'objectId' | 'details'>

/** Before a technology was entered there was nothing. */
const nothing: RecordState = { fields: {}, evidence: new Map(), here: new Set() }

/**
 * The state after each act, from the present one: what an act did is taken back, the last first. Of `trail` (oldest first) are all acts
 * on the technology and on its evidence. Going back needs no more than each act's own note, so it holds for acts of earlier versions too.
 */
export function* statesBackwards<E extends Entry>(
  present: RecordState,
  trail: readonly E[],
): Generator<{ entry: E; after: RecordState; before: RecordState }> {
  let after = present
  for (const entry of trail.toReversed()) {
    const before = stateBefore(after, entry, trail)
    yield { entry, after, before }
    after = before
  }
}

/** The state after one act; undefined where the trail does not hold it. */
export function stateAfter(present: RecordState, trail: readonly Entry[], seq: number): RecordState | undefined {
  for (const { entry, after } of statesBackwards(present, trail)) if (entry.seq === seq) return after
  return undefined
}

function stateBefore(state: RecordState, entry: Entry, trail: readonly Entry[]): RecordState {
  const [kind, act] = entry.action.split('.') as [string, string]
  if (entry.action === 'technology.enter') return nothing
  if (/^technology\.(merge|unmerge)$/.test(entry.action)) return beforeMerging(state, entry, act === 'merge', trail)
  if (kind === 'technology') return { ...state, fields: { ...state.fields, ...oldOf(entry.details, act) } }
  if (kind !== 'evidence') return state
  if (act === 'add') return { ...state, here: without(state.here, [entry.objectId]) }
  const old = { ...state.evidence.get(entry.objectId), ...oldOf(entry.details, act) }
  return { ...state, evidence: new Map(state.evidence).set(entry.objectId, old) }
}

/** The values before, of a note that holds fields as `{ before, after }`. What archives or returns something may be noted by its name alone. */
function oldOf(details: Record<string, unknown>, act: string): Record<string, unknown> {
  const changed = Object.entries(details).filter(([, value]) => isChange(value))
  if (changed.length === 0 && (act === 'archive' || act === 'return')) return { archived: act === 'return' }
  return Object.fromEntries(changed.map(([field, value]) => [field, (value as Change).before]))
}

interface Change {
  before: unknown
  after: unknown
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'before' in value && 'after' in value
}

interface Merging {
  merge: string
  survivor: string
  merged: string
  moved?: { evidence: string[] }
  fields?: Record<string, unknown>
}

/** A merge brings evidence to the survivor, and taking it back takes that away; the merged technology goes on showing what it had. */
function beforeMerging(state: RecordState, entry: Entry, isMerge: boolean, trail: readonly Entry[]): RecordState {
  const details = entry.details as unknown as Merging
  const fields = { ...state.fields, ...oldOf(details.fields ?? {}, '') }
  if (details.survivor !== entry.objectId) return { ...state, fields }
  const moved = movedBy(details, trail)
  return { ...state, fields, here: isMerge ? without(state.here, moved) : new Set([...state.here, ...moved]) }
}

function movedBy({ merge, moved }: Merging, trail: readonly Entry[]): string[] {
  const same = trail.find(({ action, details }) => action === 'technology.merge' && details.merge === merge)
  return (moved ?? (same?.details as unknown as Merging | undefined)?.moved)?.evidence ?? []
}

function without(all: ReadonlySet<string>, some: readonly string[]): Set<string> {
  const left = new Set(all)
  for (const one of some) left.delete(one)
  return left
}
