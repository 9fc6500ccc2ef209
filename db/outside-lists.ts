import { nameless } from '../api/accounts/nameless.ts'
import type { ExitReason } from '../api/contract/exits.ts'
import type { OutsideList, OutsideListFields } from '../api/contract/outside-lists.ts'
import type { Database } from './open.ts'

export async function insertOutsideList(
  trx: Database,
  list: OutsideListFields & { id: string; by: string; at: string },
): Promise<void> {
  await trx
    .insertInto('outside_lists')
    .values({ id: list.id, ...columnsOf(list), created_by: list.by, created_at: list.at })
    .execute()
}

export async function updateOutsideList(trx: Database, id: string, fields: OutsideListFields): Promise<void> {
  await trx
    .updateTable('outside_lists')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setListArchived(trx: Database, id: string, archived: boolean): Promise<void> {
  await trx
    .updateTable('outside_lists')
    .set((eb) => ({ archived: archived ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const columnsOf = (fields: OutsideListFields) => ({
  name: fields.name,
  source_title: fields.sourceTitle,
  source_url: fields.sourceUrl,
  listed_on: fields.listedOn,
})

export async function outsideListNameIsTaken(db: Database, name: string, except = ''): Promise<boolean> {
  const row = await db
    .selectFrom('outside_lists')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', except)
    .executeTakeFirst()
  return !!row
}

/** Newest first, with how much of each is settled. */
export async function outsideLists(db: Database, archived: boolean): Promise<OutsideList[]> {
  const rows = await lists(db)
    .where('outside_lists.archived', '=', archived ? 1 : 0)
    .orderBy('outside_lists.id', 'desc')
    .execute()
  return rows.map(toList)
}

export async function findOutsideList(db: Database, id: string): Promise<OutsideList | undefined> {
  const row = await lists(db).where('outside_lists.id', '=', id).executeTakeFirst()
  return row && toList(row)
}

function lists(db: Database) {
  return db
    .selectFrom('outside_lists')
    .leftJoin('account_names as people', 'people.account_id', 'outside_lists.created_by')
    .leftJoin('outside_items', 'outside_items.list_id', 'outside_lists.id')
    .selectAll('outside_lists')
    .select((eb) => [
      'people.name as creator',
      eb.fn.count<number>('outside_items.id').as('total'),
      ...(['here', 'left-out'] as const).map((state) =>
        eb.fn.count<number>('outside_items.id').filterWhere('outside_items.state', '=', state).as(state),
      ),
    ])
    .groupBy(['outside_lists.id', 'people.name'])
}

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]

function toList(row: ListRow): OutsideList {
  const [total, here, leftOut] = [row.total, row.here, row['left-out']].map(Number) as [number, number, number]
  return {
    id: row.id,
    name: row.name,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    listedOn: row.listed_on,
    createdBy: row.creator ?? nameless,
    createdAt: row.created_at,
    archived: row.archived === 1,
    counts: { total, open: total - here - leftOut, here, leftOut },
    version: row.version,
  }
}

/** An item as the registry holds it. `state` is `absent` as long as nobody has settled it; `decidedBy` a name. */
export interface HeldItem {
  id: string
  list: string
  position: number
  name: string
  description: string
  state: 'absent' | 'here' | 'left-out'
  technology: { id: string; slug: string; name: string } | null
  reason: ExitReason | null
  note: string
  /** An account and its name; null where it was found by its name, or is as it came. */
  decider: string | null
  decidedBy: string | null
  decidedAt: string | null
  version: number
}

/** What is said of an item: ids; `by` is null where it was found by its name. */
export interface Settled {
  state: HeldItem['state']
  technology: string | null
  reason: ExitReason | null
  note: string
  by: string | null
  at: string | null
}

export interface NewItem extends Settled {
  id: string
  position: number
  name: string
  description: string
}

export async function insertOutsideItems(trx: Database, list: string, items: readonly NewItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += 200)
    await trx
      .insertInto('outside_items')
      .values(
        items.slice(from, from + 200).map((item) => ({
          id: item.id,
          list_id: list,
          position: item.position,
          name: item.name,
          description: item.description,
          ...verdictOf(item),
        })),
      )
      .execute()
}

export async function settleItem(trx: Database, id: string, settled: Settled): Promise<void> {
  await trx
    .updateTable('outside_items')
    .set((eb) => ({ ...verdictOf(settled), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const verdictOf = ({ state, technology, reason, note, by, at }: Settled) => ({
  state,
  technology_id: technology,
  reason,
  note,
  decided_by: by,
  decided_at: at,
})

/** A list's items in their own order. */
export async function outsideItems(db: Database, list: string): Promise<HeldItem[]> {
  const rows = await items(db).where('outside_items.list_id', '=', list).orderBy('outside_items.position').execute()
  return rows.map(toItem)
}

export async function findOutsideItem(db: Database, id: string): Promise<HeldItem | undefined> {
  const row = await items(db).where('outside_items.id', '=', id).executeTakeFirst()
  return row && toItem(row)
}

function items(db: Database) {
  return db
    .selectFrom('outside_items')
    .leftJoin('technologies', 'technologies.id', 'outside_items.technology_id')
    .leftJoin('account_names as people', 'people.account_id', 'outside_items.decided_by')
    .selectAll('outside_items')
    .select(['technologies.slug as technology_slug', 'technologies.name as technology_name', 'people.name as decider'])
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]

function toItem(row: ItemRow): HeldItem {
  const { technology_id: id, technology_slug: slug, technology_name: name } = row
  return {
    id: row.id,
    list: row.list_id,
    position: row.position,
    name: row.name,
    description: row.description,
    state: row.state,
    technology: id === null ? null : { id, slug: slug!, name: name! },
    reason: row.reason,
    note: row.note,
    decider: row.decided_by,
    decidedBy: row.decided_by === null ? null : (row.decider ?? nameless),
    decidedAt: row.decided_at,
    version: row.version,
  }
}

/** Every technology with all its names; one that was merged into another is not there. */
export async function namesOfTechnologies(db: Database) {
  const rows = await db
    .selectFrom('technologies')
    .select(['id', 'slug', 'name', 'aliases', 'archived'])
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[], archived: row.archived === 1 }))
}
