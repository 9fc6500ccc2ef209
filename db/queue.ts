import type { QueueItem } from '../api/contract/ratings.ts'
import type { Database } from './open.ts'

export type AskedItem = Pick<QueueItem, 'technology' | 'specialism'> & { specialismId: string }

/** What a round asks of a panel member, with all that they need to read, by specialism then technology. */
export async function itemsAsked(
  db: Database,
  round: string,
  scan: string,
  seat: { id: string; specialisms: readonly string[] },
): Promise<AskedItem[]> {
  const rows = await db
    .selectFrom('round_pairs')
    .innerJoin('technologies', 'technologies.id', 'round_pairs.technology_id')
    .innerJoin('scan_technologies', (join) =>
      join
        .onRef('scan_technologies.technology_id', '=', 'round_pairs.technology_id')
        .on('scan_technologies.scan_id', '=', scan),
    )
    .innerJoin('scan_specialisms', (join) =>
      join
        .onRef('scan_specialisms.specialism_id', '=', 'round_pairs.specialism_id')
        .on('scan_specialisms.scan_id', '=', scan),
    )
    .select([
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'technologies.description',
      'technologies.would_change',
      'technologies.kind',
      'technologies.readiness_basis',
      'scan_technologies.readiness',
      'scan_technologies.milestone',
      'scan_technologies.milestone_places',
      'scan_specialisms.specialism_id',
      'scan_specialisms.slug as specialism_slug',
      'scan_specialisms.name as specialism_name',
    ])
    .where('round_pairs.round_id', '=', round)
    .where('round_pairs.specialism_id', 'in', seat.specialisms)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb.selectFrom('rounds').select('rounds.id').where('rounds.id', '=', round).where('rounds.shared', '=', 0),
        ),
        eb.exists(
          eb
            .selectFrom('round_shares')
            .select('round_shares.round_id')
            .where('round_shares.round_id', '=', round)
            .where('round_shares.panellist_id', '=', seat.id)
            .whereRef('round_shares.technology_id', '=', 'round_pairs.technology_id')
            .whereRef('round_shares.specialism_id', '=', 'round_pairs.specialism_id'),
        ),
      ]),
    )
    .orderBy('scan_specialisms.name')
    .orderBy('technologies.slug')
    .execute()
  return rows.map((row) => ({
    technology: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      description: row.description,
      wouldChange: row.would_change,
      readiness: row.readiness,
      readinessBasis: row.readiness_basis,
      kind: row.kind,
      milestone: row.milestone,
      milestonePlaces: row.milestone_places,
    },
    specialism: { slug: row.specialism_slug, name: row.specialism_name },
    specialismId: row.specialism_id,
  }))
}

/** The pairs ("technology specialism", ids) of these specialisms that the counted rounds before this one have asked; a pilot (0) is none. */
export async function pairsAskedBefore(
  db: Database,
  scan: string,
  round: number,
  specialisms: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('round_pairs')
    .innerJoin('rounds', 'rounds.id', 'round_pairs.round_id')
    .select(['round_pairs.technology_id', 'round_pairs.specialism_id'])
    .where('rounds.scan_id', '=', scan)
    .where('rounds.number', '>', 0)
    .where('rounds.number', '<', round)
    .where('round_pairs.specialism_id', 'in', specialisms)
    .execute()
  return new Set(rows.map((row) => `${row.technology_id} ${row.specialism_id}`))
}

/** The technologies of a scan, as the ranking needs them: readiness as the scan holds it. */
export async function scanCandidates(db: Database, scan: string) {
  return db
    .selectFrom('scan_technologies')
    .innerJoin('technologies', 'technologies.id', 'scan_technologies.technology_id')
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .select([
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'categories.slug as category',
      'scan_technologies.readiness',
    ])
    .where('scan_technologies.scan_id', '=', scan)
    .orderBy('technologies.n')
    .execute()
}
