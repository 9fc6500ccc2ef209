import type { Role } from '../api/contract/session.ts'
import type { Account } from './accounts.ts'
import type { Database } from './open.ts'

export interface StoredSession {
  account: Account
  expiresAt: string
}

export async function insertSession(
  trx: Database,
  session: { tokenDigest: string; account: string; createdAt: string; expiresAt: string },
): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      token_digest: session.tokenDigest,
      account_id: session.account,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function deleteSession(trx: Database, tokenDigest: string): Promise<void> {
  await trx.deleteFrom('sessions').where('token_digest', '=', tokenDigest).execute()
}

export async function deleteSessionsExpiredBefore(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('sessions').where('expires_at', '<=', at).execute()
}

/** The session with this token digest and the account behind it, one row a role: one query, since every request asks it. */
export async function findSession(db: Database, tokenDigest: string): Promise<StoredSession | undefined> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .innerJoin('people', 'people.account_id', 'sessions.account_id')
    .leftJoin('account_roles', 'account_roles.account_id', 'sessions.account_id')
    .select([
      'sessions.account_id as id',
      'sessions.expires_at',
      'accounts.look_around',
      'people.name',
      'account_roles.role',
    ])
    .where('sessions.token_digest', '=', tokenDigest)
    .execute()
  const first = rows[0]
  if (!first) return undefined
  const roles = rows.flatMap((row): Role[] => (row.role ? [row.role] : []))
  const account = { id: first.id, name: first.name, roles, lookAround: first.look_around === 1 }
  return { account, expiresAt: first.expires_at }
}
