import type { Database } from './open.ts'

/** Somebody who may sign in by a password or by a link in their mail. */
export interface SignInAccount {
  id: string
  name: string
  email: string
  passwordHash: string | null
}

/** By an address in lower case; nobody where the account is switched off, erased, a machine's or made up for looking around. */
export async function findSignInByEmail(db: Database, email: string): Promise<SignInAccount | undefined> {
  return signIns(db).where('people.email', '=', email).executeTakeFirst()
}

/** The same by the account's id. */
export async function findSignIn(db: Database, account: string): Promise<SignInAccount | undefined> {
  return signIns(db).where('accounts.id', '=', account).executeTakeFirst()
}

function signIns(db: Database) {
  return db
    .selectFrom('people')
    .innerJoin('accounts', 'accounts.id', 'people.account_id')
    .select(['accounts.id', 'people.name', 'people.email', 'accounts.password_hash as passwordHash'])
    .where('accounts.switched_off', '=', 0)
    .where('accounts.erased_at', 'is', null)
    .where('accounts.kind', '=', 'person')
    .where('accounts.look_around', '=', 0)
}

export async function setPasswordHash(trx: Database, account: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1) }))
    .where('id', '=', account)
    .execute()
}

/** Puts another hash of the same password in the place of one; nothing where it was changed meanwhile. */
export async function replacePasswordHash(
  trx: Database,
  account: string,
  before: string,
  after: string,
): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ password_hash: after })
    .where('id', '=', account)
    .where('password_hash', '=', before)
    .execute()
}
