import type { Database } from './open.ts'

/** Where technologies (ids) that were merged lead to: the last survivor, by the merged one's id. */
export async function survivorsOf(
  db: Database,
  technologies: readonly { id: string; merged_into: string | null }[],
): Promise<Map<string, { id: string; slug: string; name: string }>> {
  const survivors = new Map<string, { id: string; slug: string; name: string }>()
  for (const { id, merged_into } of technologies) {
    let next = merged_into
    while (next !== null) {
      const one = await db
        .selectFrom('technologies')
        .select(['id', 'slug', 'name', 'merged_into'])
        .where('id', '=', next)
        .executeTakeFirstOrThrow()
      survivors.set(id, { id: one.id, slug: one.slug, name: one.name })
      next = one.merged_into
    }
  }
  return survivors
}
