import type { Category, Specialism } from '../api/contract/technologies.ts'
import type { Database } from './open.ts'

export interface NewGrouping {
  id: string
  slug: string
  name: string
  position: number
}

export interface NewSpecialism {
  id: string
  slug: string
  name: string
  groupingId: string
  description: string
  current: boolean
  aliases: string[]
  overlapsWith: string[]
}

export async function insertGrouping(trx: Database, grouping: NewGrouping): Promise<void> {
  await trx.insertInto('groupings').values(grouping).execute()
}

export async function insertSpecialism(trx: Database, specialism: NewSpecialism): Promise<void> {
  await trx
    .insertInto('specialisms')
    .values({
      id: specialism.id,
      slug: specialism.slug,
      name: specialism.name,
      grouping_id: specialism.groupingId,
      description: specialism.description,
      current: specialism.current ? 1 : 0,
      aliases: JSON.stringify(specialism.aliases),
      overlaps_with: JSON.stringify(specialism.overlapsWith),
    })
    .execute()
}

export type NewCategory = Pick<Category, 'id' | 'slug' | 'name' | 'kind' | 'position'>

export async function insertCategory(trx: Database, category: NewCategory): Promise<void> {
  await trx.insertInto('categories').values(category).execute()
}

/** In the order in which radars and forms show them. */
export async function categories(db: Database): Promise<Category[]> {
  const rows = await categoryRows(db).orderBy('position').orderBy('slug').execute()
  return rows.map((row) => ({ ...row, retired: row.retired === 1 }))
}

/** Those that have a slice of the radar: a retired one only where a technology of a scan is in it. */
export async function slicedCategories(db: Database): Promise<NewCategory[]> {
  return db
    .selectFrom('categories')
    .select(['id', 'slug', 'name', 'kind', 'position'])
    .where((eb) =>
      eb.or([
        eb('retired', '=', 0),
        eb.exists(
          eb
            .selectFrom('scan_technologies')
            .innerJoin('technologies', 'technologies.id', 'scan_technologies.technology_id')
            .select('technologies.id')
            .whereRef('technologies.category_id', '=', 'categories.id'),
        ),
      ]),
    )
    .orderBy('position')
    .orderBy('slug')
    .execute()
}

/** By grouping, then by name. */
export async function specialisms(db: Database): Promise<Specialism[]> {
  const rows = await db
    .selectFrom('specialisms')
    .innerJoin('groupings', 'groupings.id', 'specialisms.grouping_id')
    .select([
      'specialisms.id',
      'specialisms.slug',
      'specialisms.name',
      'specialisms.description',
      'specialisms.current',
      'specialisms.aliases',
      'specialisms.overlaps_with',
      'groupings.slug as grouping_slug',
      'groupings.name as grouping_name',
    ])
    .orderBy('groupings.position')
    .orderBy('specialisms.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    grouping: { slug: row.grouping_slug, name: row.grouping_name },
    description: row.description,
    current: row.current === 1,
    aliases: JSON.parse(row.aliases),
    overlapsWith: JSON.parse(row.overlaps_with),
  }))
}

/** The ids of these references (ids or slugs), in their order; null where there is no such specialism. */
export async function idsOfSpecialisms(db: Database, references: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.selectFrom('specialisms').select(['id', 'slug']).execute()
  const ids = new Map(rows.flatMap((row) => [[row.slug, row.id] as const, [row.id, row.id] as const]))
  return references.map((reference) => ids.get(reference) ?? null)
}

export async function findCategory(db: Database, reference: string): Promise<Category | undefined> {
  const row = await categoryRows(db)
    .where((eb) => eb.or([eb('slug', '=', reference), eb('id', '=', reference)]))
    .executeTakeFirst()
  return row && { ...row, retired: row.retired === 1 }
}

function categoryRows(db: Database) {
  return db.selectFrom('categories').select(['id', 'slug', 'name', 'kind', 'position', 'description', 'retired'])
}
