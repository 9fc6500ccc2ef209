import { deleteLinksOf } from '../../../db/one-use-links.ts'
import { findSignIn, type SignInAccount, setPasswordHash } from '../../../db/passwords.ts'
import { deleteSessionsOf, type StoredSession } from '../../../db/sessions.ts'
import { perform } from '../../audit/perform.ts'
import type { OwnPasswordRequest } from '../../contract/passwords.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { type OpenedSession, renewSession } from '../sessions/session-commands.ts'
import { ensureGoodPassword } from './password-checker.ts'
import { hashPassword, isPassword } from './password-keeper.ts'
import type { Asking, SignInParts } from './sign-in-commands.ts'

/** Changes one's own password: every other session and every link of the account ends, and the session that asked goes on under a new secret. */
export async function changePassword(
  { registry, attempts, letters, organisation }: SignInParts,
  session: StoredSession,
  { presentPassword, password }: OwnPasswordRequest,
  { by, network }: Asking,
): Promise<OpenedSession> {
  const account = session.account.id
  const owner = await findSignIn(registry.read, account)
  if (!owner?.passwordHash) throw new Refusal('conflict', 'Your account has no password that could be changed.')
  await ensureGoodPassword(password, { ...owner, organisation })
  await attempts.attempt('password', { who: account, network, at: by.at }, () => ensurePresent(owner, presentPassword))
  const passwordHash = await hashPassword(password)
  const renewed = await perform(
    registry,
    by,
    async (trx, record) => {
      if ((await findSignIn(trx, account))?.passwordHash !== owner.passwordHash)
        throw new Refusal('conflict', 'Your password was changed a moment ago. Sign in again.')
      await setPasswordHash(trx, account, passwordHash)
      await deleteLinksOf(trx, account)
      await deleteSessionsOf(trx, account, session.id)
      record({ action: 'account.password-change', objectKind: 'account', objectId: account, details: {} })
      return renewSession(trx, session)
    },
    { redraws: false },
  )
  letters?.tellPasswordChanged(owner)
  return renewed
}

async function ensurePresent({ passwordHash }: SignInAccount, presentPassword: string): Promise<void> {
  if (!(await isPassword(passwordHash, presentPassword)))
    throw invalid('/presentPassword', 'This is not your present password. Type it again.')
}
