import type { Database } from './open.ts'

/** What was said between rounds about a technology. */
export interface DiscussionNote {
  text: string
  changedAt: string
  version: number
}

export async function findNote(db: Database, round: string, technology: string): Promise<DiscussionNote | undefined> {
  const row = await db
    .selectFrom('discussion_notes')
    .selectAll()
    .where('round_id', '=', round)
    .where('technology_id', '=', technology)
    .executeTakeFirst()
  return row && { text: row.text, changedAt: row.changed_at, version: row.version }
}

/** The notes of some rounds, by round id and technology id. */
export async function notesOf(
  db: Database,
  rounds: readonly string[],
): Promise<(DiscussionNote & { round: string; technology: string })[]> {
  if (rounds.length === 0) return []
  const rows = await db.selectFrom('discussion_notes').selectAll().where('round_id', 'in', rounds).execute()
  return rows.map((row) => ({
    round: row.round_id,
    technology: row.technology_id,
    text: row.text,
    changedAt: row.changed_at,
    version: row.version,
  }))
}

export async function writeNote(
  trx: Database,
  note: { round: string; technology: string; text: string; by: string; at: string; version: number },
): Promise<void> {
  const content = { text: note.text, changed_by: note.by, changed_at: note.at, version: note.version }
  await trx
    .insertInto('discussion_notes')
    .values({ round_id: note.round, technology_id: note.technology, ...content })
    .onConflict((conflict) => conflict.columns(['round_id', 'technology_id']).doUpdateSet(content))
    .execute()
}
