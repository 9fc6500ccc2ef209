import { deleteLinksOf, findLink } from '../../../db/one-use-links.ts'
import type { Database } from '../../../db/open.ts'
import { findSignIn, setPasswordHash } from '../../../db/passwords.ts'
import { deleteSessionsOf } from '../../../db/sessions.ts'
import { perform } from '../../audit/perform.ts'
import type { PasswordByLinkRequest } from '../../contract/passwords.ts'
import type { SessionWay } from '../../contract/sessions.ts'
import { Refusal } from '../../refusal.ts'
import { digestOfToken } from '../../secrets.ts'
import type { SignedIn } from '../sessions/session-commands.ts'
import { ensureGoodPassword } from '../sign-in/password-checker.ts'
import { hashPassword } from '../sign-in/password-keeper.ts'
import type { Asking, SignInParts } from '../sign-in/sign-in-commands.ts'

interface PasswordLink {
  action: string
  way: SessionWay
  /** Said alike whether the link never was, is used or has run out. */
  gone: string
}

/** An invitation is for a first password: where there is one, it would be a second way to change it, and a longer-lived one. */
const links = {
  invitation: {
    action: 'account.first-password',
    way: 'password',
    gone: 'This link does not work any more: it was used, or it is more than 14 days old. Ask your scan team for a new invitation, or sign in if you have a password.',
  },
  'password-reset': {
    action: 'account.password-reset',
    way: 'link',
    gone: 'This link does not work any more: it was used, or it is more than an hour old. Ask for a new one.',
  },
} satisfies Record<string, PasswordLink>

export type PasswordPurpose = keyof typeof links

/**
 * Sets an account's password by a link, and signs it in; every other session and link of the account ends. The link is looked up before the
 * password is hashed, because hashing costs much and anybody may ask; and again with the write lock held, so that one link never sets two
 * passwords.
 */
export async function setPasswordByLink(
  { registry, attempts, letters, organisation }: SignInParts,
  purpose: PasswordPurpose,
  { token, password }: PasswordByLinkRequest,
  { by, network }: Asking,
): Promise<SignedIn> {
  const tokenDigest = digestOfToken(token)
  const { action, way }: PasswordLink = links[purpose]
  const find = (db: Database) => ownerOf(db, purpose, tokenDigest, by.at)
  const before = await attempts.attempt('link', { network, at: by.at }, () => find(registry.read))
  await ensureGoodPassword(password, { ...before, organisation })
  const passwordHash = await hashPassword(password)
  const owner = await perform(
    registry,
    by,
    async (trx, record) => {
      const owner = await find(trx)
      await setPasswordHash(trx, owner.id, passwordHash)
      await deleteLinksOf(trx, owner.id)
      await deleteSessionsOf(trx, owner.id)
      record({ action, objectKind: 'account', objectId: owner.id, details: {} })
      return owner
    },
    { redraws: false },
  )
  attempts.clear('password', owner.email)
  if (purpose === 'password-reset') letters?.tellPasswordChanged(owner)
  return { account: owner.id, way }
}

async function ownerOf(db: Database, purpose: PasswordPurpose, tokenDigest: string, at: string) {
  const link = await findLink(db, tokenDigest, at)
  const isGood = link?.purpose === purpose && !(purpose === 'invitation' && link.hasPassword)
  const owner = isGood ? await findSignIn(db, link.account) : undefined
  if (!owner) throw new Refusal('not-found', links[purpose].gone)
  return owner
}
