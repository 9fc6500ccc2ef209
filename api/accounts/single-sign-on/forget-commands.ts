import { accountsWithIdentity, deleteIdentitiesOf } from '../../../db/identities.ts'
import type { Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import { keptForm } from '../mail-address.ts'

/**
 * Forgets what the provider calls people, all or the one with an address, so that each is found by their checked address at their next
 * sign-in: for a provider that calls everybody something else from now on. Returns how many accounts it was.
 */
export async function forgetIdentities(registry: Registry, address: string | undefined, by: By): Promise<number> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const accounts = await accountsWithIdentity(trx, address && keptForm(address))
      await deleteIdentitiesOf(trx, accounts)
      for (const account of accounts)
        record({ action: 'account.unlink', objectKind: 'account', objectId: account, details: {} })
      return accounts.length
    },
    { redraws: false },
  )
}
