import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { findPerson } from '../../../db/people.ts'
import { hasSecondFactor } from '../../../db/second-factors.ts'
import {
  changeSecret,
  deleteSession,
  deleteSessionsExpiredBefore,
  identityTokenOf,
  insertSession,
} from '../../../db/sessions.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { SessionWay } from '../../contract/sessions.ts'
import { digestOfToken, newToken } from '../../secrets.ts'
import { awaitedOf } from '../second-factor/awaited.ts'
import type { SessionTerms } from './terms.ts'

export interface OpenedSession {
  /** The secret that the cookie carries; only its digest is kept. */
  token: string
  expiresAt: string
}

/** Who signed in, and how they have shown who they are. */
export interface SignedIn {
  account: string
  way: SessionWay
  /** What single sign-on said, which it wants to hear again at the sign-out. */
  identityToken?: string
}

/** How sessions are, and the digest of the secret that came with the sign-in: that session ends. */
export interface Opening {
  terms: SessionTerms
  replaces: string | undefined
}

/**
 * Opens a session; who asked has shown who they are. It has a secret of its own, and the session whose secret came with the sign-in ends:
 * nobody goes on with a secret that somebody else may have given them. An Idempotency-Key is left aside: each cookie needs a session of its
 * own, and nothing made from a password may be kept with a key.
 */
export async function openSession(
  registry: Registry,
  { account, way, identityToken }: SignedIn,
  { terms, replaces }: Opening,
  by: By,
): Promise<OpenedSession> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(by.at) + terms.hours * 3_600_000).toISOString()
  const { address, client } = by.from ?? {}
  const session = { id: newId(), tokenDigest: digestOfToken(token), account, way, createdAt: by.at, expiresAt }
  await perform(
    registry,
    { ...by, account, once: undefined },
    async (trx, record) => {
      await deleteSessionsExpiredBefore(trx, by.at)
      if (replaces !== undefined) await deleteSession(trx, replaces)
      const roles = (await findPerson(trx, account))?.roles ?? []
      const awaits = awaitedOf({ way, roles, hasFactor: await hasSecondFactor(trx, account) }, terms.secondFactor)
      await insertSession(trx, { ...session, awaits, identityToken, address: address ?? '', client: client ?? '' })
      record({ action: 'session.open', objectKind: 'account', objectId: account, details: { way, awaits } })
    },
    { redraws: false },
  )
  return { token, expiresAt }
}

/**
 * Gives a session another secret, within an act that has shown once more who they are: a code was given, a password changed. Nothing is
 * awaited of it any more; it ends when it would have ended. The new secret goes into the cookie (`setSessionCookie`).
 */
export async function renewSession(trx: Database, session: { id: string; expiresAt: string }): Promise<OpenedSession> {
  const token = newToken()
  await changeSecret(trx, session.id, digestOfToken(token))
  return { token, expiresAt: session.expiresAt }
}

/** Ends a session; with what single sign-on wants to hear at the sign-out, if it opened the session. */
export async function signOut(registry: Registry, tokenDigest: string, by: By): Promise<string | null> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const identityToken = await identityTokenOf(trx, tokenDigest)
      await deleteSession(trx, tokenDigest)
      record({ action: 'session.close', objectKind: 'account', objectId: by.account ?? '', details: {} })
      return identityToken
    },
    { redraws: false },
  )
}
