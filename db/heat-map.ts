import type { Database } from './open.ts'

/** How many people were asked about a pair (ids) that every closed round which asked it had shared out. */
export interface SharedPair {
  technology: string
  specialism: string
  people: number
}

/** The pairs of a scan that were never put to everybody who answers for their specialism. */
export async function sharedPairs(db: Database, scan: string): Promise<SharedPair[]> {
  const rows = await db
    .selectFrom('round_shares')
    .innerJoin('rounds', 'rounds.id', 'round_shares.round_id')
    .select((eb) => [
      'round_shares.technology_id as technology',
      'round_shares.specialism_id as specialism',
      eb.fn.count<number>('round_shares.panellist_id').distinct().as('people'),
    ])
    .where('rounds.scan_id', '=', scan)
    .where('rounds.state', '=', 'closed')
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('round_pairs')
            .innerJoin('rounds as whole', 'whole.id', 'round_pairs.round_id')
            .select('round_pairs.n')
            .whereRef('round_pairs.technology_id', '=', 'round_shares.technology_id')
            .whereRef('round_pairs.specialism_id', '=', 'round_shares.specialism_id')
            .where('whole.scan_id', '=', scan)
            .where('whole.state', '=', 'closed')
            .where('whole.shared', '=', 0),
        ),
      ),
    )
    .groupBy(['round_shares.technology_id', 'round_shares.specialism_id'])
    .execute()
  return rows.map((row) => ({ ...row, people: Number(row.people) }))
}
