import type { Taxon, TaxonContent, TaxonKind, TaxonVersion } from '../api/contract/taxonomy.ts'
import type { Database } from './open.ts'

/** Groupings, specialisms and categories, each kind in its order. */
export async function taxa(db: Database): Promise<Taxon[]> {
  return [...(await groupings(db)), ...(await specialisms(db)), ...(await categories(db))]
}

async function groupings(db: Database): Promise<Taxon[]> {
  const rows = await db.selectFrom('groupings').selectAll().orderBy('position').orderBy('slug').execute()
  return rows.map(({ id, slug, version, name, position, retired }) => ({
    ...{ id, slug, version },
    content: { kind: 'grouping', name, position, retired: retired === 1 },
  }))
}

async function specialisms(db: Database): Promise<Taxon[]> {
  const rows = await db
    .selectFrom('specialisms')
    .innerJoin('groupings', 'groupings.id', 'specialisms.grouping_id')
    .selectAll('specialisms')
    .select('groupings.slug as grouping')
    .orderBy('groupings.position')
    .orderBy('specialisms.name')
    .execute()
  return rows.map(({ id, slug, version, name, grouping, description, current, aliases, overlaps_with }) => ({
    ...{ id, slug, version },
    content: {
      kind: 'specialism',
      ...{ name, grouping, description },
      current: current === 1,
      aliases: JSON.parse(aliases),
      overlapsWith: JSON.parse(overlaps_with),
    },
  }))
}

async function categories(db: Database): Promise<Taxon[]> {
  const rows = await db.selectFrom('categories').selectAll().orderBy('position').orderBy('slug').execute()
  return rows.map(({ id, slug, version, name, kind, description, position, retired }) => ({
    ...{ id, slug, version },
    content: { kind: 'category', name, technologyKind: kind, description, position, retired: retired === 1 },
  }))
}

/** Adds a word of the taxonomy; `grouping` is the id of a specialism's. */
export async function insertTaxon(
  trx: Database,
  { id, slug, content }: Omit<Taxon, 'version'>,
  grouping: string | undefined,
): Promise<void> {
  const { table, row } = rowOf(content, grouping)
  await trx
    .insertInto(table)
    .values({ id, slug, ...row } as never)
    .execute()
}

/** Gives it another content, and the version after its present one. */
export async function updateTaxon(
  trx: Database,
  { id, version, content }: Taxon,
  grouping: string | undefined,
): Promise<void> {
  const { table, row } = rowOf(content, grouping)
  await trx
    .updateTable(table)
    .set({ ...row, version: version + 1 } as never)
    .where('id', '=', id)
    .execute()
}

function rowOf(content: TaxonContent, grouping: string | undefined) {
  const { name } = content
  if (content.kind === 'specialism') {
    const { description, current, aliases, overlapsWith } = content
    const texts = { aliases: JSON.stringify(aliases), overlaps_with: JSON.stringify(overlapsWith) }
    const row = { name, grouping_id: grouping, description, current: current ? 1 : 0, ...texts }
    return { table: 'specialisms', row } as const
  }
  const { position } = content
  const retired = content.retired ? 1 : 0
  if (content.kind === 'grouping') return { table: 'groupings', row: { name, position, retired } } as const
  const { technologyKind: kind, description } = content
  return { table: 'categories', row: { name, kind, description, position, retired } } as const
}

export interface NewTaxonVersion extends TaxonVersion {
  kind: TaxonKind
  id: string
  changedBy: string | null
}

/** Keeps what something is at a version, for ever; what is kept already stays. */
export async function keepTaxonVersion(trx: Database, one: NewTaxonVersion): Promise<void> {
  await trx
    .insertInto('taxonomy_versions')
    .values({
      kind: one.kind,
      object_id: one.id,
      version: one.version,
      content: JSON.stringify(one.content),
      reason: one.reason,
      changed_by: one.changedBy,
      changed_at: one.changedAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'object_id', 'version']).doNothing())
    .execute()
}

/** Newest first. */
export async function taxonVersions(db: Database, id: string): Promise<TaxonVersion[]> {
  const rows = await db
    .selectFrom('taxonomy_versions')
    .select(['version', 'content', 'reason', 'changed_at as changedAt'])
    .where('object_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, content: JSON.parse(row.content) }))
}

/** By scan, the ids of those specialisms, of one or of a grouping, that a scan holds whose words may still change. */
export async function heldInPreparation(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('scan_specialisms')
    .innerJoin('scans', 'scans.id', 'scan_specialisms.scan_id')
    .select(['scan_specialisms.scan_id', 'scan_specialisms.specialism_id'])
    .where('scans.frozen_at', 'is', null)
    .where((eb) =>
      eb.or([eb('scan_specialisms.specialism_id', 'in', ids), eb('scan_specialisms.grouping_id', 'in', ids)]),
    )
    .execute()
  const scans = new Map<string, string[]>()
  for (const row of rows) scans.set(row.scan_id, [...(scans.get(row.scan_id) ?? []), row.specialism_id])
  return scans
}
