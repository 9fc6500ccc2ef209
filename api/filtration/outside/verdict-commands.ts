import type { Database, Registry } from '../../../db/open.ts'
import { findOutsideItem, type HeldItem, type Settled, settleItem } from '../../../db/outside-lists.ts'
import { findTechnology } from '../../../db/technologies.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AuditNote } from '../../audit/trail.ts'
import type { OutsideVerdict, OutsideVerdictsRequest } from '../../contract/outside-lists.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { invalid, Refusal, repeated } from '../../refusal.ts'
import { getOutsideItem, getOutsideList } from './reader.ts'

type RecordNote = (note: AuditNote) => void
const quietly = { redraws: false }

/** Says of one item that it is here, leaves it out, or opens it again. What changes nothing is answered as done. */
export async function settleOutsideItem(
  registry: Registry,
  at: { list: string; item: string },
  verdict: OutsideVerdict,
  seen: Precondition,
  by: By,
): Promise<HeldItem> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const before = await getOutsideItem(trx, at)
      const said = await settledBy(trx, verdict, by, '')
      if (saysTheSame(before, said) && seen.kind !== 'none') return before
      ensureSeen(seen, before)
      await settle(trx, before, said, record)
      return getOutsideItem(trx, at)
    },
    quietly,
  )
}

/** The same for many, all of them or none. */
export async function settleOutsideItems(
  registry: Registry,
  list: string,
  { items }: OutsideVerdictsRequest,
  by: By,
): Promise<HeldItem[]> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      await getOutsideList(trx, list)
      const settled: HeldItem[] = []
      for (const [i, { item, version, verdict }] of items.entries()) {
        const before = await itemIn(trx, { list, item }, i)
        ensureSeen({ kind: 'versions', versions: [version] }, before)
        const said = await settledBy(trx, verdict, by, `/items/${i}/verdict`)
        if (!saysTheSame(before, said)) await settle(trx, before, said, record)
        settled.push(await getOutsideItem(trx, { list, item }))
      }
      return settled
    },
    quietly,
  )
}

/** A technology was entered for an item that nobody had settled: it is here now. */
export async function settleEntered(
  trx: Database,
  item: string,
  technology: string,
  by: By,
  record: RecordNote,
): Promise<void> {
  const before = await findOutsideItem(trx, item)
  if (!before) throw invalid('/outsideItem', `There is no item ${repeated(item)} of an outside list.`)
  if (before.state !== 'absent')
    throw new Refusal(
      'conflict',
      `“${before.name}” was settled meanwhile. Look at its list again before you enter it as a technology.`,
    )
  const said: Settled = { state: 'here', technology, reason: null, note: '', by: by.account, at: by.at }
  await settle(trx, before, said, record)
}

async function itemIn(trx: Database, at: { list: string; item: string }, i: number): Promise<HeldItem> {
  const item = await findOutsideItem(trx, at.item)
  if (item?.list === at.list) return item
  throw invalid(`/items/${i}/item`, `This list has no item ${repeated(at.item)}.`)
}

async function settledBy(trx: Database, verdict: OutsideVerdict, by: By, pointer: string): Promise<Settled> {
  const decided = { by: by.account, at: by.at }
  if (verdict.kind === 'open') return { state: 'absent', technology: null, reason: null, note: '', ...decided }
  if (verdict.kind === 'left-out')
    return { state: 'left-out', technology: null, reason: verdict.reason, note: verdict.note, ...decided }
  const technology = await findTechnology(trx, verdict.technology)
  if (!technology) throw invalid(`${pointer}/technology`, `There is no technology ${repeated(verdict.technology)}.`)
  return { state: 'here', technology: technology.id, reason: null, note: '', ...decided }
}

/** Whoever confirms what was found by its name alone says something: that somebody has looked. */
function saysTheSame(before: HeldItem, said: Settled): boolean {
  const same = before.state === said.state && (before.technology?.id ?? null) === said.technology
  return (
    same && before.reason === said.reason && before.note === said.note && !(before.state === 'here' && !before.decider)
  )
}

async function settle(trx: Database, before: HeldItem, said: Settled, record: RecordNote): Promise<void> {
  await settleItem(trx, before.id, said)
  const was = {
    state: before.state,
    technology: before.technology?.id ?? null,
    reason: before.reason,
    note: before.note,
  }
  const { by: _, at: __, ...is } = said
  const details = { list: before.list, before: was, after: is }
  record({ action: 'outside-item.settle', objectKind: 'outside-item', objectId: before.id, details })
}
