import type { ExpressionBuilder } from 'kysely'
import type { Answer, Arrival, Rating, Stance } from '../api/ratings/rating.ts'
import type { Database } from './open.ts'
import type { RatingRow, Tables } from './tables/tables.ts'

/** A version of an answer as it is written. */
export interface NewRating extends Answer {
  round: string
  panellist: string
  technology: string
  specialism: string
  version: number
  startYear: number
  illustrative: boolean
  /** The account that typed it in from paper, or null. */
  typedBy: string | null
  salt: string
  recordedAt: string
}

export async function insertRatings(trx: Database, ratings: readonly NewRating[]): Promise<void> {
  await trx.insertInto('ratings').values(ratings.map(toRow)).execute()
}

interface PairOfPanellist {
  panellist: string
  technology: string
  specialism: string
}

/** A panellist's present answer on a pair in a round: its newest version, withdrawn ones included. */
export async function findRating(
  db: Database,
  round: string,
  pair: PairOfPanellist,
  startYear: number,
): Promise<Rating | undefined> {
  const row = await db
    .selectFrom('ratings')
    .selectAll()
    .where('round_id', '=', round)
    .where('panellist_id', '=', pair.panellist)
    .where('technology_id', '=', pair.technology)
    .where('specialism_id', '=', pair.specialism)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toRating(row, startYear)
}

/** All versions that a panellist has given in a scan, oldest first. */
export async function ratingsOfPanellist(db: Database, panellist: string, startYear: number): Promise<Rating[]> {
  const rows = await db
    .selectFrom('ratings')
    .selectAll()
    // Named by its rounds, so that the unique key finds them.
    .where('round_id', 'in', (eb) =>
      eb
        .selectFrom('rounds')
        .innerJoin('panellists', 'panellists.scan_id', 'rounds.scan_id')
        .select('rounds.id')
        .where('panellists.id', '=', panellist),
    )
    .where('panellist_id', '=', panellist)
    .orderBy('seq')
    .execute()
  return rows.map((row) => toRating(row, startYear))
}

/**
 * By pair ("technology specialism", ids) of a panellist's specialisms: how many others have answered it in a round. Those who
 * cannot judge are among them, as in every count of an open round: its order would tell who they are in a small panel.
 */
export async function answersOfOthers(
  db: Database,
  round: string,
  seat: { id: string; specialisms: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('ratings')
    .select((eb) => ['technology_id', 'specialism_id', eb.fn.count<number>('panellist_id').distinct().as('people')])
    .where('round_id', '=', round)
    .where('specialism_id', 'in', seat.specialisms)
    // Named by their panel rows, so that the unique key finds them.
    .where('panellist_id', 'in', (eb) =>
      eb
        .selectFrom('panel_rows')
        .select('panel_rows.panellist_id')
        .where('panel_rows.specialism_id', 'in', seat.specialisms)
        .where('panel_rows.panellist_id', '!=', seat.id),
    )
    .where('stance', '!=', 'withdrawn')
    .where(isLatest)
    .groupBy(['technology_id', 'specialism_id'])
    .execute()
  return new Map(rows.map((row) => [`${row.technology_id} ${row.specialism_id}`, Number(row.people)]))
}

/** What each panel member's present answer in a round is, by "panellist technology specialism": its stance alone. */
export async function presentStances(db: Database, round: string): Promise<Map<string, Stance>> {
  const rows = await db
    .selectFrom('ratings')
    .select(['panellist_id', 'technology_id', 'specialism_id', 'stance'])
    .where('round_id', '=', round)
    .orderBy('seq')
    .execute()
  return new Map(rows.map((row) => [`${row.panellist_id} ${row.technology_id} ${row.specialism_id}`, row.stance]))
}

/** By pair ("technology specialism", ids): who typed in somebody's present answer in a round; null if they gave it themselves. */
export async function typistsOf(db: Database, round: string, panellist: string): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('ratings')
    .select(['technology_id', 'specialism_id', 'typed_by'])
    .where('round_id', '=', round)
    .where('panellist_id', '=', panellist)
    .orderBy('version')
    .execute()
  return new Map(rows.map((row) => [`${row.technology_id} ${row.specialism_id}`, row.typed_by]))
}

