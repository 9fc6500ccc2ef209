import { deleteToldApart, findToldApart, insertToldApart } from '../../db/duplicates.ts'
import type { Database, Registry } from '../../db/open.ts'
import { type By, perform } from '../audit/perform.ts'
import { invalid, Refusal } from '../refusal.ts'
import { getTechnology } from '../technologies/commands.ts'
import { inOrder } from './pairs.ts'

/** Says that two technologies are different, for good. Said already, it stays as it was said. */
export async function tellApart(
  registry: Registry,
  at: readonly [string, string],
  reason: string,
  by: By,
): Promise<void> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      if (!by.account) throw new Refusal('not-signed-in', 'Technologies are told apart by somebody.')
      const pair = await pairOf(trx, at)
      if (await findToldApart(trx, pair)) return
      await insertToldApart(trx, pair, reason, by.account, by.at)
      const details = { other: pair[1], reason }
      record({ action: 'technology.tell-apart', objectKind: 'technology', objectId: pair[0], details })
    },
    { redraws: false },
  )
}

/** Takes that back: the pair is proposed again. */
export async function forgetToldApart(registry: Registry, at: readonly [string, string], by: By): Promise<void> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const pair = await pairOf(trx, at)
      const before = await findToldApart(trx, pair)
      if (!before) return
      await deleteToldApart(trx, pair)
      const details = { other: pair[1], reason: before.reason }
      record({ action: 'technology.forget-told-apart', objectKind: 'technology', objectId: pair[0], details })
    },
    { redraws: false },
  )
}

/** The ids of two technologies, the smaller first. */
export async function pairOf(db: Database, [one, other]: readonly [string, string]): Promise<[string, string]> {
  const [a, b] = [await getTechnology(db, one), await getTechnology(db, other)]
  if (a.id === b.id) throw invalid('/other', 'These are one technology.')
  return inOrder(a.id, b.id)
}
