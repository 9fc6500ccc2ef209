import { evidenceWithIds } from '../../../db/evidence.ts'
import type { Database } from '../../../db/open.ts'
import { besideOf, idsInside, namesFor, type TrailEntry, trailOf } from '../../../db/technology-trail.ts'
import type { Evidence, Technology } from '../../contract/technologies.ts'
import type { TechnologyChange, TechnologyChangeList, TechnologyComparison } from '../../contract/technology-changes.ts'
import { Refusal } from '../../refusal.ts'
import { getTechnology } from '../commands.ts'
import type { TechnologyScope } from '../scope.ts'
import { compared, differences, fieldsFor, fieldsOfEvidence, type Names } from './shown.ts'
import { type RecordState, stateAfter, statesBackwards } from './states.ts'

/** The acts on a technology, the newest first, a page at a time; `before` is the number of the entry from which to go on. */
export async function readChanges(
  db: Database,
  reference: string,
  scope: TechnologyScope,
  page: { before: number | null; limit: number },
): Promise<TechnologyChangeList> {
  const all = toldOf(await historyOf(db, reference, scope))
  const from = page.before === null ? all : all.filter(({ seq }) => seq < page.before!)
  const items = from.slice(0, page.limit)
  return { items, total: all.length, nextCursor: from.length > items.length ? String(items.at(-1)!.seq) : null }
}

/** A technology as it was after two acts of its history, where they differ. Throws 404 for an act that its history does not hold. */
export async function readComparison(
  db: Database,
  reference: string,
  scope: TechnologyScope,
  seqs: { from: number; to: number },
): Promise<TechnologyComparison> {
  const history = await historyOf(db, reference, scope)
  const told = toldOf(history)
  const [from, to] = [seqs.from, seqs.to].map((seq) => {
    const entry = told.find((one) => one.seq === seq)
    if (!entry) throw new Refusal('not-found', `The history of this technology holds no act ${seq}.`)
    // What happened to files, notes and outcomes changes no field: the state is that after the last act before.
    return { seq, at: entry.at, state: stateAfter(history.present, history.trail, seq)! }
  }) as [Side, Side]
  const isVisible = (id: string) => history.evidence.has(id)
  return {
    from: { seq: from.seq, at: from.at },
    to: { seq: to.seq, at: to.at },
    fields: differences(from.state.fields, to.state.fields, fieldsFor(history.isScanTeam), history.names),
    evidence: compared(from.state, to.state, isVisible, history.names),
  }
}

type Side = { seq: number; at: string; state: RecordState }

interface History {
  technology: Technology
  isScanTeam: boolean
  present: RecordState
  trail: TrailEntry[]
  names: Names
  /** What each object that the reader may know of is called, by id; null where it is not said. */
  called: ReadonlyMap<string, string | null>
  /** The evidence that the reader may know of. */
  evidence: ReadonlySet<string>
}

async function historyOf(db: Database, reference: string, scope: TechnologyScope): Promise<History> {
  const seen = await getTechnology(db, reference, scope)
  const isScanTeam = scope === 'registry'
  const whole = isScanTeam ? seen : await getTechnology(db, seen.id)
  const own = await trailOf(db, { technology: [seen.id] })
  const evidence = [...whole.evidence, ...(await movedAway(db, whole, own))]
  const beside = await besideOf(
    db,
    seen.id,
    evidence.map(({ id }) => id),
  )
  const visible = isScanTeam ? evidence : seen.evidence
  const files = isScanTeam ? beside.files : seen.files
  const outcomes = beside.outcomes.filter((one) => isScanTeam || !one.withdrawn)
  const called = new Map<string, string | null>([
    [seen.id, null],
    ...visible.map(({ id, text }) => [id, text] as const),
    ...files.map(({ id, name }) => [id, name] as const),
    ...outcomes.map(({ id, text }) => [id, text] as const),
    ...(isScanTeam ? beside.notes.map(({ id }) => [id, null] as const) : []),
  ])
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  const trail = await trailOf(db, {
    ...{ technology: [seen.id], evidence: ids(evidence), 'evidence-file': ids(beside.files) },
    ...{ 'technology-note': ids(beside.notes), outcome: ids(beside.outcomes) },
  })
  const names = await namesFor(db, idsIn(trail, whole))
  for (const { id, text } of visible) names.set(id, text)
  const present = await presentState(db, whole, evidence)
  return { technology: whole, isScanTeam, present, trail, names, called, evidence: new Set(ids(visible)) }
}

