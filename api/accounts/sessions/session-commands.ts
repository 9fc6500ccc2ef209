import { newId } from '../../../db/ids.ts'
import type { Registry } from '../../../db/open.ts'
import { deleteSession, deleteSessionsExpiredBefore, insertSession, type SessionWay } from '../../../db/sessions.ts'
import { type By, perform } from '../../audit/perform.ts'
import { digestOfToken, newToken } from '../../secrets.ts'

const sessionHours = 12

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

/**
 * Opens a session; who asked has shown who they are. Whatever session they had before is none of its business: each sign-in has
 * a secret of its own. An Idempotency-Key is left aside: each cookie needs a session of its own, and nothing made from a password may be
 * kept with a key.
 */
export async function openSession(registry: Registry, { account, way, identityToken }: SignedIn, by: By) {
  const token = newToken()
  const expiresAt = new Date(Date.parse(by.at) + sessionHours * 3_600_000).toISOString()
  const { address, client } = by.from ?? {}
  const session = { id: newId(), tokenDigest: digestOfToken(token), account, way, createdAt: by.at, expiresAt }
  await perform(
    registry,
    { ...by, account, once: undefined },
    async (trx, record) => {
      await deleteSessionsExpiredBefore(trx, by.at)
      await insertSession(trx, { ...session, identityToken, address: address ?? '', client: client ?? '' })
      record({ action: 'session.open', objectKind: 'account', objectId: account, details: { way } })
    },
    { redraws: false },
  )
  return { token, expiresAt } satisfies OpenedSession
}

export async function signOut(registry: Registry, tokenDigest: string, by: By): Promise<void> {
  await perform(
    registry,
    by,
    async (trx, record) => {
      await deleteSession(trx, tokenDigest)
      record({ action: 'session.close', objectKind: 'account', objectId: by.account ?? '', details: {} })
    },
    { redraws: false },
  )
}
