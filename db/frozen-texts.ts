import type { FrozenTechnology } from '../api/contract/editions.ts'
import { evidenceInScan } from './merges.ts'
import type { Database } from './open.ts'

/** A technology's texts and evidence of this moment, with the readiness and milestone that the scan has frozen. */
export type TextsInScan = Omit<FrozenTechnology, 'reviews'>

/** Of all technologies that a scan holds, by id, or of one. Pauses after each. */
export async function textsInScan(
  db: Database,
  scan: string,
  pause: () => Promise<void>,
  technology?: string,
): Promise<TextsInScan[]> {
  const rows = await db
    .selectFrom('scan_technologies')
    .innerJoin('technologies', 'technologies.id', 'scan_technologies.technology_id')
    .innerJoin('scans', 'scans.id', 'scan_technologies.scan_id')
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .select(['technologies.id', 'technologies.slug', 'technologies.name', 'technologies.description'])
    .select(['technologies.would_change', 'technologies.kind', 'technologies.readiness_basis'])
    .select(['technologies.readiness_on', 'categories.slug as category_slug', 'categories.name as category_name'])
    .select(['scan_technologies.readiness', 'scan_technologies.milestone', 'scan_technologies.milestone_places'])
    .select(['scan_technologies.milestone_source', 'scan_technologies.milestone_test'])
    .select('scans.frozen_at')
    .where('scan_technologies.scan_id', '=', scan)
    .$if(technology !== undefined, (q) => q.where('technologies.id', '=', technology!))
    .orderBy('technologies.id')
    .execute()
  const texts: TextsInScan[] = []
  for (const row of rows) {
    const evidence = (await evidenceInScan(db, row.id, row.frozen_at)).filter((one) => !one.archived)
    texts.push({
      id: row.id,
      slug: row.slug,
      name: row.name,
      description: row.description,
      wouldChange: row.would_change,
      category: { slug: row.category_slug, name: row.category_name },
      kind: row.kind,
      readiness: row.readiness,
      readinessBasis: row.readiness_basis,
      readinessOn: row.readiness_on,
      milestone: row.milestone,
      milestonePlaces: row.milestone_places,
      milestoneSource: row.milestone_source,
      milestoneTest: row.milestone_test,
      evidence: evidence.map(({ archived: _, version: __, ...kept }) => kept),
    })
    await pause()
  }
  return texts
}

/** A signed review, its signer an account. Ids throughout. */
export interface SignedReview {
  technology: string
  specialism: string
  version: number
  content: Record<string, unknown>
  signedBy: string
  signedAt: string
  illustrative: boolean
}

/** The newest signed version of every review of a scan. */
export async function signedReviewsIn(db: Database, scan: string): Promise<SignedReview[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('review_versions', 'review_versions.review_id', 'reviews.id')
    .selectAll('review_versions')
    .select(['reviews.technology_id', 'reviews.specialism_id'])
    .where('reviews.scan_id', '=', scan)
    .where('review_versions.state', '=', 'signed')
    .orderBy('reviews.technology_id')
    .orderBy('reviews.specialism_id')
    .orderBy('review_versions.version')
    .execute()
  const newest = new Map(rows.map((row) => [row.review_id, row]))
  return [...newest.values()].map((row) => ({
    technology: row.technology_id,
    specialism: row.specialism_id,
    version: row.version,
    content: JSON.parse(row.content),
    signedBy: row.written_by,
    signedAt: row.written_at,
    illustrative: row.illustrative === 1,
  }))
}
