import { nameless } from '../api/accounts/nameless.ts'
import type { Database } from './open.ts'

/** A technology that a named lead wants the panel to look at again, though it fell below the cut of a closed round. */
export interface Save {
  technology: { id: string; slug: string; name: string }
  /** The account. */
  savedBy: string
  /** Null once the person's name has been erased. */
  name: string | null
  reason: string
  savedAt: string
}

export async function insertSave(
  trx: Database,
  save: { round: string; technology: string; savedBy: string; reason: string; savedAt: string },
): Promise<void> {
  await trx
    .insertInto('saved_technologies')
    .values({
      round_id: save.round,
      technology_id: save.technology,
      saved_by: save.savedBy,
      reason: save.reason,
      saved_at: save.savedAt,
    })
    .execute()
}

/** The technologies saved after a round has closed, the first saved first. */
export async function savesOf(db: Database, round: string): Promise<Save[]> {
  const rows = await db
    .selectFrom('saved_technologies')
    .innerJoin('technologies', 'technologies.id', 'saved_technologies.technology_id')
    .leftJoin('people', 'people.account_id', 'saved_technologies.saved_by')
    .selectAll('saved_technologies')
    .select(['technologies.slug', 'technologies.name', 'people.name as person'])
    .where('saved_technologies.round_id', '=', round)
    .orderBy('saved_technologies.saved_at')
    .orderBy('technologies.name')
    .execute()
  return rows.map((row) => ({
    technology: { id: row.technology_id, slug: row.slug, name: row.name },
    savedBy: row.saved_by,
    name: row.person ?? nameless,
    reason: row.reason,
    savedAt: row.saved_at,
  }))
}

export async function deleteSave(trx: Database, round: string, technology: string): Promise<void> {
  await trx
    .deleteFrom('saved_technologies')
    .where('round_id', '=', round)
    .where('technology_id', '=', technology)
    .execute()
}
