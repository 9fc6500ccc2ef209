import { otherAdmins } from '../../../db/account-changes.ts'
import { erasePerson, eraseSenders, sendersWith } from '../../../db/erasure.ts'
import type { Registry } from '../../../db/open.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { SenderData } from '../../contract/accounts.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { keptForm } from '../mail-address.ts'
import { problemOfChange } from './problem-of-change.ts'
import { getAccountRecord } from './reader.ts'

/**
 * Removes a person for ever: `name` is theirs, typed once more. What they did stays, under an account that is nobody's; what the trail
 * says of this act names nobody. Afterwards the bytes are gone from the file too, and from its log.
 */
export async function eraseAccount(registry: Registry, account: string, name: string, by: By): Promise<void> {
  await perform(registry, { ...by, once: undefined }, async (trx, record) => {
    const present = await getAccountRecord(trx, account, by.at)
    if (present.state === 'removed') throw new Refusal('conflict', 'This person was removed before.')
    if (present.lookAround)
      throw new Refusal(
        'conflict',
        'This is a made-up person of the demonstration, about whom there is nothing to remove.',
      )
    if (present.id === by.account)
      throw new Refusal('conflict', 'You cannot remove yourself. Ask another administrator.')
    const problem = problemOfChange({
      isOwn: false,
      before: { roles: present.roles, off: present.state === 'off' },
      after: { roles: [], off: true },
      otherAdmins: await otherAdmins(trx, account),
    })
    if (problem) throw new Refusal('conflict', problem)
    if (name !== present.name) throw invalid('/name', 'Type the name exactly as it stands.')
    await erasePerson(trx, { account, name: present.name, email: present.email }, by.at)
    const details = { roles: { before: present.roles, after: [] }, seats: present.seats.length }
    record({ action: 'account.erase', objectKind: 'account', objectId: account, details })
  })
  await registry.forgetDeleted()
}

/** What is held of somebody who nominated without an account. That it was looked up is in the trail, without the address. */
export async function findSender(registry: Registry, address: string, by: By): Promise<SenderData> {
  return perform(
    registry,
    { ...by, once: undefined },
    async (trx, record) => {
      const items = await sendersWith(trx, keptForm(address))
      const details = { signals: items.map(({ signal }) => signal) }
      record({ action: 'sender.read', objectKind: 'sender', objectId: 'by-address', details })
      return { items }
    },
    { redraws: false },
  )
}

/** Removes who they are; returns of how many nominations. */
export async function eraseSender(registry: Registry, address: string, by: By): Promise<number> {
  const erased = await perform(
    registry,
    { ...by, once: undefined },
    async (trx, record) => {
      const signals = await eraseSenders(trx, keptForm(address))
      record({ action: 'sender.erase', objectKind: 'sender', objectId: 'by-address', details: { signals } })
      return signals.length
    },
    { redraws: false },
  )
  await registry.forgetDeleted()
  return erased
}
