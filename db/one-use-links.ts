import type { LinkPurpose } from '../api/accounts/links/purpose.ts'
import type { Database } from './open.ts'

export interface OneUseLink {
  tokenDigest: string
  account: string
  purpose: LinkPurpose
  createdAt: string
  expiresAt: string
}

export async function insertLinks(trx: Database, links: readonly OneUseLink[]): Promise<void> {
  for (let i = 0; i < links.length; i += 500) {
    const rows = links.slice(i, i + 500).map(({ tokenDigest, account, purpose, createdAt, expiresAt }) => ({
      token_digest: tokenDigest,
      account_id: account,
      purpose,
      created_at: createdAt,
      expires_at: expiresAt,
    }))
    await trx.insertInto('one_use_links').values(rows).execute()
  }
}

export async function deleteLinksExpiredBefore(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('one_use_links').where('expires_at', '<=', at).execute()
}

/** What a link is for, while it holds and its account is open. */
export async function findLink(db: Database, tokenDigest: string, at: string) {
  const row = await db
    .selectFrom('one_use_links')
    .innerJoin('accounts', 'accounts.id', 'one_use_links.account_id')
    .innerJoin('people', 'people.account_id', 'accounts.id')
    .select(['one_use_links.account_id', 'one_use_links.purpose', 'accounts.password_hash'])
    .where('one_use_links.token_digest', '=', tokenDigest)
    .where('one_use_links.expires_at', '>', at)
    .where('accounts.switched_off', '=', 0)
    .executeTakeFirst()
  return row && { account: row.account_id, purpose: row.purpose, hasPassword: row.password_hash !== null }
}

/** Spends one link. */
export async function deleteLink(trx: Database, tokenDigest: string): Promise<void> {
  await trx.deleteFrom('one_use_links').where('token_digest', '=', tokenDigest).execute()
}

/** Spends every link of an account. */
export async function deleteLinksOf(trx: Database, account: string): Promise<void> {
  await trx.deleteFrom('one_use_links').where('account_id', '=', account).execute()
}

/** Spends every link of an account that is for this. */
export async function deleteLinksFor(trx: Database, account: string, purpose: LinkPurpose): Promise<void> {
  await trx.deleteFrom('one_use_links').where('account_id', '=', account).where('purpose', '=', purpose).execute()
}
