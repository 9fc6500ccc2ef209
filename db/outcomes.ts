import type { Outcome, OutcomeRequest } from '../api/contract/outcomes.ts'
import type { Database } from './open.ts'

export async function insertOutcome(
  trx: Database,
  outcome: OutcomeRequest & { id: string; technology: string; recordedBy: string; recordedAt: string },
): Promise<void> {
  await trx
    .insertInto('outcomes')
    .values({
      id: outcome.id,
      technology_id: outcome.technology,
      kind: outcome.kind,
      happened_on: outcome.happenedOn,
      text: outcome.text,
      source_title: outcome.sourceTitle,
      source_url: outcome.sourceUrl,
      recorded_by: outcome.recordedBy,
      recorded_at: outcome.recordedAt,
      withdrawn_at: null,
    })
    .execute()
}

export async function setOutcomeWithdrawn(trx: Database, id: string, at: string): Promise<void> {
  await trx.updateTable('outcomes').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

/** What happened to a technology, the newest first, with what was withdrawn. */
export async function outcomesOf(db: Database, technology: string): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('outcomes')
    .selectAll()
    .where('technology_id', '=', technology)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    happenedOn: row.happened_on,
    text: row.text,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Ids of the technologies that had been adopted by a day, by outcomes that stand. */
export async function adoptedBy(db: Database, day: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('outcomes')
    .select('technology_id')
    .distinct()
    .where('kind', '=', 'adopted')
    .where('happened_on', '<=', day)
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.technology_id))
}
