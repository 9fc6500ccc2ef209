import type { Role } from '../api/contract/session.ts'
import type { Database } from './open.ts'

export interface Account {
  id: string
  name: string
  roles: Role[]
  /** One of the demonstration's accounts, which has no password and is for local visitors only. */
  lookAround: boolean
}

export interface NewAccount extends Account {
  email: string
  passwordHash: string | null
  createdAt: string
}

export async function insertAccount(trx: Database, account: NewAccount): Promise<void> {
  await trx
    .insertInto('accounts')
    .values({
      id: account.id,
      look_around: account.lookAround ? 1 : 0,
      password_hash: account.passwordHash,
      created_at: account.createdAt,
    })
    .execute()
  await trx.insertInto('people').values({ account_id: account.id, name: account.name, email: account.email }).execute()
  const roles = account.roles.map((role) => ({ account_id: account.id, role }))
  if (roles.length > 0) await trx.insertInto('account_roles').values(roles).execute()
}

/** By an address in lower case, whether or not the account may be used. */
export async function findAccountByEmail(db: Database, email: string) {
  return db
    .selectFrom('people')
    .innerJoin('accounts', 'accounts.id', 'people.account_id')
    .select(['accounts.id', 'people.name'])
    .where('people.email', '=', email)
    .executeTakeFirst()
}

export async function findLookAroundAccount(db: Database, role: Role): Promise<string | undefined> {
  const row = await lookAroundRows(db).where('account_roles.role', '=', role).executeTakeFirst()
  return row?.id
}

/** The accounts that a local visitor of a demonstration may look around as. */
export async function lookAroundAccounts(db: Database): Promise<{ role: Role; name: string }[]> {
  const rows = await lookAroundRows(db).execute()
  return rows.map(({ role, name }) => ({ role, name }))
}

/** Accounts with a role, by name. */
export async function accountsWithRole(db: Database, role: Role) {
  return db
    .selectFrom('account_roles')
    .innerJoin('people', 'people.account_id', 'account_roles.account_id')
    .select(['people.account_id as id', 'people.name', 'people.email'])
    .where('account_roles.role', '=', role)
    .orderBy('people.name')
    .orderBy('people.account_id')
    .execute()
}

function lookAroundRows(db: Database) {
  return db
    .selectFrom('accounts')
    .innerJoin('people', 'people.account_id', 'accounts.id')
    .innerJoin('account_roles', 'account_roles.account_id', 'accounts.id')
    .select(['accounts.id', 'people.name', 'account_roles.role'])
    .where('accounts.look_around', '=', 1)
    .orderBy('people.name')
}
