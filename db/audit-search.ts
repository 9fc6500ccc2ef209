import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Way } from '../api/audit/words.ts'
import { toEntry } from './audit.ts'
import type { Database } from './open.ts'
import type { Tables } from './tables/tables.ts'

/** Which entries: all of this holds of each. Empty lists match nothing, undefined ones everything. */
export interface TrailFilter {
  /** Null: nobody who was signed in. */
  actor?: string | null | undefined
  actions?: readonly string[] | undefined
  kind?: string | undefined
  object?: string | undefined
  /** Instants: from the one on, before the other. */
  from?: string | undefined
  before?: string | undefined
  ways?: readonly Way[] | undefined
  /** Any of these actions, or an object whose id begins with this. */
  anyOf?: { actions: readonly string[]; kinds: readonly string[]; prefix: string } | undefined
}

/** An entry with the address beside it, as long as that is kept. */
export type FoundEntry = ReturnType<typeof toEntry> & { address: string | null }

/** Entries below a number, the newest first. */
export async function newestOf(
  db: Database,
  filter: TrailFilter,
  { below, limit }: { below: number | undefined; limit: number },
): Promise<FoundEntry[]> {
  // Of one action the index gives the newest at once; of several at once it would have to sort them all.
  const each = filter.actions?.map((action) => ({ ...filter, actions: [action] })) ?? [filter]
  const found: FoundEntry[] = []
  for (const one of each) {
    const query = matching(db, one).orderBy('audit_entries.seq', 'desc').limit(limit)
    found.push(...(await rowsOf(below === undefined ? query : query.where('audit_entries.seq', '<', below))))
  }
  return found.sort((a, b) => b.seq - a.seq).slice(0, limit)
}

/** Entries with numbers from `after` (not included) up to `through`, the oldest first. */
export async function entriesBetween(db: Database, filter: TrailFilter, after: number, through: number) {
  const query = matching(db, filter).where(
    sql<SqlBool>`audit_entries.seq > ${after} and audit_entries.seq <= ${through}`,
  )
  return rowsOf(query.orderBy('audit_entries.seq'))
}

export async function countEntries(db: Database, filter: TrailFilter): Promise<number> {
  const { count } = await db
    .selectFrom('audit_entries')
    .where((eb) => eb.and(conditions(eb, filter)))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function matching(db: Database, filter: TrailFilter) {
  return db
    .selectFrom('audit_entries')
    .leftJoin('audit_addresses', 'audit_addresses.seq', 'audit_entries.seq')
    .where((eb) => eb.and(conditions(eb, filter)))
    .selectAll('audit_entries')
    .select('audit_addresses.address')
}

async function rowsOf(query: ReturnType<typeof matching>): Promise<FoundEntry[]> {
  return (await query.execute()).map((row) => ({ ...toEntry(row), address: row.address }))
}

type Builder = ExpressionBuilder<Tables, 'audit_entries'>

function conditions(eb: Builder, filter: TrailFilter) {
  const { actor, actions, kind, object, from, before, ways, anyOf } = filter
  return [
    ...(actor === undefined ? [] : [actor === null ? eb('actor_id', 'is', null) : eb('actor_id', '=', actor)]),
    ...(actions ? [actions.length === 1 ? eb('action', '=', actions[0]!) : eb('action', 'in', [...actions])] : []),
    ...(kind === undefined ? [] : [eb('object_kind', '=', kind)]),
    ...(object === undefined ? [] : [eb('object_id', '=', object)]),
    ...(from === undefined ? [] : [eb('at', '>=', from)]),
    ...(before === undefined ? [] : [eb('at', '<', before)]),
    ...(ways ? [eb.or(ways.map((way) => ofWay(eb, way)))] : []),
    ...(anyOf ? [eb.or([eb('action', 'in', [...anyOf.actions]), beginsWith(eb, anyOf)])] : []),
  ]
}

/** By the kinds that there are, the index finds the ids. */
function beginsWith(eb: Builder, { kinds, prefix }: { kinds: readonly string[]; prefix: string }) {
  return eb.and([
    eb('object_kind', 'in', [...kinds]),
    eb('object_id', '>=', prefix),
    eb('object_id', '<', `${prefix}\u{10ffff}`),
  ])
}

function ofWay(eb: Builder, way: Way) {
  if (way === 'not-recorded') return eb('via', 'is', null)
  if (way === 'token') return eb.and([eb('via', '>=', 'token:'), eb('via', '<', 'token;')])
  return eb('via', '=', way === 'command-line' ? 'command line' : way)
}

/** The actions, or the kinds of objects, that the trail has: each found from the one before in the index, so that a long trail is not read. */
export async function distinctOf(db: Database, column: 'action' | 'object_kind'): Promise<string[]> {
  const found: string[] = []
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('audit_entries')
      .select((eb) => eb.fn.min<string | null>(column).as('next'))
      .where(column, '>', last)
      .executeTakeFirst()
    if (!row || row.next === null) return found
    found.push(row.next)
    last = row.next
  }
}
