import type { ArchiveTechnologyRequest, Technology } from '../api/contract/technologies.ts'
import type { TechnologyScope } from '../api/technologies/scope.ts'
import { filesOf } from './evidence-files.ts'
import { evidenceShownOf } from './merges.ts'
import type { Database } from './open.ts'
import { writePolicyItems } from './policy.ts'
import { technologyMatches } from './sqlite/full-text.ts'
import type { TechnologyRow } from './tables/tables.ts'
import { insideOf, relationsOf } from './technology-relations.ts'

/** A technology's own fields, as they are written. Category, specialisms and policy items are ids. */
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
  /** Why a specialism (id) is likely to be affected, where that is said. */
  specialismReasons: Record<string, string>
  aliases: string[]
  /** Ids. */
  partOf: string | null
  owner: string | null
  readinessEvidence: string | null
  policyItems: string[]
}

export async function insertTechnology(trx: Database, id: string, fields: TechnologyFields, at: string) {
  await trx
    .insertInto('technologies')
    .values({ id, ...columnsOf(fields), created_at: at, changed_at: at })
    .execute()
  await writeSpecialisms(trx, id, fields)
  await writePolicyItems(trx, id, fields.policyItems)
}

export async function updateTechnology(trx: Database, id: string, fields: TechnologyFields, at: string) {
  await trx
    .updateTable('technologies')
    .set((eb) => ({ ...columnsOf(fields), changed_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('technology_specialisms').where('technology_id', '=', id).execute()
  await writeSpecialisms(trx, id, fields)
  await trx.deleteFrom('technology_policy_items').where('technology_id', '=', id).execute()
  await writePolicyItems(trx, id, fields.policyItems)
}

/** Archives a technology with why, or brings it back. */
export async function setArchived(trx: Database, id: string, archive: ArchiveTechnologyRequest, at: string) {
  const { archived, reason, note } = archive
  await trx
    .updateTable('technologies')
    .set((eb) => ({
      archived: archived ? 1 : 0,
      archived_reason: reason,
      archived_note: note,
      changed_at: at,
      version: eb('version', '+', 1),
    }))
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

/** Finds a technology by id or slug, with all that belongs to it, within what the reader may know of. */
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
  const isScanTeam = scope === 'registry'
  const visible = <T extends { archived: boolean }>(all: T[]) => (isScanTeam ? all : all.filter((one) => !one.archived))
  const evidence = visible(await evidenceShownOf(db, row.id))
  const files = visible(await filesOf(db, row.id)).filter((file) => evidence.some(({ id }) => id === file.evidence))
  return {
    ...ownFields(row),
    category: { slug: row.category_slug, name: row.category_name },
    ...(await relationsOf(db, row, scope)),
    ...(isScanTeam ? await insideOf(db, row) : { owner: null, archive: null }),
    evidence,
    files,
  }
}

/** Ids of the technologies that hold the words of a search. */
export async function technologiesMatching(db: Database, text: string): Promise<string[]> {
  const rows = await db.selectFrom('technologies').select('id').where(technologyMatches(text)).execute()
  return rows.map((row) => row.id)
}

/** Every technology's names, for looking for near ones; archived ones too. */
export async function technologyNames(db: Database) {
  const rows = await db
    .selectFrom('technologies')
    .select(['slug', 'name', 'aliases', 'description', 'archived'])
    .execute()
  return rows.map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[], archived: row.archived === 1 }))
}

/** Every technology with all that it is called; archived ones too. */
export async function namesOfTechnologies(db: Database): Promise<{ slug: string; name: string; aliases: string[] }[]> {
  const rows = await db.selectFrom('technologies').select(['slug', 'name', 'aliases']).orderBy('n').execute()
  return rows.map(({ aliases, ...row }) => ({ ...row, aliases: JSON.parse(aliases) as string[] }))
}

/** Every technology by all that it may be called, archived ones too. */
export async function technologiesByName(db: Database) {
  const rows = await db.selectFrom('technologies').select(['id', 'slug', 'name', 'aliases', 'archived']).execute()
  return rows.map(({ aliases, archived, ...row }) => ({
    ...row,
    aliases: JSON.parse(aliases) as string[],
    archived: archived === 1,
  }))
}

export async function slugIsTaken(db: Database, slug: string): Promise<boolean> {
  return !!(await db.selectFrom('technologies').select('id').where('slug', '=', slug).executeTakeFirst())
}

export async function findTechnologyByName(db: Database, name: string) {
  return db.selectFrom('technologies').select(['id', 'slug', 'name']).where('name', '=', name).executeTakeFirst()
}

/** Technologies, archived ones aside, that have one of these names in upper or lower case. */
export async function presentNames(db: Database, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  const lower = names.map((name) => name.toLowerCase())
  return db
    .selectFrom('technologies')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('name', 'in', names), eb(eb.fn<string>('lower', ['name']), 'in', lower)]))
    .where('archived', '=', 0)
    .orderBy('name')
    .execute()
}

/** The names of a technology's parts, archived ones too. */
export async function partNames(db: Database, whole: string): Promise<string[]> {
  const rows = await db.selectFrom('technologies').select('name').where('part_of', '=', whole).orderBy('name').execute()
  return rows.map((row) => row.name)
}

/** The technologies that a reader may know of. */
export function inScope(db: Database, scope: TechnologyScope) {
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

async function writeSpecialisms(trx: Database, technology: string, fields: TechnologyFields): Promise<void> {
  const rows = fields.specialisms.map((specialism) => ({
    technology_id: technology,
    specialism_id: specialism,
    reason: fields.specialismReasons[specialism] ?? '',
  }))
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
    aliases: JSON.stringify(fields.aliases),
    part_of: fields.partOf,
    owner_id: fields.owner,
    readiness_evidence_id: fields.readinessEvidence,
  }
}

function ownFields(row: TechnologyRow) {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    wouldChange: row.would_change,
    kind: row.kind,
    readiness: row.readiness,
    readinessBasis: row.readiness_basis,
    readinessOn: row.readiness_on,
    readinessEvidence: row.readiness_evidence_id,
    milestone: row.milestone,
    milestonePlaces: row.milestone_places,
    milestoneSource: row.milestone_source,
    milestoneTest: row.milestone_test,
    illustrativeYear: row.illustrative_year,
    aliases: JSON.parse(row.aliases) as string[],
    archived: row.archived === 1,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.version,
  }
}
