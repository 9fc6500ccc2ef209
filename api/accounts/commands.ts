import { type Account, findAccountByEmail, findLookAroundAccount, insertAccount } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Role } from '../contract/session.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import type { SignedIn } from './sessions/session-commands.ts'
import { ensureGoodPassword } from './sign-in/password-checker.ts'
import { hashPassword } from './sign-in/password-keeper.ts'

export interface AddAccountRequest {
  name: string
  email: string
  roles: Role[]
  /** Null for the demonstration's accounts, which nobody can sign in to with a password. */
  password: string | null
  lookAround?: boolean
  /** Whose registry it is, whose name makes no password. */
  organisation?: string
}

/** Adds an account. Refuses an address that has one already, and a password that the rule does not take. */
export async function addAccount(registry: Registry, request: AddAccountRequest, by: By): Promise<Account> {
  const email = request.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw invalid('/email', `Give an email address. You sent ${repeated(request.email)}.`)
  const passwordHash = await hashOfGood(request)
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

async function hashOfGood({ name, email, password, organisation = '' }: AddAccountRequest): Promise<string | null> {
  if (password === null) return null
  await ensureGoodPassword(password, { name, email, organisation })
  return hashPassword(password)
}

/** One of the demonstration's accounts. That the visitor is local is the route's to ensure. */
export async function lookAround(registry: Registry, role: Role): Promise<SignedIn> {
  const account = await findLookAroundAccount(registry.read, role)
  if (!account) throw new Refusal('not-found', `There is nobody to look around as with the role ${repeated(role)}.`)
  return { account, way: 'look-around' }
}
