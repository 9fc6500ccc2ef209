import type { AnswerOf } from '../api/ratings/counted.ts'
import type { Database } from './open.ts'
import type { Pair } from './pairs.ts'
import { arrivalIn, isLatest } from './ratings.ts'

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
    typist: row.typed_by,
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

/** An item with whose answer on it gives a reason, in which round (id). */
export interface Reasoned extends Pair {
  round: string
  panellist: string
  reason: string
}

/** How many rows of the log of answers are looked through at once. */
const rowsAtOnce = 4_000

/**
 * The reasons of what everybody's present answers in these rounds (ids) say, in pages, so that others can have their turn
 * between two of them: it looks through all answers once, which for many technologies costs less than asking for each.
 */
export async function* reasonsIn(db: Database, rounds: readonly string[]): AsyncGenerator<Reasoned[]> {
  if (rounds.length === 0) return
  const { last } = await db
    .selectFrom('ratings')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  for (let from = 0; from < Number(last ?? 0); from += rowsAtOnce) {
    const page = await reasonsBetween(db, from, from + rowsAtOnce)
    yield page.filter(({ round }) => rounds.includes(round))
  }
}

/** In all rounds: asked for by round too, the database would look through all of a round for each page. */
async function reasonsBetween(db: Database, from: number, to: number): Promise<Reasoned[]> {
  return db
    .selectFrom('ratings')
    .select(['round_id as round', 'panellist_id as panellist', 'technology_id as technology'])
    .select(['specialism_id as specialism', (eb) => eb.ref('reason').$notNull().as('reason')])
    .where('seq', '>', from)
    .where('seq', '<=', to)
    .where('reason', 'is not', null)
    .where(isLatest)
    .execute()
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
