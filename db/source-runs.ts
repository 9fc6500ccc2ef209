import type { SourceRun } from '../api/contract/sources.ts'
import type { Database } from './open.ts'

/** A run with what the next one needs to read on from it. */
export interface StoredRun extends SourceRun {
  source: string
  /** By the end of this day all will have been read. */
  through: string
}

export interface PageCounts {
  received: number
  added: number
  changed: number
  known: number
}

export async function insertRun(
  trx: Database,
  run: Pick<StoredRun, 'id' | 'source' | 'since' | 'through' | 'startedAt'>,
): Promise<void> {
  await trx
    .insertInto('source_runs')
    .values({
      id: run.id,
      source_id: run.source,
      state: 'running',
      since: run.since,
      through: run.through,
      started_at: run.startedAt,
    })
    .execute()
}

/** Counts one more page. False where the run is no longer running: somebody else has ended it. */
export async function countPage(
  trx: Database,
  id: string,
  counts: PageCounts,
  said: { notes: readonly string[]; expected: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('source_runs')
    .set((eb) => ({
      pages: eb('pages', '+', 1),
      received: eb('received', '+', counts.received),
      added: eb('added', '+', counts.added),
      changed: eb('changed', '+', counts.changed),
      known: eb('known', '+', counts.known),
      notes: JSON.stringify(said.notes),
      ...(said.expected !== null && { expected: said.expected }),
    }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends a run; false where it had ended already. */
export async function endRun(
  trx: Database,
  id: string,
  end: Pick<SourceRun, 'failure' | 'notes'> & { state: 'done' | 'failed' | 'stopped'; endedAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('source_runs')
    .set({ state: end.state, ended_at: end.endedAt, failure: end.failure, notes: JSON.stringify(end.notes) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findRun(db: Database, id: string): Promise<StoredRun | undefined> {
  const row = await selectRuns(db).where('id', '=', id).executeTakeFirst()
  return row && toRun(row)
}

export async function runningRuns(db: Database): Promise<StoredRun[]> {
  return (await selectRuns(db).where('state', '=', 'running').orderBy('id').execute()).map(toRun)
}

/** The newest runs of a source, at most `most`, those before a run (id) if one is given. */
export async function runsOf(db: Database, source: string, most: number, before?: string): Promise<StoredRun[]> {
  let runs = selectRuns(db).where('source_id', '=', source).orderBy('id', 'desc').limit(most)
  if (before !== undefined) runs = runs.where('id', '<', before)
  return (await runs.execute()).map(toRun)
}

export async function countRuns(db: Database, source: string): Promise<number> {
  const { total } = await db
    .selectFrom('source_runs')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('source_id', '=', source)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** When a source was last read to its end; null where it never was. */
export async function lastReadAt(db: Database, source: string): Promise<string | null> {
  const row = await db
    .selectFrom('source_runs')
    .select('ended_at')
    .where('source_id', '=', source)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ended_at ?? null
}

const selectRuns = (db: Database) => db.selectFrom('source_runs').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['executeTakeFirstOrThrow']>>

function toRun(row: Row): StoredRun {
  return {
    id: row.id,
    source: row.source_id,
    state: row.state,
    since: row.since,
    through: row.through,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    expected: row.expected,
    pages: row.pages,
    received: row.received,
    added: row.added,
    changed: row.changed,
    known: row.known,
    failure: row.failure,
    notes: JSON.parse(row.notes),
  }
}
