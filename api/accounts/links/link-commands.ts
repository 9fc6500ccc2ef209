import { deleteLinksExpiredBefore, insertLinks } from '../../../db/one-use-links.ts'
import type { Database } from '../../../db/open.ts'
import { digestOfToken, newToken } from '../../secrets.ts'
import { type LinkPurpose, minutesGood } from './purpose.ts'

/** Makes the secrets of links that work once, by account; whoever calls it sends them at once, since only digests are kept. */
export async function makeLinks(
  trx: Database,
  accounts: readonly string[],
  purpose: LinkPurpose,
  at: string,
): Promise<Map<string, string>> {
  const tokens = new Map(accounts.map((account) => [account, newToken()]))
  const expiresAt = new Date(Date.parse(at) + minutesGood[purpose] * 60_000).toISOString()
  await deleteLinksExpiredBefore(trx, at)
  await insertLinks(
    trx,
    [...tokens].map(([account, token]) => ({
      tokenDigest: digestOfToken(token),
      account,
      purpose,
      createdAt: at,
      expiresAt,
    })),
  )
  return tokens
}
