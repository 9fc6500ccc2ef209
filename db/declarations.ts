import type { Database } from './open.ts'

/** Every declaration of interests by a scan's panel, in the order in which they were made. */
export async function declarationsIn(
  db: Database,
  scan: string,
): Promise<{ panellist: string; technologies: string[]; declaredAt: string }[]> {
  const rows = await db
    .selectFrom('declarations')
    .innerJoin('panellists', 'panellists.id', 'declarations.panellist_id')
    .select(['declarations.panellist_id', 'declarations.technologies', 'declarations.declared_at'])
    .where('panellists.scan_id', '=', scan)
    .orderBy('declarations.declared_at')
    .orderBy('declarations.panellist_id')
    .orderBy('declarations.version')
    .execute()
  return rows.map((row) => ({
    panellist: row.panellist_id,
    technologies: JSON.parse(row.technologies),
    declaredAt: row.declared_at,
  }))
}
