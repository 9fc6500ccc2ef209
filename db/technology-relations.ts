import { nameless } from '../api/accounts/nameless.ts'
import type { Technology } from '../api/contract/technologies.ts'
import type { TechnologyScope } from '../api/technologies/scope.ts'
import type { Database } from './open.ts'
import { policyItemsOf } from './policy.ts'
import type { TechnologyRow } from './tables/tables.ts'
import { inScope } from './technologies.ts'

type Relations = Pick<Technology, 'specialisms' | 'partOf' | 'parts' | 'mergedInto' | 'policyItems'>

/** What a technology belongs to and what belongs to it, of other technologies those that the reader may know of. */
export async function relationsOf(db: Database, row: TechnologyRow, scope: TechnologyScope): Promise<Relations> {
  const { id, part_of: whole, merged_into: survivor } = row
  const others = await inScope(db, scope)
    .select([
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'technologies.part_of',
      'technologies.archived',
    ])
    .where((eb) =>
      eb.or([eb('technologies.part_of', '=', id), eb('technologies.id', 'in', [whole ?? '', survivor ?? ''])]),
    )
    .orderBy('technologies.name')
    .orderBy('technologies.id')
    .execute()
  const named = (one: { slug: string; name: string } | undefined) => one && { slug: one.slug, name: one.name }
  return {
    specialisms: await specialismsOf(db, id),
    partOf: named(others.find((one) => one.id === whole)) ?? null,
    parts: others.filter((one) => one.part_of === id && one.archived === 0).map(({ slug, name }) => ({ slug, name })),
    mergedInto: named(others.find((one) => one.id === survivor)) ?? null,
    policyItems: await policyItemsOf(db, id),
  }
}

async function specialismsOf(db: Database, technology: string): Promise<Technology['specialisms']> {
  return db
    .selectFrom('technology_specialisms')
    .innerJoin('specialisms', 'specialisms.id', 'technology_specialisms.specialism_id')
    .select(['specialisms.slug', 'specialisms.name', 'technology_specialisms.reason'])
    .where('technology_specialisms.technology_id', '=', technology)
    .orderBy('specialisms.name')
    .execute()
}

/** What is for the scan team: whose it is, and why, by whom and when it was archived. */
export async function insideOf(db: Database, row: TechnologyRow): Promise<Pick<Technology, 'owner' | 'archive'>> {
  const owner = row.owner_id === null ? undefined : await personOf(db, row.owner_id)
  return {
    owner: row.owner_id === null ? null : { id: row.owner_id, name: owner ?? nameless },
    archive: row.archived === 1 ? await archiveOf(db, row) : null,
  }
}

/** Who archived it is in the trail, which keeps it when it is brought back and archived again. */
async function archiveOf(db: Database, row: TechnologyRow): Promise<NonNullable<Technology['archive']>> {
  const entry = await db
    .selectFrom('audit_entries')
    .select(['at', 'actor_id'])
    .where('object_kind', '=', 'technology')
    .where('object_id', '=', row.id)
    .where('action', 'in', ['technology.archive', 'technology.merge'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const by = entry?.actor_id ? ((await personOf(db, entry.actor_id)) ?? nameless) : null
  return { reason: row.archived_reason, note: row.archived_note, by, at: entry?.at ?? null }
}

async function personOf(db: Database, account: string): Promise<string | undefined> {
  const row = await db.selectFrom('people').select('name').where('account_id', '=', account).executeTakeFirst()
  return row?.name
}
