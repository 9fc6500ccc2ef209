import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import {
  accountOfFirstPassword,
  deleteFirstPasswordsExpiredBefore,
  insertFirstPasswords,
  setFirstPasswordHash,
} from '../../db/first-passwords.ts'
import type { Database, Registry } from '../../db/open.ts'
import { type By, perform } from '../audit/perform.ts'
import type { FirstPasswordRequest } from '../contract/session.ts'
import { Refusal } from '../refusal.ts'
import { digestOfToken, type OpenedSession, openSession } from './commands.ts'

const daysGood = 14

/**
 * Makes the secrets of links by which accounts without a password get their first, by account; whoever calls it sends them
 * at once.
 */
export async function makeFirstPasswordTokens(
  trx: Database,
  accounts: readonly string[],
  at: string,
): Promise<Map<string, string>> {
  const tokens = new Map(accounts.map((account) => [account, randomBytes(32).toString('base64url')]))
  const expiresAt = new Date(Date.parse(at) + daysGood * 24 * 3_600_000).toISOString()
  await deleteFirstPasswordsExpiredBefore(trx, at)
  await insertFirstPasswords(
    trx,
    [...tokens].map(([account, token]) => ({ tokenDigest: digestOfToken(token), account, expiresAt })),
  )
  return tokens
}

/**
 * Sets an account's first password and signs it in. The link is looked up before the password is hashed, because hashing costs
 * much and anybody may ask; and again with the write lock held, so that one link never sets two passwords.
 */
export async function setFirstPassword(
  registry: Registry,
  request: FirstPasswordRequest,
  by: By,
): Promise<OpenedSession> {
  const tokenDigest = digestOfToken(request.token)
  await accountOf(registry.read, tokenDigest, by.at)
  const passwordHash = await hash(request.password)
  const account = await perform(
    registry,
    by,
    async (trx, record) => {
      const id = await accountOf(trx, tokenDigest, by.at)
      await setFirstPasswordHash(trx, id, passwordHash)
      record({ action: 'account.first-password', objectKind: 'account', objectId: id, details: {} })
      return id
    },
    { redraws: false },
  )
  return openSession(registry, account, by)
}

/** The same refusal whether the link never was, is used or has run out. */
async function accountOf(db: Database, tokenDigest: string, at: string): Promise<string> {
  const account = await accountOfFirstPassword(db, tokenDigest, at)
  if (account) return account
  throw new Refusal(
    'not-found',
    `This link does not work any more: it was used, or it is more than ${daysGood} days old. Ask your scan team for a new invitation, or sign in if you have a password.`,
  )
}
