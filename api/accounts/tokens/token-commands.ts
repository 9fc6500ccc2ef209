import { findToken, insertToken, type StoredToken, setTokenRevoked, tokens } from '../../../db/access-tokens.ts'
import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { MakeTokenRequest } from '../../contract/tokens.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { digestOfToken, newToken } from '../../secrets.ts'
import { endOf, isUsable, tokenPrefix } from './token.ts'

/**
 * Makes a token. Only its digest is kept, so the secret is told this once; an Idempotency-Key is left aside, since no secret may be
 * kept with one. Refuses the name of a token that is in use, because machines are told apart by their names.
 */
export async function makeToken(
  registry: Registry,
  request: MakeTokenRequest,
  by: By & { account: string },
): Promise<{ id: string; secret: string }> {
  const secret = tokenPrefix + newToken()
  const { name, role, days } = request
  const made = { id: newId(), account: newId(), name, role, createdBy: by.account, createdAt: by.at }
  const token = { ...made, tokenDigest: digestOfToken(secret), expiresAt: endOf(by.at, days) }
  await perform(
    registry,
    { ...by, once: undefined },
    async (trx, record) => {
      await ensureNameIsFree(trx, name, by.at)
      await insertToken(trx, token)
      const details = { name, role, expiresAt: token.expiresAt, account: token.account }
      record({ action: 'token.make', objectKind: 'token', objectId: token.id, details })
    },
    { redraws: false },
  )
  return { id: token.id, secret }
}

/** Revokes a token for good; one that is revoked already stays as it is. */
export async function revokeToken(registry: Registry, id: string, by: By): Promise<void> {
  await perform(
    registry,
    by,
    async (trx, record) => {
      const { name, role, revokedAt } = await getToken(trx, id)
      if (revokedAt !== null) return
      await setTokenRevoked(trx, id, by.at)
      record({ action: 'token.revoke', objectKind: 'token', objectId: id, details: { name, role } })
    },
    { redraws: false },
  )
}

async function getToken(db: Database, id: string): Promise<StoredToken> {
  const token = await findToken(db, id)
  if (token) return token
  throw new Refusal('not-found', `There is no token ${repeated(id)}.`)
}

async function ensureNameIsFree(trx: Database, name: string, at: string): Promise<void> {
  const plain = (text: string) => text.toLocaleLowerCase('en')
  const inUse = (await tokens(trx)).filter((one) => isUsable(one, Date.parse(at)))
  if (inUse.some((one) => plain(one.name) === plain(name)))
    throw invalid('/name', `A token in use has the name ${repeated(name)}. Give this one another, or revoke that one.`)
}
