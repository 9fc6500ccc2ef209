import type { Database } from './open.ts'

/** The specialisms whose reviews an account may write, by name. */
export async function specialismsOfLead(db: Database, account: string): Promise<{ id: string; slug: string }[]> {
  return db
    .selectFrom('lead_specialisms')
    .innerJoin('specialisms', 'specialisms.id', 'lead_specialisms.specialism_id')
    .select(['specialisms.id', 'specialisms.slug'])
    .where('lead_specialisms.account_id', '=', account)
    .orderBy('specialisms.name')
    .execute()
}

export async function isLeadOf(db: Database, account: string, specialism: string): Promise<boolean> {
  const row = await db
    .selectFrom('lead_specialisms')
    .select('account_id')
    .where('account_id', '=', account)
    .where('specialism_id', '=', specialism)
    .executeTakeFirst()
  return row !== undefined
}

/** Lets an account write the reviews of these specialisms (ids), beside those it may write already. */
export async function addLeadSpecialisms(trx: Database, account: string, specialisms: readonly string[]) {
  if (specialisms.length === 0) return
  await trx
    .insertInto('lead_specialisms')
    .values(specialisms.map((specialism) => ({ account_id: account, specialism_id: specialism })))
    .onConflict((conflict) => conflict.columns(['account_id', 'specialism_id']).doNothing())
    .execute()
}

/** Takes these specialisms (ids) from an account, but for those for which it sits on the panel of some scan. */
export async function dropLeadSpecialisms(trx: Database, account: string, specialisms: readonly string[]) {
  if (specialisms.length === 0) return
  await trx
    .deleteFrom('lead_specialisms')
    .where('account_id', '=', account)
    .where('specialism_id', 'in', specialisms)
    .where('specialism_id', 'not in', (eb) =>
      eb
        .selectFrom('panel_rows')
        .innerJoin('panellists', 'panellists.id', 'panel_rows.panellist_id')
        .select('panel_rows.specialism_id')
        .where('panellists.account_id', '=', account)
        .where('panellists.left_at', 'is', null),
    )
    .execute()
}