/** Evidence that a merge has taken to another technology. */
async function movedAway(db: Database, { evidence }: Technology, own: readonly TrailEntry[]): Promise<Evidence[]> {
  const moved = own.flatMap(({ action, details }) =>
    action === 'technology.merge' ? ((details.moved as { evidence?: string[] } | undefined)?.evidence ?? []) : [],
  )
  const here = new Set(evidence.map(({ id }) => id))
  const away = [...new Set(moved)].filter((id) => !here.has(id))
  return away.length === 0 ? [] : evidenceWithIds(db, away)
}

async function presentState(db: Database, whole: Technology, evidence: readonly Evidence[]): Promise<RecordState> {
  const { owner, archive } = whole
  const inside = { owner: owner?.id ?? null, reason: archive?.reason ?? null, note: archive?.note ?? '' }
  return {
    fields: { ...whole, ...(await idsInside(db, whole.id)), ...inside },
    evidence: new Map(evidence.map((one) => [one.id, { ...one }])),
    here: new Set(whole.evidence.map(({ id }) => id)),
  }
}

const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** All ids of which a field may have held one, for their names. */
function idsIn(trail: readonly TrailEntry[], { owner }: Technology): string[] {
  const found = new Set(owner ? [owner.id] : [])
  for (const { details } of trail) for (const id of JSON.stringify(details).match(anId) ?? []) found.add(id)
  return [...found]
}

/** What the reader is told, the newest first. */
function toldOf(history: History): TechnologyChange[] {
  const told: TechnologyChange[] = []
  for (const { entry, before, after } of statesBackwards(history.present, history.trail)) {
    const changes = changesOf(entry, before, after, history)
    if (!isTold(entry, history, before, after) || (!history.isScanTeam && isEmptyChange(entry, changes))) continue
    const of = /^technology\.(un)?merge$/.test(entry.action)
      ? otherOf(entry, history)
      : history.called.get(entry.objectId)!
    const { seq, at, action } = entry
    told.push({ seq, at, by: history.isScanTeam ? entry.by : null, action, of, changes })
  }
  return told
}

/** Others are not told of merges, nor of what they may not know of; nobody of what happened to evidence while it was elsewhere. */
function isTold(
  { action, objectKind, objectId }: TrailEntry,
  history: History,
  before: RecordState,
  after: RecordState,
) {
  if (!history.called.has(objectId)) return false
  if (objectKind === 'evidence') return before.here.has(objectId) || after.here.has(objectId)
  return history.isScanTeam || !/merge$/.test(action)
}

const isEmptyChange = ({ action }: TrailEntry, changes: readonly unknown[]) =>
  action === 'technology.change' && changes.length === 0

function changesOf(
  { action, objectKind, objectId, details }: TrailEntry,
  before: RecordState,
  after: RecordState,
  { isScanTeam, names }: History,
) {
  if (objectKind === 'evidence') {
    const was = action === 'evidence.add' ? {} : (before.evidence.get(objectId) ?? {})
    return differences(was, after.evidence.get(objectId) ?? {}, fieldsOfEvidence, names)
  }
  if (objectKind !== 'technology') return []
  const changes = differences(before.fields, after.fields, fieldsFor(isScanTeam), names)
  const entered = action === 'technology.enter' ? Number((details.after as { evidence?: number })?.evidence ?? 0) : 0
  return entered > 0 ? [...changes, { field: 'evidence', before: null, after: entered }] : changes
}

/** The name of the other technology of a merge. */
function otherOf({ objectId, details }: TrailEntry, { names }: History): string | null {
  const other = details.survivor === objectId ? details.merged : details.survivor
  return names.get(String(other)) ?? null
}