/** Whether any answer counted for this scan is made up for a demonstration. */
export async function hasIllustrativeRatings(db: Database, scan: string): Promise<boolean> {
  const row = await db
    .selectFrom('ratings')
    .innerJoin('rounds', 'rounds.id', 'ratings.round_id')
    .select('ratings.seq')
    .where('rounds.scan_id', '=', scan)
    .where('ratings.illustrative', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return !!row
}

/** A version of an answer, with its number in the order of writing. `arrivalIn` reads when, once the scan's start is known. */
export interface WrittenAnswer extends ArrivalColumns {
  seq: number
  round: string
  panellist: string
  technology: string
  specialism: string
  version: number
  stance: Stance
  impact: number | null
  /** Who typed it in from paper. */
  typist: string | null
}

/**
 * The next versions written after `seq`, in every scan, oldest first, at most `limit`: read page by page, so that millions
 * need no room and other readers get their turn in between. Reasons are left out.
 */
export async function answersAfter(db: Database, seq: number, limit: number): Promise<WrittenAnswer[]> {
  return db
    .selectFrom('ratings')
    .select(['seq', 'round_id as round', 'panellist_id as panellist', 'technology_id as technology'])
    .select(['specialism_id as specialism', 'version', 'stance', 'impact', 'arrival', 'band'])
    .select('typed_by as typist')
    .select(['p10_after_start', 'p50_after_start', 'p90_after_start'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** That a row of `ratings` is the newest version of its answer. */
export function isLatest(eb: ExpressionBuilder<Tables, 'ratings'>) {
  const later = eb
    .selectFrom('ratings as later')
    .select('later.seq')
    .whereRef('later.round_id', '=', 'ratings.round_id')
    .whereRef('later.panellist_id', '=', 'ratings.panellist_id')
    .whereRef('later.technology_id', '=', 'ratings.technology_id')
    .whereRef('later.specialism_id', '=', 'ratings.specialism_id')
    .whereRef('later.version', '>', 'ratings.version')
  return eb.not(eb.exists(later))
}

export function toRating(row: RatingRow, startYear: number): Rating {
  return {
    round: row.round_id,
    technology: row.technology_id,
    specialism: row.specialism_id,
    stance: row.stance,
    impact: row.impact,
    arrival: arrivalIn(row, startYear),
    reason: row.reason,
    version: row.version,
    recordedAt: row.recorded_at,
    typed: row.typed_by !== null,
  }
}

type ArrivalColumns = Pick<RatingRow, 'arrival' | 'band' | 'p10_after_start' | 'p50_after_start' | 'p90_after_start'>

export function arrivalIn(row: ArrivalColumns, startYear: number): Arrival | null {
  if (row.arrival === null) return null
  if (row.arrival === 'cannot-say') return { kind: 'cannot-say' }
  if (row.arrival === 'band') return { kind: 'band', band: row.band! }
  const year = (afterStart: number | null) => startYear + afterStart!
  return {
    kind: 'years',
    p10: year(row.p10_after_start),
    p50: year(row.p50_after_start),
    p90: year(row.p90_after_start),
  }
}

/** As a row of the table. */
export function toRow(rating: NewRating) {
  const { arrival } = rating
  const years = arrival?.kind === 'years' ? arrival : null
  const afterStart = (year: number | undefined) => (year === undefined ? null : year - rating.startYear)
  return {
    round_id: rating.round,
    panellist_id: rating.panellist,
    technology_id: rating.technology,
    specialism_id: rating.specialism,
    version: rating.version,
    stance: rating.stance,
    impact: rating.impact,
    arrival: arrival?.kind ?? null,
    band: arrival?.kind === 'band' ? arrival.band : null,
    p10_after_start: afterStart(years?.p10),
    p50_after_start: afterStart(years?.p50),
    p90_after_start: afterStart(years?.p90),
    reason: rating.reason,
    illustrative: rating.illustrative ? (1 as const) : (0 as const),
    typed_by: rating.typedBy,
    salt: rating.salt,
    recorded_at: rating.recordedAt,
  }
}
