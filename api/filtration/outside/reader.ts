import type { Database } from '../../../db/open.ts'
import { findOutsideItem, findOutsideList, type HeldItem, outsideItems } from '../../../db/outside-lists.ts'
import type { RegistryState } from '../../../db/state.ts'
import type { OutsideItem, OutsideItemList, OutsideList } from '../../contract/outside-lists.ts'
import { Refusal, repeated } from '../../refusal.ts'
import type { Match } from './name-index.ts'
import type { NameKeeper } from './name-keeper.ts'

export async function getOutsideList(db: Database, id: string): Promise<OutsideList> {
  const list = await findOutsideList(db, id)
  if (!list) throw new Refusal('not-found', `There is no outside list ${repeated(id)}.`)
  return list
}

export async function getOutsideItem(db: Database, at: { list: string; item: string }): Promise<HeldItem> {
  const item = await findOutsideItem(db, at.item)
  if (item?.list !== at.list) throw new Refusal('not-found', `This list has no item ${repeated(at.item)}.`)
  return item
}

export interface ItemsQuery {
  show: 'all' | 'open' | 'proposed' | 'absent' | 'here' | 'left-out'
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of a list's items; `cursor` is the position after which to go on. */
export async function readOutsideItems(
  db: Database,
  names: NameKeeper,
  listId: string,
  query: ItemsQuery,
  state: RegistryState,
): Promise<OutsideItemList> {
  const list = await getOutsideList(db, listId)
  const all = await withProposals(await outsideItems(db, list.id), names, state)
  const sought = query.q?.toLowerCase()
  const matching = all.filter(
    (item) =>
      isShown(item, query.show) && (!sought || `${item.name} ${item.description}`.toLowerCase().includes(sought)),
  )
  const after = afterOf(query.cursor)
  const page = matching.filter(({ position }) => position > after).slice(0, query.limit + 1)
  const items = page.slice(0, query.limit)
  return {
    items,
    total: matching.length,
    nextCursor: page.length > query.limit ? String(items.at(-1)!.position) : null,
    counts: { ...list.counts, proposed: all.filter((item) => isShown(item, 'proposed')).length },
  }
}

/** Items in the contract's words, the open ones with the technologies that they may be. */
export async function withProposals(
  items: readonly HeldItem[],
  names: NameKeeper,
  state: RegistryState,
): Promise<OutsideItem[]> {
  const open = items.filter((item) => item.state === 'absent')
  const found = await names.matchesOf(
    open.map(({ name }) => name),
    state,
  )
  const matches = new Map(open.map(({ id }, i) => [id, found[i]!]))
  return items.map((item) => toItem(item, matches.get(item.id) ?? []))
}

function isShown({ state, proposals }: OutsideItem, show: ItemsQuery['show']): boolean {
  if (show === 'all' || show === state) return true
  if (state !== 'open') return false
  return show === 'proposed' ? proposals.length > 0 : show === 'absent' && proposals.length === 0
}

function toItem({ list: _, decider, state, technology, ...item }: HeldItem, matches: readonly Match[]): OutsideItem {
  return {
    ...item,
    state: state === 'absent' ? 'open' : state,
    technology: technology && { slug: technology.slug, name: technology.name },
    byName: state === 'here' && decider === null,
    proposals: matches.map(({ technology: { slug, name, archived }, alias, same }) => ({
      ...{ slug, name, archived },
      ...{ alias, same },
    })),
  }
}

function afterOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,6}$/.test(cursor)) return Number(cursor)
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
