import { panelName } from '../api/accounts/nameless.ts'
import { isId } from './ids.ts'
import type { Database } from './open.ts'

/** A panel member with the specialisms (ids) they answer for. */
export interface PanelSeat {
  id: string
  account: string
  specialisms: string[]
}

export async function findPanellist(db: Database, scan: string, account: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('panellists')
    .select('id')
    .where('scan_id', '=', scan)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.id
}

export async function insertPanellist(trx: Database, id: string, scan: string, account: string, at: string) {
  await trx.insertInto('panellists').values({ id, scan_id: scan, account_id: account, joined_at: at }).execute()
}

export async function addPanelRows(trx: Database, panellist: string, specialisms: readonly string[]): Promise<void> {
  const rows = specialisms.map((specialism) => ({ panellist_id: panellist, specialism_id: specialism }))
  await trx
    .insertInto('panel_rows')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['panellist_id', 'specialism_id']).doNothing())
    .execute()
}

/**
 * The pair that a round asks of an account, which sits on the panel for its specialism and, where items are shared out, has
 * this one among its own; references are ids or slugs.
 */
export async function findPairAsked(
  db: Database,
  asked: { round: string; technology: string; specialism: string; account: string },
): Promise<{ panellist: string; technology: string; specialism: string } | undefined> {
  const { round, technology, specialism, account } = asked
  return db
    .selectFrom('rounds')
    .innerJoin('panellists', 'panellists.scan_id', 'rounds.scan_id')
    .innerJoin('panel_rows', 'panel_rows.panellist_id', 'panellists.id')
    .innerJoin('specialisms', 'specialisms.id', 'panel_rows.specialism_id')
    .innerJoin('round_pairs', (join) =>
      join
        .onRef('round_pairs.round_id', '=', 'rounds.id')
        .onRef('round_pairs.specialism_id', '=', 'panel_rows.specialism_id'),
    )
    .innerJoin('technologies', 'technologies.id', 'round_pairs.technology_id')
    .select(['panellists.id as panellist', 'technologies.id as technology', 'specialisms.id as specialism'])
    .where('rounds.id', '=', round)
    .where('panellists.account_id', '=', account)
    .where('panellists.left_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('rounds.shared', '=', 0),
        eb.exists(
          eb
            .selectFrom('round_shares')
            .select('round_shares.round_id')
            .whereRef('round_shares.round_id', '=', 'rounds.id')
            .whereRef('round_shares.panellist_id', '=', 'panellists.id')
            .whereRef('round_shares.technology_id', '=', 'round_pairs.technology_id')
            .whereRef('round_shares.specialism_id', '=', 'round_pairs.specialism_id'),
        ),
      ]),
    )
    .where(`technologies.${isId(technology) ? 'id' : 'slug'}`, '=', technology)
    .where(`specialisms.${isId(specialism) ? 'id' : 'slug'}`, '=', specialism)
    .executeTakeFirst()
}

/** Whether a round asks about a technology for a specialism, of whomever; references are ids or slugs. */
export async function isPairAsked(db: Database, { round, technology, specialism }: PairReferences): Promise<boolean> {
  const row = await db
    .selectFrom('round_pairs')
    .innerJoin('technologies', 'technologies.id', 'round_pairs.technology_id')
    .innerJoin('specialisms', 'specialisms.id', 'round_pairs.specialism_id')
    .select('round_pairs.n')
    .where('round_pairs.round_id', '=', round)
    .where(`technologies.${isId(technology) ? 'id' : 'slug'}`, '=', technology)
    .where(`specialisms.${isId(specialism) ? 'id' : 'slug'}`, '=', specialism)
    .executeTakeFirst()
  return row !== undefined
}

type PairReferences = { round: string; technology: string; specialism: string }

/** Everybody on a scan's panel who has not left it. */
export async function panelOf(db: Database, scan: string): Promise<PanelSeat[]> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('panel_rows', 'panel_rows.panellist_id', 'panellists.id')
    .select(['panellists.id', 'panellists.account_id', 'panel_rows.specialism_id'])
    .where('panellists.scan_id', '=', scan)
    .where('panellists.left_at', 'is', null)
    .orderBy('panellists.id')
    .orderBy('panel_rows.specialism_id')
    .execute()
  const seats = new Map<string, PanelSeat>()
  for (const row of rows) {
    const seat = seats.get(row.id) ?? { id: row.id, account: row.account_id, specialisms: [] }
    seat.specialisms.push(row.specialism_id)
    seats.set(row.id, seat)
  }
  return [...seats.values()]
}

/** Names and addresses of a scan's panel, by panellist id: for the scan team only. */
export async function namesOfPanel(db: Database, scan: string) {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('accounts', 'accounts.id', 'panellists.account_id')
    .leftJoin('people', 'people.account_id', 'panellists.account_id')
    .select(['panellists.id', 'accounts.erased_at', 'people.name', 'people.email'])
    .where('panellists.scan_id', '=', scan)
    .execute()
  return new Map(rows.map((row) => [row.id, { name: panelName(row.name, row.erased_at), email: row.email ?? '' }]))
}

/** The specialisms (ids) an account answers for in a scan, with the panellist's id; undefined if it is not, or no longer, on its panel. */
export async function seatOf(db: Database, scan: string, account: string): Promise<PanelSeat | undefined> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('panel_rows', 'panel_rows.panellist_id', 'panellists.id')
    .select(['panellists.id', 'panel_rows.specialism_id'])
    .where('panellists.scan_id', '=', scan)
    .where('panellists.account_id', '=', account)
    .where('panellists.left_at', 'is', null)
    .execute()
  const first = rows[0]
  return first && { id: first.id, account, specialisms: rows.map((row) => row.specialism_id) }
}
