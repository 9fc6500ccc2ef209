import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { headOfTrail } from '../../db/audit.ts'
import { namedPeople, namesOfObjects, namesOfTokens } from '../../db/audit-names.ts'
import {
  countEntries,
  distinctOf,
  entriesBetween,
  type FoundEntry,
  newestOf,
  type TrailFilter,
} from '../../db/audit-search.ts'
import type { Database } from '../../db/open.ts'
import type { AuditChoices, AuditEntry, AuditFilters, AuditList } from '../contract/audit.ts'
import { startOfDay } from './days.ts'
import { pageOf } from './object-page-reader.ts'
import type { KeptEntry } from './trail.ts'
import { actionName, wayOf } from './words.ts'

/** A page of the trail, the newest first, below an entry's number. */
export async function readTrail(
  db: Database,
  filters: AuditFilters,
  { below, limit }: { below: number | undefined; limit: number },
): Promise<AuditList> {
  const filter = await filterOf(db, filters)
  const found = await newestOf(db, filter, { below, limit: limit + 1 })
  const items = await withNames(db, found.slice(0, limit))
  const total = await totalOf(db, filter)
  return { items, total, nextCursor: found.length > limit ? String(items.at(-1)!.seq) : null }
}

/** Entries, each with what its digest covers. */
export type Batch = { entry: AuditEntry; kept: KeptEntry }[]

const atOnce = 2_000

/** All that fits, the oldest first, some at a time, up to the entry that is the last one now. */
export async function* trailFor(db: Database, filters: AuditFilters): AsyncGenerator<Batch> {
  const filter = await filterOf(db, filters)
  const last = (await headOfTrail(db))?.seq ?? 0
  for (let after = 0; after < last; after += atOnce) {
    const found = await entriesBetween(db, filter, after, Math.min(after + atOnce, last))
    const entries = await withNames(db, found)
    if (entries.length > 0) yield entries.map((entry, i) => ({ entry, kept: withoutAddress(found[i]!) }))
    await turnOfOthers()
  }
}

const withoutAddress = ({ address: _, ...kept }: FoundEntry): KeptEntry => kept

export async function readChoices(db: Database): Promise<AuditChoices> {
  return { actions: await distinctOf(db, 'action'), people: await namedPeople(db) }
}

async function filterOf(db: Database, filters: AuditFilters): Promise<TrailFilter> {
  const { actor, action, kind, object, from, to, via, q } = filters
  return {
    actor: actor === 'nobody' ? null : actor,
    actions: action && [...new Set(action)],
    kind,
    object,
    from: from && startOfDay(from),
    before: to && startOfDay(to, 1),
    ways: via,
    anyOf: q ? await anyOf(db, q.toLowerCase()) : undefined,
  }
}

async function anyOf(db: Database, text: string) {
  const actions = (await distinctOf(db, 'action')).filter(
    (action) => action.includes(text) || actionName(action).toLowerCase().includes(text),
  )
  return { actions, kinds: await distinctOf(db, 'object_kind'), prefix: text }
}

/** Numbers have no gaps, so of all entries the last one's number says how many. */
async function totalOf(db: Database, filter: TrailFilter): Promise<number> {
  const isAll = Object.values(filter).every((value) => value === undefined)
  return isAll ? ((await headOfTrail(db))?.seq ?? 0) : countEntries(db, filter)
}

async function withNames(db: Database, found: readonly FoundEntry[]): Promise<AuditEntry[]> {
  const actors = found.flatMap(({ actor }) => (actor === null ? [] : [{ kind: 'account', id: actor }]))
  const names = await namesOfObjects(db, [...actors, ...found.map(objectOf)])
  const tokens = await namesOfTokens(db, [...new Set(found.flatMap(({ via }) => tokenOf(via) ?? []))])
  return found.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor === null ? null : { id: entry.actor, name: names.get(entry.actor)?.name ?? null },
    via: wayOf(entry.via),
    token: tokens.get(tokenOf(entry.via) ?? '') ?? null,
    address: entry.address,
    action: entry.action,
    object: {
      ...objectOf(entry),
      name: names.get(entry.objectId)?.name ?? null,
      page: pageOf(entry.objectKind, names.get(entry.objectId)),
    },
    details: detailsOf(entry),
    digest: entry.digest,
  }))
}

const objectOf = ({ objectKind, objectId }: FoundEntry) => ({ kind: objectKind, id: objectId })
const tokenOf = (via: string | null) => (via?.startsWith('token:') ? via.slice('token:'.length) : undefined)

/** What somebody altered behind the database's back may be anything; the trail is read all the same. */
function detailsOf({ details }: FoundEntry): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(details)
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : { details: read }
  } catch {
    return { unreadable: details }
  }
}
