import type { Database } from './open.ts'

/**
 * Of these technologies (ids), those that a scan does not hold yet and that have no unarchived evidence with a date, or with the day on
 * which a source without one was read.
 */
export async function withoutDatedSource(
  db: Database,
  scan: string,
  technologies: readonly string[],
): Promise<Set<string>> {
  const found = new Set(technologies)
  for (let i = 0; i < technologies.length; i += 500) {
    const some = technologies.slice(i, i + 500)
    const held = await db
      .selectFrom('scan_technologies')
      .select('technology_id')
      .where('scan_id', '=', scan)
      .where('technology_id', 'in', some)
      .execute()
    const dated = await db
      .selectFrom('evidence')
      .select('technology_id')
      .distinct()
      .where('technology_id', 'in', some)
      .where('archived', '=', 0)
      .where((eb) => eb.or([eb('date', 'is not', null), eb('retrieved_on', 'is not', null)]))
      .execute()
    for (const row of [...held, ...dated]) found.delete(row.technology_id)
  }
  return found
}
