import type { Database } from './open.ts'

/** What of a scan stands on one of its specialisms: counts. Seats that were left do not count. */
export interface SpecialismUses {
  panellists: number
  technologies: number
  reviews: number
}

export async function usesOfSpecialism(db: Database, scan: string, specialism: string): Promise<SpecialismUses> {
  const seats = await db
    .selectFrom('panel_rows')
    .innerJoin('panellists', 'panellists.id', 'panel_rows.panellist_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('panellists.scan_id', '=', scan)
    .where('panellists.left_at', 'is', null)
    .where('panel_rows.specialism_id', '=', specialism)
    .executeTakeFirstOrThrow()
  const asked = await db
    .selectFrom('round_pairs')
    .innerJoin('rounds', 'rounds.id', 'round_pairs.round_id')
    .select((eb) => eb.fn.count<number>('round_pairs.technology_id').distinct().as('n'))
    .where('rounds.scan_id', '=', scan)
    .where('round_pairs.specialism_id', '=', specialism)
    .executeTakeFirstOrThrow()
  const reviews = await db
    .selectFrom('reviews')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('scan_id', '=', scan)
    .where('specialism_id', '=', specialism)
    .executeTakeFirstOrThrow()
  return { panellists: Number(seats.n), technologies: Number(asked.n), reviews: Number(reviews.n) }
}
