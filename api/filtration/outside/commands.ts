import { newId } from '../../../db/ids.ts'
import type { Database, Registry } from '../../../db/open.ts'
import {
  insertOutsideItems,
  insertOutsideList,
  namesOfTechnologies,
  outsideItems,
  outsideListNameIsTaken,
  type Settled,
  setListArchived,
  settleItem,
  updateOutsideList,
} from '../../../db/outside-lists.ts'
import { type By, perform } from '../../audit/perform.ts'
import { changesBetween } from '../../audit/trail.ts'
import type { EnterOutsideListRequest, OutsideList, OutsideListFields } from '../../contract/outside-lists.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { indexNames, type NameIndex, sameNamed } from './name-index.ts'
import { getOutsideList } from './reader.ts'

const quietly = { redraws: false }
const nothingSaid: Settled = { state: 'absent', technology: null, reason: null, note: '', by: null, at: null }

/** Enters a list. What has the very name or alias of one technology is marked as here, by nobody; all else waits for somebody. */
export async function enterOutsideList(
  registry: Registry,
  { items, ...fields }: EnterOutsideListRequest,
  by: By,
): Promise<OutsideList> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      await ensureNameIsFree(trx, fields.name)
      const id = newId()
      const index = indexNames(await namesOfTechnologies(trx))
      const held = items.map((item, i) => ({
        ...item,
        ...(foundHere(item.name, index, by.at) ?? nothingSaid),
        id: newId(),
        position: i + 1,
      }))
      await insertOutsideList(trx, { ...fields, id, by: by.account!, at: by.at })
      await insertOutsideItems(trx, id, held)
      const here = held.filter(({ state }) => state === 'here').length
      record({
        action: 'outside-list.enter',
        objectKind: 'outside-list',
        objectId: id,
        details: { ...fields, items: items.length, here },
      })
      return getOutsideList(trx, id)
    },
    quietly,
  )
}

function foundHere(name: string, index: NameIndex, at: string): Settled | undefined {
  const technology = sameNamed(name, index)
  return technology && { ...nothingSaid, state: 'here', technology: technology.id, at }
}

/** Marks as here what has the very name of a technology by now; items on which somebody has decided stay as they are. */
export async function matchOutsideList(registry: Registry, id: string, by: By): Promise<number> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const list = await getOutsideList(trx, id)
      const index = indexNames(await namesOfTechnologies(trx))
      const matched: string[] = []
      for (const { id: item, name, state, decider } of await outsideItems(trx, list.id)) {
        const found = state === 'absent' && decider === null ? foundHere(name, index, by.at) : undefined
        if (!found) continue
        await settleItem(trx, item, found)
        matched.push(item)
      }
      record({ action: 'outside-list.match', objectKind: 'outside-list', objectId: list.id, details: { matched } })
      return matched.length
    },
    quietly,
  )
}

export async function changeOutsideList(
  registry: Registry,
  id: string,
  fields: OutsideListFields,
  seen: Precondition,
  by: By,
): Promise<OutsideList> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const before = await getOutsideList(trx, id)
      const changes = changesBetween(before, fields)
      if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
      ensureSeen(seen, before)
      await ensureNameIsFree(trx, fields.name, before.id)
      await updateOutsideList(trx, before.id, fields)
      record({ action: 'outside-list.change', objectKind: 'outside-list', objectId: before.id, details: changes })
      return getOutsideList(trx, before.id)
    },
    quietly,
  )
}

/** Archives a list, or brings it back. */
export async function archiveOutsideList(
  registry: Registry,
  id: string,
  archived: boolean,
  seen: Precondition,
  by: By,
): Promise<OutsideList> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const before = await getOutsideList(trx, id)
      if (before.archived === archived && seen.kind !== 'none') return before
      ensureSeen(seen, before)
      await setListArchived(trx, before.id, archived)
      const action = archived ? 'outside-list.archive' : 'outside-list.return'
      record({ action, objectKind: 'outside-list', objectId: before.id, details: {} })
      return getOutsideList(trx, before.id)
    },
    quietly,
  )
}

async function ensureNameIsFree(trx: Database, name: string, except?: string): Promise<void> {
  if (await outsideListNameIsTaken(trx, name, except))
    throw new Refusal('conflict', `There is a list named ${repeated(name)} already. Give this one another name.`)
}
