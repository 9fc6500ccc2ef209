import type { Evidence, Technology, TechnologyList } from '../api/contract/technologies.ts'
import type { TechnologyScope } from '../api/technologies/scope.ts'
import { evidenceOf } from './evidence.ts'
import type { Database } from './open.ts'
import { technologyMatches } from './sqlite/full-text.ts'
import type { TechnologyRow } from './tables/tables.ts'

/** A technology's own fields, as they are written. Category and specialisms are ids. */
export interface TechnologyFields {
  slug: string
  name: string
  description: string
  wouldChange: string
  category: string
  kind: Technology['kind']
  readiness: number | null
  readinessBasis: Technology['readinessBasis']
  readinessOn: string | null
  milestone: Technology['milestone']
  milestonePlaces: number | null
  milestoneSource: string
  milestoneTest: string
  illustrativeYear: number | null
  specialisms: string[]
}

export async function insertTechnology(trx: Database, id: string, fields: TechnologyFields, at: string) {
  await trx
    .insertInto('technologies')
    .values({ id, ...columnsOf(fields), created_at: at, changed_at: at })
    .execute()
  await writeSpecialisms(trx, id, fields.specialisms)
}

export async function updateTechnology(trx: Database, id: string, fields: TechnologyFields, at: string) {
  await trx
    .updateTable('technologies')
    .set((eb) => ({ ...columnsOf(fields), changed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('technology_specialisms').where('technology_id', '=', id).execute()
  await writeSpecialisms(trx, id, fields.specialisms)
}

export async function setArchived(trx: Database, id: string, archived: boolean, at: string): Promise<void> {
  await trx
    .updateTable('technologies')
    .set((eb) => ({ archived: archived ? 1 : 0, changed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Evidence belongs to its technology: a change of it is a change of the technology too. */
export async function touchTechnology(trx: Database, id: string, at: string): Promise<void> {
  await trx
    .updateTable('technologies')
    .set((eb) => ({ changed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Finds a technology by id or slug, with its evidence, within what the reader may know of. */
export async function findTechnology(
  db: Database,
  reference: string,
  scope: TechnologyScope = 'registry',
): Promise<Technology | undefined> {
  const row = await inScope(db, scope)
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .selectAll('technologies')
    .select(['categories.slug as category_slug', 'categories.name as category_name'])
    .where((eb) => eb.or([eb('technologies.id', '=', reference), eb('technologies.slug', '=', reference)]))
    .executeTakeFirst()
  if (!row) return undefined
  const specialisms = await db
    .selectFrom('technology_specialisms')
    .innerJoin('specialisms', 'specialisms.id', 'technology_specialisms.specialism_id')
    .select(['specialisms.slug', 'specialisms.name'])
    .where('technology_specialisms.technology_id', '=', row.id)
    .orderBy('specialisms.name')
    .execute()
  const evidence = await evidenceOf(db, row.id)
  const category = { slug: row.category_slug, name: row.category_name }
  return toTechnology(row, category, specialisms, scope === 'registry' ? evidence : evidence.filter((e) => !e.archived))
}

export interface TechnologyQuery {
  q?: string | undefined
  category?: readonly string[] | undefined
  specialism?: readonly string[] | undefined
  archived: boolean
  /** The slug after which to go on. */
  after?: string | undefined
  limit: number
}

/** A page of technologies by name; `nextCursor` is the slug after which to go on. */
export async function listTechnologies(
  db: Database,
  query: TechnologyQuery,
  scope: TechnologyScope,
): Promise<TechnologyList> {
  const matching = filtered(db, query, scope)
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .$if(query.after !== undefined, (q) => q.where('technologies.slug', '>', query.after!))
    .select((eb) => [
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'technologies.description',
      'categories.slug as category',
      'technologies.readiness',
      'technologies.archived',
      'technologies.changed_at as changedAt',
      eb
        .selectFrom('technology_specialisms')
        .whereRef('technology_specialisms.technology_id', '=', 'technologies.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('specialisms'),
      eb
        .selectFrom('evidence')
        .whereRef('evidence.technology_id', '=', 'technologies.id')
        .where('evidence.archived', '=', 0)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('evidence'),
    ])
    .orderBy('technologies.slug')
    .limit(query.limit + 1)
    .execute()
  const items = rows.slice(0, query.limit).map((row) => ({
    ...row,
    archived: row.archived === 1,
    specialisms: row.specialisms ?? 0,
    evidence: row.evidence ?? 0,
  }))
  return { items, total: Number(total), nextCursor: rows.length > query.limit ? items.at(-1)!.slug : null }
}

/** Ids of the technologies that hold the words of a search. */
export async function technologiesMatching(db: Database, text: string): Promise<string[]> {
  const rows = await db.selectFrom('technologies').select('id').where(technologyMatches(text)).execute()
  return rows.map((row) => row.id)
}

/** Every technology's name, for looking for near ones; archived ones too. */
export async function technologyNames(db: Database) {
  const rows = await db.selectFrom('technologies').select(['slug', 'name', 'description', 'archived']).execute()
  return rows.map((row) => ({ ...row, archived: row.archived === 1 }))
}

export async function slugIsTaken(db: Database, slug: string): Promise<boolean> {
  return !!(await db.selectFrom('technologies').select('id').where('slug', '=', slug).executeTakeFirst())
}

export async function findTechnologyByName(db: Database, name: string) {
  return db.selectFrom('technologies').select(['id', 'slug', 'name']).where('name', '=', name).executeTakeFirst()
}

function filtered(db: Database, query: TechnologyQuery, scope: TechnologyScope) {
  return inScope(db, scope)
    .where('technologies.archived', '=', query.archived ? 1 : 0)
    .$if(!!query.q, (q) => q.where(technologyMatches(query.q!)))
    .$if(!!query.category?.length, (q) =>
      q.where('technologies.category_id', 'in', (eb) =>
        eb.selectFrom('categories').select('categories.id').where('categories.slug', 'in', query.category!),
      ),
    )
    .$if(!!query.specialism?.length, (q) =>
      q.where('technologies.id', 'in', (eb) =>
        eb
          .selectFrom('technology_specialisms')
          .innerJoin('specialisms', 'specialisms.id', 'technology_specialisms.specialism_id')
          .select('technology_specialisms.technology_id')
          .where('specialisms.slug', 'in', query.specialism!),
      ),
    )
}

function inScope(db: Database, scope: TechnologyScope) {
  const all = db.selectFrom('technologies')
  if (scope === 'registry') return all
  return all.where('technologies.id', 'in', (eb) =>
    eb
      .selectFrom('scan_technologies')
      .innerJoin('scans', 'scans.id', 'scan_technologies.scan_id')
      .$if(scope === 'drafts', (q) => q.where('scans.board_sees_draft', '=', 1))
      .select('scan_technologies.technology_id'),
  )
}

async function writeSpecialisms(trx: Database, technology: string, specialisms: readonly string[]): Promise<void> {
  const rows = specialisms.map((specialism) => ({ technology_id: technology, specialism_id: specialism }))
  await trx.insertInto('technology_specialisms').values(rows).execute()
}

function columnsOf(fields: TechnologyFields) {
  return {
    slug: fields.slug,
    name: fields.name,
    description: fields.description,
    would_change: fields.wouldChange,
    category_id: fields.category,
    kind: fields.kind,
    readiness: fields.readiness,
    readiness_basis: fields.readinessBasis,
    readiness_on: fields.readinessOn,
    milestone: fields.milestone,
    milestone_places: fields.milestonePlaces,
    milestone_source: fields.milestoneSource,
    milestone_test: fields.milestoneTest,
    illustrative_year: fields.illustrativeYear,
  }
}

function toTechnology(
  row: TechnologyRow,
  category: Technology['category'],
  specialisms: Technology['specialisms'],
  evidence: Evidence[],
): Technology {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    wouldChange: row.would_change,
    category,
    kind: row.kind,
    readiness: row.readiness,
    readinessBasis: row.readiness_basis,
    readinessOn: row.readiness_on,
    milestone: row.milestone,
    milestonePlaces: row.milestone_places,
    milestoneSource: row.milestone_source,
    milestoneTest: row.milestone_test,
    illustrativeYear: row.illustrative_year,
    specialisms,
    archived: row.archived === 1,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.version,
    evidence,
  }
}
