import type { Outcome, OutcomeRequest } from '../api/contract/outcomes.ts'
import type { Database } from './open.ts'
import type { OutcomeRow } from './tables/tables.ts'

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
  return rows.map(toOutcome)
}

/** By technology: the first outcome that stands by which it had been adopted by a day. */
export async function adoptionsBy(db: Database, day: string): Promise<Map<string, Outcome>> {
  const rows = await db
    .selectFrom('outcomes')
    .selectAll()
    .where('kind', '=', 'adopted')
    .where('happened_on', '<=', day)
    .where('withdrawn_at', 'is', null)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  // The last one set stays: the first that happened.
  return new Map(rows.map((row) => [row.technology_id, toOutcome(row)]))
}

function toOutcome(row: OutcomeRow): Outcome {
  return {
    id: row.id,
    kind: row.kind,
    happenedOn: row.happened_on,
    text: row.text,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    recordedAt: row.recorded_at,
    withdrawnAt: row.withdrawn_at,
  }
}
