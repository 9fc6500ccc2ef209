import type { Database } from './open.ts'

/** A link to a first password; of its token only the SHA-256 is kept. */
export interface FirstPassword {
  tokenDigest: string
  account: string
  expiresAt: string
}

export async function insertFirstPasswords(trx: Database, links: readonly FirstPassword[]): Promise<void> {
  for (let i = 0; i < links.length; i += 500) {
    const rows = links.slice(i, i + 500).map(({ tokenDigest, account, expiresAt }) => ({
      token_digest: tokenDigest,
      account_id: account,
      expires_at: expiresAt,
    }))
    await trx.insertInto('first_passwords').values(rows).execute()
  }
}

export async function deleteFirstPasswordsExpiredBefore(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('first_passwords').where('expires_at', '<=', at).execute()
}

/** The account that a link is for, while it holds and the account has no password. */
export async function accountOfFirstPassword(db: Database, tokenDigest: string, at: string) {
  const row = await db
    .selectFrom('first_passwords')
    .innerJoin('accounts', 'accounts.id', 'first_passwords.account_id')
    .select('first_passwords.account_id')
    .where('first_passwords.token_digest', '=', tokenDigest)
    .where('first_passwords.expires_at', '>', at)
    .where('accounts.password_hash', 'is', null)
    .executeTakeFirst()
  return row?.account_id
}

/** Sets the password of an account and takes away all its links to a first one. */
export async function setFirstPasswordHash(trx: Database, account: string, passwordHash: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1) }))
    .where('id', '=', account)
    .execute()
  await trx.deleteFrom('first_passwords').where('account_id', '=', account).execute()
}
