import type { AnswerOf } from '../api/ratings/counted.ts'
import type { Database } from './open.ts'
import { arrivalIn } from './ratings.ts'

/** A pair that a round asks, by ids. */
export interface Pair {
  technology: string
  specialism: string
}

/** What a round asks, in the order in which it was asked. */
export async function pairsIn(db: Database, round: string): Promise<Pair[]> {
  return db
    .selectFrom('round_pairs')
    .select(['technology_id as technology', 'specialism_id as specialism'])
    .where('round_id', '=', round)
    .orderBy('n')
    .execute()
}

/** Every version given on a technology in these rounds (ids) of a scan, oldest first, with its reason. */
export async function versionsOn(
  db: Database,
  scan: { id: string; startYear: number },
  rounds: readonly string[],
  technology: string,
): Promise<AnswerOf[]> {
  if (rounds.length === 0) return []
  const rows = await db
    .selectFrom('ratings')
    .selectAll()
    .where('round_id', 'in', rounds)
    // Named by the panel, so that the unique key finds them.
    .where('panellist_id', 'in', (eb) => eb.selectFrom('panellists').select('id').where('scan_id', '=', scan.id))
    .where('technology_id', '=', technology)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    panellist: row.panellist_id,
    specialism: row.specialism_id,
    stance: row.stance,
    impact: row.impact,
    arrival: arrivalIn(row, scan.startYear),
    reason: row.reason,
  }))
}

/** Whether a panellist has ever answered a pair in these rounds (ids): Yes, no change or already; later taken back or not. */
export async function hasAnswered(
  db: Database,
  rounds: readonly string[],
  pair: Pair & { panellist: string },
): Promise<boolean> {
  if (rounds.length === 0) return false
  const row = await db
    .selectFrom('ratings')
    .select('seq')
    .where('round_id', 'in', rounds)
    .where('panellist_id', '=', pair.panellist)
    .where('technology_id', '=', pair.technology)
    .where('specialism_id', '=', pair.specialism)
    .where('stance', 'in', ['rated', 'not-affected', 'already'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose present answer in a round gives a reason: the items only, never the reason. */
export async function reasonedIn(db: Database, round: string): Promise<(Pair & { panellist: string })[]> {
  const rows = await db
    .selectFrom('ratings')
    .select(['panellist_id', 'technology_id', 'specialism_id', (eb) => eb('reason', 'is not', null).as('reasoned')])
    .where('round_id', '=', round)
    .orderBy('seq')
    .execute()
  const present = new Map(rows.map((row) => [`${row.panellist_id} ${row.technology_id} ${row.specialism_id}`, row]))
  return [...present.values()]
    .filter((row) => Boolean(row.reasoned))
    .map((row) => ({ panellist: row.panellist_id, technology: row.technology_id, specialism: row.specialism_id }))
}

/** What has been declared on interests by a scan's panel, oldest first: of which kind, never what. */
export async function declaredKinds(
  db: Database,
  scan: string,
): Promise<{ panellist: string; kind: 'none' | 'some'; declaredAt: string }[]> {
  const rows = await db
    .selectFrom('declarations')
    .innerJoin('panellists', 'panellists.id', 'declarations.panellist_id')
    .select(['declarations.panellist_id', 'declarations.kind', 'declarations.declared_at'])
    .where('panellists.scan_id', '=', scan)
    .orderBy('declarations.declared_at')
    .orderBy('declarations.version')
    .execute()
  return rows.map((row) => ({ panellist: row.panellist_id, kind: row.kind, declaredAt: row.declared_at }))
}
