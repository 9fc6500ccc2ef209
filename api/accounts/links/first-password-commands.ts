import { deleteLinksOf, findLink } from '../../../db/one-use-links.ts'
import type { Database } from '../../../db/open.ts'
import { findSignIn, setPasswordHash } from '../../../db/passwords.ts'
import { perform } from '../../audit/perform.ts'
import type { FirstPasswordRequest } from '../../contract/session.ts'
import { Refusal } from '../../refusal.ts'
import { digestOfToken } from '../../secrets.ts'
import type { SignedIn } from '../sessions/session-commands.ts'
import { ensureGoodPassword } from '../sign-in/password-checker.ts'
import { hashPassword } from '../sign-in/password-keeper.ts'
import type { Asking, SignInParts } from '../sign-in/sign-in-commands.ts'

/**
 * Sets an account's first password, and says whose it is. The link is looked up before the password is hashed, because hashing costs
 * much and anybody may ask; and again with the write lock held, so that one link never sets two passwords.
 */
export async function setFirstPassword(
  { registry, attempts, organisation }: SignInParts,
  { token, password }: FirstPasswordRequest,
  { by, network }: Asking,
): Promise<SignedIn> {
  const tokenDigest = digestOfToken(token)
  const invited = await attempts.attempt('link', { network, at: by.at }, () =>
    accountOf(registry.read, tokenDigest, by.at),
  )
  await ensureGoodPassword(password, { ...(await findSignIn(registry.read, invited))!, organisation })
  const passwordHash = await hashPassword(password)
  const account = await perform(
    registry,
    by,
    async (trx, record) => {
      const id = await accountOf(trx, tokenDigest, by.at)
      await setPasswordHash(trx, id, passwordHash)
      await deleteLinksOf(trx, id)
      record({ action: 'account.first-password', objectKind: 'account', objectId: id, details: {} })
      return id
    },
    { redraws: false },
  )
  return { account, way: 'password' }
}

/** The same refusal whether the link never was, is used or has run out. */
async function accountOf(db: Database, tokenDigest: string, at: string): Promise<string> {
  const link = await findLink(db, tokenDigest, at)
  if (link?.purpose === 'invitation' && !link.hasPassword) return link.account
  throw new Refusal(
    'not-found',
    'This link does not work any more: it was used, or it is more than 14 days old. Ask your scan team for a new invitation, or sign in if you have a password.',
  )
}
