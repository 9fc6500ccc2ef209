import type { Database } from './open.ts'

/** The people of a scan's panel who have agreed to be named, by name; nobody else. */
export async function namedByConsent(db: Database, scan: string): Promise<string[]> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('people', 'people.account_id', 'panellists.account_id')
    .select('people.name')
    .where('panellists.scan_id', '=', scan)
    .where('panellists.named_consent', '=', 1)
    .orderBy('people.name')
    .orderBy('panellists.id')
    .execute()
  return rows.map((row) => row.name)
}

/** How many of a scan's panel have declared, in their latest declaration, no interest or some: counts, never who. */
export async function declarationCounts(db: Database, scan: string): Promise<{ none: number; some: number }> {
  const rows = await db
    .selectFrom('declarations')
    .innerJoin('panellists', 'panellists.id', 'declarations.panellist_id')
    .select(['declarations.panellist_id', 'declarations.kind'])
    .where('panellists.scan_id', '=', scan)
    .where('panellists.left_at', 'is', null)
    .orderBy('declarations.version')
    .execute()
  const latest = [...new Map(rows.map((row) => [row.panellist_id, row.kind])).values()]
  return {
    none: latest.filter((kind) => kind === 'none').length,
    some: latest.filter((kind) => kind === 'some').length,
  }
}

/** How many technologies of a scan lack a source or a number of places for their milestone: as frozen, or as they are now. */
export async function milestoneGaps(
  db: Database,
  scan: { id: string; frozenAt: string | null },
): Promise<{ withoutSource: number; withoutPlaces: number }> {
  const from = scan.frozenAt ? 'scan_technologies' : 'technologies'
  const rows = await db
    .selectFrom('scan_technologies')
    .innerJoin('technologies', 'technologies.id', 'scan_technologies.technology_id')
    .select([`${from}.milestone_source`, `${from}.milestone_places`])
    .where('scan_technologies.scan_id', '=', scan.id)
    .execute()
  return {
    withoutSource: rows.filter((row) => row.milestone_source === '').length,
    withoutPlaces: rows.filter((row) => row.milestone_places === null).length,
  }
}
