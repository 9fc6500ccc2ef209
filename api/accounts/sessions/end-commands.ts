import { deleteSessionOf } from '../../../db/account-sessions.ts'
import type { Registry } from '../../../db/open.ts'
import { deleteSessionsOf } from '../../../db/sessions.ts'
import { type By, perform } from '../../audit/perform.ts'
import { Refusal } from '../../refusal.ts'

/** Ends one session of an account; 404 where the account has no such session. */
export async function endSession(registry: Registry, account: string, id: string, by: By): Promise<void> {
  await perform(
    registry,
    by,
    async (trx, record) => {
      if (!(await deleteSessionOf(trx, account, id)))
        throw new Refusal('not-found', 'There is no such session. It may have ended already.')
      record({ action: 'session.end', objectKind: 'account', objectId: account, details: { sessions: 1 } })
    },
    { redraws: false },
  )
}

/** Ends all sessions of an account, but one if it is named. */
export async function endSessions(registry: Registry, account: string, but: string | undefined, by: By): Promise<void> {
  await perform(
    registry,
    by,
    async (trx, record) => {
      const sessions = await deleteSessionsOf(trx, account, but)
      if (sessions > 0)
        record({ action: 'session.end', objectKind: 'account', objectId: account, details: { sessions } })
    },
    { redraws: false },
  )
}
