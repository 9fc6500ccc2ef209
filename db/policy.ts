import type { PolicyFrame } from '../api/contract/policy.ts'
import type { Technology } from '../api/contract/technologies.ts'
import type { Database } from './open.ts'

export interface NewPolicyFrame extends Omit<PolicyFrame, 'items'> {
  id: string
  items: (PolicyFrame['items'][number] & { id: string })[]
}

/** The slugs of its items are their own, without the frame's. */
export async function insertPolicyFrame(trx: Database, frame: NewPolicyFrame, position: number): Promise<void> {
  const { items, ...own } = frame
  await trx
    .insertInto('policy_frames')
    .values({ ...own, position })
    .execute()
  const rows = items.map((item, i) => ({ ...item, frame_id: frame.id, position: i + 1 }))
  if (rows.length > 0) await trx.insertInto('policy_items').values(rows).execute()
}

export async function hasPolicyFrames(db: Database): Promise<boolean> {
  return !!(await db.selectFrom('policy_frames').select('id').limit(1).executeTakeFirst())
}

/** Every frame with its items, in their order. */
export async function policyFrames(db: Database): Promise<PolicyFrame[]> {
  const frames = await db.selectFrom('policy_frames').selectAll().orderBy('position').execute()
  const items = await db.selectFrom('policy_items').selectAll().orderBy('position').execute()
  return frames.map(({ id, slug, name, question, note, source }) => ({
    ...{ slug, name, question, note, source },
    items: items
      .filter((item) => item.frame_id === id)
      .map((item) => ({ slug: `${slug}/${item.slug}`, name: item.name, short: item.short, meaning: item.meaning })),
  }))
}

/** Ids of items by `frame/item`. */
export async function policyItemIds(db: Database): Promise<Map<string, string>> {
  const rows = await itemsWithFrames(db).execute()
  return new Map(rows.map((row) => [`${row.frame_slug}/${row.slug}`, row.id]))
}

export async function policyItemsOf(db: Database, technology: string): Promise<Technology['policyItems']> {
  const rows = await itemsWithFrames(db)
    .innerJoin('technology_policy_items', 'technology_policy_items.item_id', 'policy_items.id')
    .where('technology_policy_items.technology_id', '=', technology)
    .orderBy('policy_frames.position')
    .orderBy('policy_items.position')
    .execute()
  return rows.map((row) => ({ slug: `${row.frame_slug}/${row.slug}`, name: row.name, frame: row.frame_name }))
}

export async function writePolicyItems(trx: Database, technology: string, items: readonly string[]): Promise<void> {
  const rows = items.map((item) => ({ technology_id: technology, item_id: item }))
  if (rows.length > 0) await trx.insertInto('technology_policy_items').values(rows).execute()
}

function itemsWithFrames(db: Database) {
  return db
    .selectFrom('policy_items')
    .innerJoin('policy_frames', 'policy_frames.id', 'policy_items.frame_id')
    .select(['policy_items.id', 'policy_items.slug', 'policy_items.name'])
    .select(['policy_frames.slug as frame_slug', 'policy_frames.name as frame_name'])
}
