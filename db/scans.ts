import type { Database } from './open.ts'
import type { ScanRow } from './tables/tables.ts'

/** A scan without its parts. */
export interface ScanHead {
  id: string
  slug: string
  name: string
  startYear: number
  horizonYears: number
  timeZone: string
  boardSeesDraft: boolean
  /** The scan it was started from. */
  previous: string | null
  frozenAt: string | null
  version: number
}

/** A specialism as the scan holds it. */
export interface HeldSpecialism {
  id: string
  slug: string
  name: string
  grouping: { id: string; slug: string; name: string }
  headcount: number | null
}

export async function insertScan(
  trx: Database,
  scan: Omit<ScanHead, 'previous' | 'frozenAt' | 'version'> & { previous?: string | null; createdAt: string },
): Promise<void> {
  await trx
    .insertInto('scans')
    .values({
      id: scan.id,
      slug: scan.slug,
      name: scan.name,
      start_year: scan.startYear,
      horizon_years: scan.horizonYears,
      time_zone: scan.timeZone,
      board_sees_draft: scan.boardSeesDraft ? 1 : 0,
      previous_scan_id: scan.previous ?? null,
      created_at: scan.createdAt,
    })
    .execute()
}

export type ScanSettings = Pick<ScanHead, 'name' | 'boardSeesDraft' | 'timeZone' | 'startYear' | 'horizonYears'>

export async function updateScan(trx: Database, id: string, change: ScanSettings): Promise<void> {
  await trx
    .updateTable('scans')
    .set((eb) => ({
      name: change.name,
      board_sees_draft: change.boardSeesDraft ? 1 : 0,
      time_zone: change.timeZone,
      start_year: change.startYear,
      horizon_years: change.horizonYears,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Newest start year first. */
export async function scans(db: Database): Promise<ScanHead[]> {
  const rows = await db.selectFrom('scans').selectAll().orderBy('start_year', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toScan)
}

/** Finds a scan by id or slug. */
export async function findScan(db: Database, reference: string): Promise<ScanHead | undefined> {
  const row = await db
    .selectFrom('scans')
    .selectAll()
    .where((eb) => eb.or([eb('id', '=', reference), eb('slug', '=', reference)]))
    .executeTakeFirst()
  return row && toScan(row)
}

export async function scanNameIsTaken(db: Database, name: string, slug: string, except = ''): Promise<boolean> {
  const row = await db
    .selectFrom('scans')
    .select('id')
    .where((eb) => eb.or([eb('name', '=', name), eb('slug', '=', slug)]))
    .where('id', '!=', except)
    .executeTakeFirst()
  return !!row
}

/** Writes the specialisms into the scan as the taxonomy has them now; a headcount already held stays. */
export async function holdSpecialisms(trx: Database, scan: string, specialisms: readonly string[]): Promise<void> {
  await trx
    .insertInto('scan_specialisms')
    .columns(['scan_id', 'specialism_id', 'slug', 'name', 'grouping_id', 'grouping_slug', 'grouping_name'])
    .expression((eb) =>
      eb
        .selectFrom('specialisms')
        .innerJoin('groupings', 'groupings.id', 'specialisms.grouping_id')
        .select((s) => [
          s.val(scan).as('scan_id'),
          'specialisms.id',
          'specialisms.slug',
          'specialisms.name',
          'groupings.id',
          'groupings.slug',
          'groupings.name',
        ])
        .where('specialisms.id', 'in', specialisms),
    )
    .onConflict((conflict) =>
      conflict.columns(['scan_id', 'specialism_id']).doUpdateSet((eb) => ({
        slug: eb.ref('excluded.slug'),
        name: eb.ref('excluded.name'),
        grouping_id: eb.ref('excluded.grouping_id'),
        grouping_slug: eb.ref('excluded.grouping_slug'),
        grouping_name: eb.ref('excluded.grouping_name'),
      })),
    )
    .execute()
}

export async function removeSpecialisms(trx: Database, scan: string, specialisms: readonly string[]): Promise<void> {
  if (specialisms.length === 0) return
  await trx
    .deleteFrom('scan_specialisms')
    .where('scan_id', '=', scan)
    .where('specialism_id', 'in', specialisms)
    .execute()
}

/** A scan's specialisms, by grouping in the taxonomy's order, then by name. */
export async function heldSpecialisms(db: Database, scan: string): Promise<HeldSpecialism[]> {
  const rows = await db
    .selectFrom('scan_specialisms')
    .innerJoin('groupings', 'groupings.id', 'scan_specialisms.grouping_id')
    .selectAll('scan_specialisms')
    .where('scan_specialisms.scan_id', '=', scan)
    .orderBy('groupings.position')
    .orderBy('scan_specialisms.name')
    .execute()
  return rows.map((row) => ({
    id: row.specialism_id,
    slug: row.slug,
    name: row.name,
    grouping: { id: row.grouping_id, slug: row.grouping_slug, name: row.grouping_name },
    headcount: row.headcount,
  }))
}

/** Enters a technology into a scan with its readiness and milestone of this moment; no effect where it is in already. */
export async function enterIntoScan(trx: Database, scan: string, technologies: readonly string[], at: string) {
  await trx
    .insertInto('scan_technologies')
    .columns([
      'scan_id',
      'technology_id',
      'readiness',
      'milestone',
      'milestone_places',
      'milestone_source',
      'milestone_test',
      'entered_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('technologies')
        .select((t) => [
          t.val(scan).as('scan_id'),
          'technologies.id',
          'technologies.readiness',
          'technologies.milestone',
          'technologies.milestone_places',
          'technologies.milestone_source',
          'technologies.milestone_test',
          t.val(at).as('entered_at'),
        ])
        .where('technologies.id', 'in', technologies),
    )
    .onConflict((conflict) => conflict.columns(['scan_id', 'technology_id']).doNothing())
    .execute()
}

/**
 * Freezes a scan as its first round opens: specialisms and groupings as the taxonomy has them, readiness and milestones as
 * the technologies have them. Nothing writes to them afterwards.
 */
export async function freezeScan(trx: Database, scan: string, at: string): Promise<void> {
  const held = await trx.selectFrom('scan_specialisms').select('specialism_id').where('scan_id', '=', scan).execute()
  await holdSpecialisms(
    trx,
    scan,
    held.map((row) => row.specialism_id),
  )
  await trx
    .updateTable('scan_technologies')
    .from('technologies')
    .set((eb) => ({
      readiness: eb.ref('technologies.readiness'),
      milestone: eb.ref('technologies.milestone'),
      milestone_places: eb.ref('technologies.milestone_places'),
      milestone_source: eb.ref('technologies.milestone_source'),
      milestone_test: eb.ref('technologies.milestone_test'),
    }))
    .whereRef('technologies.id', '=', 'scan_technologies.technology_id')
    .where('scan_technologies.scan_id', '=', scan)
    .execute()
  await trx
    .updateTable('scans')
    .set((eb) => ({ frozen_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', scan)
    .execute()
}

/** How many technologies each scan holds, by scan id. */
export async function technologyCounts(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('scan_technologies')
    .select((eb) => ['scan_id', eb.fn.countAll<number>().as('n')])
    .groupBy('scan_id')
    .execute()
  return new Map(rows.map((row) => [row.scan_id, Number(row.n)]))
}

function toScan(row: ScanRow): ScanHead {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    startYear: row.start_year,
    horizonYears: row.horizon_years,
    timeZone: row.time_zone,
    boardSeesDraft: row.board_sees_draft === 1,
    previous: row.previous_scan_id,
    frozenAt: row.frozen_at,
    version: row.version,
  }
}
