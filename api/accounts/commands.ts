import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Account, findAccountByEmail, findLookAroundAccount, insertAccount } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Role, SignInRequest } from '../contract/session.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { type OpenedSession, openSession } from './sessions/session-commands.ts'

/** Shortest password of a local account, in characters (NIST SP 800-63B, single factor). */
export const shortestPassword = 15

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

/** Signs in with a password. The same refusal, after the same work, for an unknown address and a wrong password. */
export async function signIn(registry: Registry, request: SignInRequest, by: By): Promise<OpenedSession> {
  const account = await findAccountByEmail(registry.read, request.email.toLowerCase())
  const fits = await verify(account?.passwordHash ?? (await unusableHash()), request.password)
  if (!account?.passwordHash || !fits)
    throw new Refusal('not-signed-in', 'The email address or the password is not right. Try again.')
  return openSession(registry, { account: account.id, way: 'password' }, by)
}

/** Opens a session on one of the demonstration's accounts. That the visitor is local is the route's to ensure. */
export async function lookAround(registry: Registry, role: Role, by: By): Promise<OpenedSession> {
  const account = await findLookAroundAccount(registry.read, role)
  if (!account) throw new Refusal('not-found', `There is nobody to look around as with the role ${repeated(role)}.`)
  return openSession(registry, { account, way: 'look-around' }, by)
}

/** What an unknown name is checked against, so that it takes as long as a known one. */
let unusable: Promise<string> | undefined
function unusableHash(): Promise<string> {
  unusable ??= hash(randomBytes(32).toString('hex'))
  return unusable
}
