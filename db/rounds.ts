import type { Database } from './open.ts'
import type { RoundRow } from './tables/tables.ts'

export interface RoundHead {
  id: string
  scan: string
  number: number
  state: 'prepared' | 'open' | 'closed'
  asksYears: boolean
  /** Whether each panel member is asked their share only. */
  shared: boolean
  /** How many of the first groups make the shortlist that it asks again; null where none was set. */
  shortlistGroups: number | null
  closesOn: string | null
  openedAt: string | null
  closedAt: string | null
  /** Its answers came as a file, and it was closed from the start. */
  imported: boolean
  version: number
}

export async function insertRound(
  trx: Database,
  round: {
    id: string
    scan: string
    number: number
    asksYears: boolean
    closesOn: string | null
    shortlistGroups?: number | null
  },
): Promise<void> {
  await trx
    .insertInto('rounds')
    .values({
      id: round.id,
      scan_id: round.scan,
      number: round.number,
      state: 'prepared',
      asks_years: round.asksYears ? 1 : 0,
      shortlist_groups: round.shortlistGroups ?? null,
      closes_on: round.closesOn,
    })
    .execute()
}

/** A round whose answers came as a file: closed from the start, each panel member asked what they answered. */
export async function insertImportedRound(
  trx: Database,
  round: { id: string; scan: string; number: number; asksYears: boolean; import: string; at: string },
): Promise<void> {
  await trx
    .insertInto('rounds')
    .values({
      id: round.id,
      scan_id: round.scan,
      number: round.number,
      state: 'closed',
      asks_years: round.asksYears ? 1 : 0,
      shared: 1,
      import_id: round.import,
      opened_at: round.at,
      closed_at: round.at,
    })
    .execute()
}

/** The round (id) that an import brought. */
export async function roundOfImport(db: Database, imported: string): Promise<string | undefined> {
  return (await db.selectFrom('rounds').select('id').where('import_id', '=', imported).executeTakeFirst())?.id
}

/** What can be changed of a round that is not closed. */
export async function updateRound(
  trx: Database,
  id: string,
  change: { asksYears: boolean; closesOn: string | null; shortlistGroups: number | null },
): Promise<void> {
  await trx
    .updateTable('rounds')
    .set((eb) => ({
      asks_years: change.asksYears ? 1 : 0,
      closes_on: change.closesOn,
      shortlist_groups: change.shortlistGroups,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** What a round asks, or of whom, has changed: whoever has read it before must look again. */
export async function markChanged(trx: Database, id: string, shared: boolean): Promise<void> {
  await trx
    .updateTable('rounds')
    .set((eb) => ({ shared: shared ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markOpened(trx: Database, id: string, at: string): Promise<void> {
  await trx
    .updateTable('rounds')
    .set((eb) => ({ state: 'open', opened_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markClosed(trx: Database, id: string, at: string): Promise<void> {
  await trx
    .updateTable('rounds')
    .set((eb) => ({ state: 'closed', closed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function findRound(db: Database, id: string): Promise<RoundHead | undefined> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRound(row)
}

/** The rounds of a scan, by number. */
export async function roundsOf(db: Database, scan: string): Promise<RoundHead[]> {
  const rows = await db.selectFrom('rounds').selectAll().where('scan_id', '=', scan).orderBy('number').execute()
  return rows.map(toRound)
}

export async function openRounds(db: Database): Promise<RoundHead[]> {
  const rows = await db.selectFrom('rounds').selectAll().where('state', '=', 'open').orderBy('opened_at').execute()
  return rows.map(toRound)
}

/** Adds pairs to what a round asks; returns how many are new. */
export async function addPairs(
  trx: Database,
  round: string,
  technology: string,
  specialisms: readonly string[],
): Promise<number> {
  const rows = specialisms.map((specialism) => ({
    round_id: round,
    technology_id: technology,
    specialism_id: specialism,
  }))
  const added = await trx
    .insertInto('round_pairs')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['round_id', 'technology_id', 'specialism_id']).doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0)
}

/** How many technologies a round asks, and of each specialism how many. */
export async function countPairs(db: Database, round: string) {
  const bySpecialism = await db
    .selectFrom('round_pairs')
    .select((eb) => ['specialism_id', eb.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .groupBy('specialism_id')
    .execute()
  const { technologies } = await db
    .selectFrom('round_pairs')
    .select((eb) => eb.fn.count<number>('technology_id').distinct().as('technologies'))
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow()
  return {
    technologies: Number(technologies),
    bySpecialism: new Map(bySpecialism.map((row) => [row.specialism_id, Number(row.n)])),
  }
}

export interface AskedPair {
  n: number
  round: string
  technology: string
  specialism: string
}

/** The next pairs asked after `n`, in every scan, in the order in which they were asked, at most `limit`. */
export async function pairsAfter(db: Database, n: number, limit: number): Promise<AskedPair[]> {
  return db
    .selectFrom('round_pairs')
    .select(['n', 'round_id as round', 'technology_id as technology', 'specialism_id as specialism'])
    .where('n', '>', n)
    .orderBy('n')
    .limit(limit)
    .execute()
}

function toRound(row: RoundRow): RoundHead {
  return {
    id: row.id,
    scan: row.scan_id,
    number: row.number,
    state: row.state,
    asksYears: row.asks_years === 1,
    shared: row.shared === 1,
    shortlistGroups: row.shortlist_groups,
    closesOn: row.closes_on,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    imported: row.import_id !== null,
    version: row.version,
  }
}
