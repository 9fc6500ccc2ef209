import { nameless } from '../api/accounts/nameless.ts'
import type { AuditNote } from '../api/audit/trail.ts'
import type { Database } from './open.ts'
import type { TechnologyFields } from './technologies.ts'

/** An entry of the audit trail, with the name of who acted. */
export interface TrailEntry extends AuditNote {
  seq: number
  at: string
  by: string | null
}

/** Every entry on one of these objects, by kind, the oldest first. */
export async function trailOf(db: Database, objects: Record<string, readonly string[]>): Promise<TrailEntry[]> {
  const entries: TrailEntry[] = []
  for (const [kind, ids] of Object.entries(objects))
    for (let i = 0; i < ids.length; i += 500) entries.push(...(await entriesOn(db, kind, ids.slice(i, i + 500))))
  return entries.sort((a, b) => a.seq - b.seq)
}

async function entriesOn(db: Database, kind: string, ids: readonly string[]): Promise<TrailEntry[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .leftJoin('account_names as people', 'people.account_id', 'audit_entries.actor_id')
    .select(['audit_entries.seq', 'audit_entries.at', 'audit_entries.action', 'audit_entries.object_kind'])
    .select(['audit_entries.object_id', 'audit_entries.details', 'audit_entries.actor_id', 'people.name'])
    .where('audit_entries.object_kind', '=', kind)
    .where('audit_entries.object_id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    by: row.actor_id === null ? null : (row.name ?? nameless),
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    details: JSON.parse(row.details),
  }))
}

type Inside = Pick<TechnologyFields, 'category' | 'specialisms' | 'specialismReasons' | 'partOf' | 'policyItems'>

/** What a technology's fields hold as ids, where what is read of it holds names. */
export async function idsInside(db: Database, technology: string): Promise<Inside> {
  const row = await db
    .selectFrom('technologies')
    .select(['category_id', 'part_of'])
    .where('id', '=', technology)
    .executeTakeFirstOrThrow()
  const specialisms = await db
    .selectFrom('technology_specialisms')
    .select(['specialism_id', 'reason'])
    .where('technology_id', '=', technology)
    .orderBy('specialism_id')
    .execute()
  const items = await db
    .selectFrom('technology_policy_items')
    .select('item_id')
    .where('technology_id', '=', technology)
    .orderBy('item_id')
    .execute()
  const reasons = specialisms.filter(({ reason }) => reason !== '')
  return {
    category: row.category_id,
    partOf: row.part_of,
    specialisms: specialisms.map((one) => one.specialism_id),
    specialismReasons: Object.fromEntries(reasons.map((one) => [one.specialism_id, one.reason])),
    policyItems: items.map((one) => one.item_id),
  }
}

/** Names by id of categories, specialisms and policy items, and of these technologies and people. */
export async function namesFor(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const table of ['categories', 'specialisms', 'policy_items'] as const)
    for (const { id, name } of await db.selectFrom(table).select(['id', 'name']).execute()) names.set(id, name)
  for (let i = 0; i < ids.length; i += 500) {
    const some = ids.slice(i, i + 500)
    const technologies = await db.selectFrom('technologies').select(['id', 'name']).where('id', 'in', some).execute()
    const people = await db
      .selectFrom('accounts')
      .leftJoin('people', 'people.account_id', 'accounts.id')
      .select(['accounts.id', 'people.name'])
      .where('accounts.id', 'in', some)
      .execute()
    for (const { id, name } of [...technologies, ...people]) names.set(id, name ?? nameless)
  }
  return names
}

/** What else is told of in a technology's history: the files of this evidence, its notes and its outcomes, with what they are called. */
export async function besideOf(db: Database, technology: string, evidence: readonly string[]) {
  const files = await db
    .selectFrom('evidence_files')
    .select(['id', 'name'])
    .where('evidence_id', 'in', evidence)
    .execute()
  const notes = await db.selectFrom('technology_notes').select('id').where('technology_id', '=', technology).execute()
  const outcomes = await db
    .selectFrom('outcomes')
    .select(['id', 'text', 'withdrawn_at'])
    .where('technology_id', '=', technology)
    .execute()
  return {
    files,
    notes,
    outcomes: outcomes.map((row) => ({ id: row.id, text: row.text, withdrawn: row.withdrawn_at !== null })),
  }
}
