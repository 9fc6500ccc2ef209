import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { hasPolicyFrames, insertPolicyFrame } from '../../db/policy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { PolicyFrame } from '../contract/policy.ts'

/** Enters the frames of national policy into a registry that has none. An item's slug here is without its frame's. */
export async function enterPolicyFrames(registry: Registry, frames: readonly PolicyFrame[], by: By): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    if (await hasPolicyFrames(trx)) return
    for (const [i, { items, ...frame }] of frames.entries()) {
      const numbered = items.map((item) => ({ ...item, id: newId() }))
      await insertPolicyFrame(trx, { ...frame, id: newId(), items: numbered }, i + 1)
    }
    const details = { frames: frames.map(({ slug }) => slug) }
    record({ action: 'policy.enter', objectKind: 'policy', objectId: 'all', details })
  })
}
