import type { Database } from './open.ts'

/** The sessions of an account, ended ones among them. */
export async function sessionsOfAccount(db: Database, account: string) {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'way', 'awaits', 'address', 'client', 'created_at', 'last_used_at', 'expires_at'])
    .where('account_id', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ created_at, last_used_at, expires_at, ...row }) => ({
    ...row,
    createdAt: created_at,
    lastUsedAt: last_used_at,
    expiresAt: expires_at,
  }))
}

/** True if the account had it. */
export async function deleteSessionOf(trx: Database, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
