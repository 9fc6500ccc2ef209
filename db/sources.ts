import type { Source } from '../api/contract/sources.ts'
import type { Database } from './open.ts'

/** A source as it is kept. Days are days, moments are instants. */
export interface StoredSource {
  id: string
  name: string
  connector: string
  query: string
  from: string
  schedule: Source['schedule']
  /** By the end of this day all had been read, as it was then asked for. */
  readThrough: string | null
  /** Where the last run broke off. */
  cursor: string | null
  dueAt: string | null
  archived: boolean
  createdAt: string
  version: number
}

export type SourceFields = Pick<StoredSource, 'name' | 'query' | 'from' | 'schedule' | 'dueAt'>

export async function insertSource(
  trx: Database,
  source: SourceFields & Pick<StoredSource, 'id' | 'connector' | 'createdAt'>,
): Promise<void> {
  const { id, connector, createdAt } = source
  await trx
    .insertInto('sources')
    .values({ id, connector, created_at: createdAt, ...columnsOf(source) })
    .execute()
}

/** What has been read stays known, unless it is to be read anew. */
export async function updateSource(
  trx: Database,
  id: string,
  fields: SourceFields,
  options: { readAnew: boolean },
): Promise<void> {
  const forgotten = options.readAnew ? { read_through: null, cursor: null } : {}
  await trx
    .updateTable('sources')
    .set((eb) => ({ ...columnsOf(fields), ...forgotten, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setSourceArchived(
  trx: Database,
  id: string,
  archived: boolean,
  dueAt: string | null,
): Promise<void> {
  await trx
    .updateTable('sources')
    .set((eb) => ({ archived: archived ? 1 : 0, due_at: dueAt, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** When it is to be read; no change of the source, so that its version stays. */
export async function setSourceDue(trx: Database, id: string, dueAt: string | null): Promise<void> {
  await trx.updateTable('sources').set({ due_at: dueAt }).where('id', '=', id).execute()
}

/** How far it has been read: a cursor within a run, or the day that a finished run has reached. */
export async function setSourceProgress(
  trx: Database,
  id: string,
  progress: { cursor: string | null; readThrough?: string },
): Promise<void> {
  const { cursor, readThrough } = progress
  await trx
    .updateTable('sources')
    .set({ cursor, ...(readThrough !== undefined && { read_through: readThrough }) })
    .where('id', '=', id)
    .execute()
}

export async function findSource(db: Database, id: string): Promise<StoredSource | undefined> {
  const row = await selectSources(db).where('id', '=', id).executeTakeFirst()
  return row && toSource(row)
}

export async function findSourceByName(db: Database, name: string): Promise<StoredSource | undefined> {
  const row = await selectSources(db).where('name', '=', name).executeTakeFirst()
  return row && toSource(row)
}

export async function listSources(db: Database, archived: boolean): Promise<StoredSource[]> {
  const rows = await selectSources(db)
    .where('archived', '=', archived ? 1 : 0)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(toSource)
}

/** The source that has waited longest for its turn by a moment, and is not being read. */
export async function nextDueSource(db: Database, at: string): Promise<StoredSource | undefined> {
  const row = await selectSources(db)
    .where('archived', '=', 0)
    .where('due_at', '<=', at)
    .where('id', 'not in', (eb) => eb.selectFrom('source_runs').select('source_id').where('state', '=', 'running'))
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && toSource(row)
}

/** How many signals came from each source. */
export async function signalsBySource(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('signals')
    .select((eb) => ['source_id', eb.fn.countAll<number>().as('total')])
    .where('source_id', 'in', ids)
    .groupBy('source_id')
    .execute()
  return new Map(rows.map((row) => [row.source_id!, Number(row.total)]))
}

const selectSources = (db: Database) => db.selectFrom('sources').selectAll()

function columnsOf({ name, query, from, schedule, dueAt }: SourceFields) {
  return { name, query, from_day: from, schedule, due_at: dueAt }
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSources>['executeTakeFirstOrThrow']>>

function toSource(row: Row): StoredSource {
  return {
    id: row.id,
    name: row.name,
    connector: row.connector,
    query: row.query,
    from: row.from_day,
    schedule: row.schedule,
    readThrough: row.read_through,
    cursor: row.cursor,
    dueAt: row.due_at,
    archived: row.archived === 1,
    createdAt: row.created_at,
    version: row.version,
  }
}
