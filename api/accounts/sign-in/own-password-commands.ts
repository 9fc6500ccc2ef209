import { deleteLinksOf } from '../../../db/one-use-links.ts'
import { findSignIn, type SignInAccount, setPasswordHash } from '../../../db/passwords.ts'
import { deleteSessionsOf } from '../../../db/sessions.ts'
import { perform } from '../../audit/perform.ts'
import type { OwnPasswordRequest } from '../../contract/passwords.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { type OpenedSession, openSession } from '../sessions/session-commands.ts'
import { ensureGoodPassword } from './password-checker.ts'
import { hashPassword, isPassword } from './password-keeper.ts'
import type { Asking, SignInParts } from './sign-in-commands.ts'

/** Changes one's own password: every session and link of the account ends, and the one that asked goes on under a new secret. */
export async function changePassword(
  { registry, attempts, organisation }: SignInParts,
  account: string,
  { presentPassword, password }: OwnPasswordRequest,
  { by, network }: Asking,
): Promise<OpenedSession> {
  const owner = await findSignIn(registry.read, account)
  if (!owner?.passwordHash) throw new Refusal('conflict', 'Your account has no password that could be changed.')
  await ensureGoodPassword(password, { ...owner, organisation })
  await attempts.attempt('password', { who: account, network, at: by.at }, () => ensurePresent(owner, presentPassword))
  const passwordHash = await hashPassword(password)
  await perform(
    registry,
    by,
    async (trx, record) => {
      if ((await findSignIn(trx, account))?.passwordHash !== owner.passwordHash)
        throw new Refusal('conflict', 'Your password was changed a moment ago. Sign in again.')
      await setPasswordHash(trx, account, passwordHash)
      await deleteLinksOf(trx, account)
      await deleteSessionsOf(trx, account)
      record({ action: 'account.password-change', objectKind: 'account', objectId: account, details: {} })
    },
    { redraws: false },
  )
  return openSession(registry, { account, way: 'password' }, by)
}

async function ensurePresent({ passwordHash }: SignInAccount, presentPassword: string): Promise<void> {
  if (!(await isPassword(passwordHash, presentPassword)))
    throw invalid('/presentPassword', 'This is not your present password. Type it again.')
}
