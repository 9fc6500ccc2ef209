import type { Registry } from '../../../db/open.ts'
import { deleteSecondFactor } from '../../../db/second-factors.ts'
import { deleteSessionsOf } from '../../../db/sessions.ts'
import { type By, perform } from '../../audit/perform.ts'
import { Refusal } from '../../refusal.ts'

/** Removes the second factor of somebody who has lost their phone. Whoever holds it now may hold an open session too, so all of theirs end. */
export async function removeSecondFactorOf(registry: Registry, account: string, by: By): Promise<void> {
  if (account === by.account)
    throw new Refusal('conflict', 'This is your own second factor. Change it on the page of your account.')
  await perform(
    registry,
    by,
    async (trx, record) => {
      if (!(await deleteSecondFactor(trx, account)))
        throw new Refusal('not-found', 'There is no account with a second factor here.')
      const sessions = await deleteSessionsOf(trx, account)
      record({ action: 'second-factor.remove', objectKind: 'account', objectId: account, details: { sessions } })
    },
    { redraws: false },
  )
}
