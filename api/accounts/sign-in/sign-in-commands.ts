import type { Registry } from '../../../db/open.ts'
import { findSignInByEmail, replacePasswordHash } from '../../../db/passwords.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { SignInRequest } from '../../contract/session.ts'
import { Refusal } from '../../refusal.ts'
import type { Settings } from '../../settings.ts'
import type { LetterKeeper } from '../links/letter-keeper.ts'
import { keptForm } from '../mail-address.ts'
import type { SignedIn } from '../sessions/session-commands.ts'
import type { AttemptKeeper } from './attempt-keeper.ts'
import { hashPassword, isOutdated, isPassword } from './password-keeper.ts'

/** What signing in stands on. */
export interface SignInParts {
  registry: Registry
  attempts: AttemptKeeper
  /** Undefined where no mail is sent. */
  letters: LetterKeeper | undefined
  /** Whose registry it is. */
  organisation: string
}

/** Takes these parts from the world. */
export function signInParts(
  world: Pick<SignInParts, 'registry' | 'attempts' | 'letters'> & { settings: Pick<Settings, 'organisation'> },
): SignInParts {
  const { registry, attempts, letters, settings } = world
  return { registry, attempts, letters, organisation: settings.organisation }
}

/** Who asks, and from which network, to be slowed down by. */
export interface Asking {
  by: By
  network: string
}

/**
 * Whose password this is. The same refusal, after the same work, for an unknown address, an account that may not be used and a wrong
 * password; after too many attempts on an address or from a network, 429 without any work.
 */
export async function signIn(
  { registry, attempts }: SignInParts,
  { email, password }: SignInRequest,
  { by, network }: Asking,
): Promise<SignedIn> {
  const account = await attempts.attempt('password', { who: email, network, at: by.at }, () =>
    accountWith(registry, email, password),
  )
  if (isOutdated(account.passwordHash)) await hashAnew(registry, account, password, by)
  return { account: account.id, way: 'password' }
}

interface Opened {
  id: string
  passwordHash: string
}

async function accountWith(registry: Registry, email: string, password: string): Promise<Opened> {
  const account = await findSignInByEmail(registry.read, keptForm(email))
  const fits = await isPassword(account?.passwordHash, password)
  if (!account?.passwordHash || !fits)
    throw new Refusal('not-signed-in', 'The email address or the password is not right. Try again.', {
      concerns: account?.id,
    })
  return { id: account.id, passwordHash: account.passwordHash }
}

async function hashAnew(registry: Registry, { id, passwordHash }: Opened, password: string, by: By): Promise<void> {
  const anew = await hashPassword(password)
  await perform(registry, by, (trx) => replacePasswordHash(trx, id, passwordHash, anew), { redraws: false })
}
