import type { Role } from '../api/contract/session.ts'
import type { Database } from './open.ts'

/** Somebody as a provider of single sign-on knows them: its own address, and what it calls them. */
export interface Identity {
  issuer: string
  subject: string
}

/** An account as far as single sign-on must know it. */
export interface KnownAccount {
  id: string
  roles: Role[]
  lookAround: boolean
  /** Switched off, or erased. */
  isClosed: boolean
  sitsOnPanel: boolean
}

export async function findAccountOfIdentity(db: Database, { issuer, subject }: Identity) {
  const row = await db
    .selectFrom('identities')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && knownAccount(db, row.account_id)
}

/** `address` in lower case. */
export async function findAccountOfAddress(db: Database, address: string) {
  const row = await db.selectFrom('people').select('account_id').where('email', '=', address).executeTakeFirst()
  return row && knownAccount(db, row.account_id)
}

async function knownAccount(db: Database, id: string): Promise<KnownAccount> {
  const account = await db
    .selectFrom('accounts')
    .select(['look_around', 'switched_off', 'erased_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const roles = await db.selectFrom('account_roles').select('role').where('account_id', '=', id).execute()
  const seat = await db
    .selectFrom('panellists')
    .select('id')
    .where('account_id', '=', id)
    .where('left_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return {
    id,
    roles: roles.map(({ role }) => role),
    lookAround: account.look_around === 1,
    isClosed: account.switched_off === 1 || account.erased_at !== null,
    sitsOnPanel: seat !== undefined,
  }
}

/** Whether the provider knows an account under any name. */
export async function hasIdentityOf(db: Database, account: string, issuer: string): Promise<boolean> {
  const row = await db
    .selectFrom('identities')
    .select('subject')
    .where('account_id', '=', account)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertIdentity(
  trx: Database,
  { issuer, subject }: Identity,
  account: string,
  at: string,
): Promise<void> {
  await trx.insertInto('identities').values({ issuer, subject, account_id: account, created_at: at }).execute()
}

/** The accounts that some provider knows; of one address (in lower case) only, where it is given. */
export async function accountsWithIdentity(db: Database, address?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('people', 'people.account_id', 'identities.account_id')
    .select('identities.account_id')
    .distinct()
    .$if(address !== undefined, (query) => query.where('people.email', '=', address!))
    .orderBy('identities.account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

export async function deleteIdentitiesOf(trx: Database, accounts: readonly string[]): Promise<void> {
  for (let i = 0; i < accounts.length; i += 500)
    await trx
      .deleteFrom('identities')
      .where('account_id', 'in', accounts.slice(i, i + 500))
      .execute()
}
