import { eraseAddressesBefore } from '../../db/audit-addresses.ts'
import type { Registry } from '../../db/open.ts'
import { perform, programAt } from './perform.ts'

const dayMs = 86_400_000

/** Erases the addresses from which people acted more than so many days ago, some at a time so that nobody waits long; how many. */
export async function eraseOldAddresses(registry: Registry, days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * dayMs).toISOString()
  let total = 0
  for (let erased = 1; erased > 0; total += erased)
    erased = await perform(
      registry,
      programAt(now.toISOString()),
      async (trx, record) => {
        const count = await eraseAddressesBefore(trx, before)
        if (count > 0)
          record({ action: 'addresses.erase', objectKind: 'audit', objectId: 'audit', details: { count, before } })
        return count
      },
      { redraws: false },
    )
  return total
}
