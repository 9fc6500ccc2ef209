import type { Database } from './open.ts'

/** One item of one panel member, in ids. */
export interface ShareRow {
  panellist: string
  technology: string
  specialism: string
}

export async function insertShares(trx: Database, round: string, shares: readonly ShareRow[]): Promise<void> {
  for (let i = 0; i < shares.length; i += 500) {
    const rows = shares.slice(i, i + 500).map((share) => ({
      round_id: round,
      panellist_id: share.panellist,
      technology_id: share.technology,
      specialism_id: share.specialism,
    }))
    await trx
      .insertInto('round_shares')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

export async function deleteShares(trx: Database, round: string): Promise<void> {
  await trx.deleteFrom('round_shares').where('round_id', '=', round).execute()
}

/** Takes away what somebody no longer answers for; what a closed round asked of them stays. */
export async function dropShares(trx: Database, panellist: string, specialisms: readonly string[]): Promise<void> {
  if (specialisms.length === 0) return
  await trx
    .deleteFrom('round_shares')
    .where('panellist_id', '=', panellist)
    .where('specialism_id', 'in', specialisms)
    .where('round_id', 'in', (eb) => eb.selectFrom('rounds').select('rounds.id').where('rounds.state', '!=', 'closed'))
    .execute()
}

export async function sharesOf(db: Database, round: string): Promise<ShareRow[]> {
  return db
    .selectFrom('round_shares')
    .select(['panellist_id as panellist', 'technology_id as technology', 'specialism_id as specialism'])
    .where('round_id', '=', round)
    .orderBy('panellist_id')
    .orderBy('technology_id')
    .orderBy('specialism_id')
    .execute()
}

/** How many items each panel member has for each specialism, in ids. */
export async function sharesBySpecialism(
  db: Database,
  round: string,
): Promise<{ panellist: string; specialism: string; items: number }[]> {
  const rows = await db
    .selectFrom('round_shares')
    .select((eb) => ['panellist_id', 'specialism_id', eb.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .groupBy(['panellist_id', 'specialism_id'])
    .execute()
  return rows.map((row) => ({ panellist: row.panellist_id, specialism: row.specialism_id, items: Number(row.n) }))
}

/** How many items each panel member has, by panellist id. */
export async function shareCounts(db: Database, round: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('round_shares')
    .select((eb) => ['panellist_id', eb.fn.countAll<number>().as('n')])
    .where('round_id', '=', round)
    .groupBy('panellist_id')
    .execute()
  return new Map(rows.map((row) => [row.panellist_id, Number(row.n)]))
}
