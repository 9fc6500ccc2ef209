import { hash as digest, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Account, findAccountByEmail, findLookAroundAccount, insertAccount } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { deleteSession, deleteSessionsExpiredBefore, insertSession } from '../../db/sessions.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Role, SignInRequest } from '../contract/session.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'

/** Shortest password of a local account, in characters (NIST SP 800-63B, single factor). */
export const shortestPassword = 15
const sessionHours = 12

export interface AddAccountRequest {
  name: string
  email: string
  roles: Role[]
  /** Null for the demonstration's accounts, which nobody can sign in to with a password. */
  password: string | null
  lookAround?: boolean
}

/** Adds an account. Refuses an address that has one already, and a password that is too short. */
export async function addAccount(registry: Registry, request: AddAccountRequest, by: By): Promise<Account> {
  const email = request.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalid('/email', `Give an email address. You sent ${repeated(request.email)}.`)
  if (request.password !== null && [...request.password].length < shortestPassword)
    throw invalid('/password', `The password must have at least ${shortestPassword} characters.`)
  const passwordHash = request.password === null ? null : await hash(request.password)
  const account = {
    id: newId(),
    name: request.name.trim(),
    roles: request.roles,
    lookAround: request.lookAround ?? false,
  }
  return perform(registry, by, async (trx, record) => {
    if (await findAccountByEmail(trx, email))
      throw new Refusal('conflict', `There is an account with the address ${email} already.`)
    await insertAccount(trx, { ...account, email, passwordHash, createdAt: by.at })
    const details = { roles: account.roles, lookAround: account.lookAround }
    record({ action: 'account.add', objectKind: 'account', objectId: account.id, details })
    return account
  })
}

export interface OpenedSession {
  /** The secret that the cookie carries; only its digest is kept. */
  token: string
  expiresAt: string
}

/** Signs in with a password. The same refusal, after the same work, for an unknown address and a wrong password. */
export async function signIn(registry: Registry, request: SignInRequest, by: By): Promise<OpenedSession> {
  const account = await findAccountByEmail(registry.read, request.email.toLowerCase())
  const fits = await verify(account?.passwordHash ?? (await unusableHash()), request.password)
  if (!account?.passwordHash || !fits)
    throw new Refusal('not-signed-in', 'The email address or the password is not right. Try again.')
  return openSession(registry, account.id, by)
}

/** Opens a session on one of the demonstration's accounts. That the visitor is local is the route's to ensure. */
export async function lookAround(registry: Registry, role: Role, by: By): Promise<OpenedSession> {
  const account = await findLookAroundAccount(registry.read, role)
  if (!account) throw new Refusal('not-found', `There is nobody to look around as with the role ${repeated(role)}.`)
  return openSession(registry, account, by)
}

/**
 * Opens a session on an account; who asked has shown who they are. An Idempotency-Key is left aside: each cookie needs a session
 * of its own, and nothing made from a password may be kept with a key.
 */
export async function openSession(registry: Registry, account: string, by: By): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.parse(by.at) + sessionHours * 3_600_000).toISOString()
  await perform(
    registry,
    { ...by, account, once: undefined },
    async (trx, record) => {
      await deleteSessionsExpiredBefore(trx, by.at)
      await insertSession(trx, { tokenDigest: digestOfToken(token), account, createdAt: by.at, expiresAt })
      record({ action: 'session.open', objectKind: 'account', objectId: account, details: {} })
    },
    { redraws: false },
  )
  return { token, expiresAt }
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

export function digestOfToken(token: string): string {
  return digest('sha256', token)
}

/** What an unknown name is checked against, so that it takes as long as a known one. */
let unusable: Promise<string> | undefined
function unusableHash(): Promise<string> {
  unusable ??= hash(randomBytes(32).toString('hex'))
  return unusable
}
