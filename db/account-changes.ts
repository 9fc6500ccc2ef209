import type { Role } from '../api/contract/session.ts'
import type { Database } from './open.ts'

export async function renamePerson(trx: Database, account: string, person: { name: string; email: string }) {
  await trx.updateTable('people').set(person).where('account_id', '=', account).execute()
}

/** Gives an account these roles and no other. */
export async function setRoles(trx: Database, account: string, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('account_roles').where('account_id', '=', account).execute()
  if (roles.length === 0) return
  await trx
    .insertInto('account_roles')
    .values(roles.map((role) => ({ account_id: account, role })))
    .execute()
}

/** Lets an account write the reviews of these specialisms (ids) and no other. */
export async function setLeadSpecialisms(
  trx: Database,
  account: string,
  specialisms: readonly string[],
): Promise<void> {
  await trx.deleteFrom('lead_specialisms').where('account_id', '=', account).execute()
  if (specialisms.length === 0) return
  await trx
    .insertInto('lead_specialisms')
    .values(specialisms.map((specialism) => ({ account_id: account, specialism_id: specialism })))
    .execute()
}

export async function setSwitchedOff(trx: Database, account: string, off: boolean): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ switched_off: off ? 1 : 0 })
    .where('id', '=', account)
    .execute()
}

/** After any change of an account, so that another one that was prepared on the state before is refused. */
export async function moveAccountOn(trx: Database, account: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', account)
    .execute()
}

/** How many administrators could still sign in without this account: with a password, or by single sign-on. */
export async function otherAdmins(db: Database, account: string): Promise<number> {
  const rows = await db
    .selectFrom('account_roles')
    .innerJoin('accounts', 'accounts.id', 'account_roles.account_id')
    .select('accounts.id')
    .where('account_roles.role', '=', 'admin')
    .where('accounts.kind', '=', 'person')
    .where('accounts.switched_off', '=', 0)
    .where('accounts.id', '<>', account)
    .where((eb) =>
      eb.or([
        eb('accounts.password_hash', 'is not', null),
        eb('accounts.id', 'in', eb.selectFrom('identities').select('identities.account_id')),
      ]),
    )
    .execute()
  return rows.length
}

/** The specialisms (ids) for which an account sits on the panel of some scan. */
export async function seatedSpecialisms(db: Database, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('panel_rows')
    .innerJoin('panellists', 'panellists.id', 'panel_rows.panellist_id')
    .select('panel_rows.specialism_id')
    .distinct()
    .where('panellists.account_id', '=', account)
    .where('panellists.left_at', 'is', null)
    .execute()
  return rows.map((row) => row.specialism_id)
}
