import { nameless } from '../api/accounts/nameless.ts'
import { emptyReview, type ReviewContent, type ReviewHead } from '../api/reviews/review.ts'
import { isId } from './ids.ts'
import type { Database } from './open.ts'

/** Which review: ids of a scan, a technology and a specialism. */
export interface ReviewKey {
  scan: string
  technology: string
  specialism: string
}

/** A version of a review as it is kept; `writer` is the name of whoever wrote it, while it is known. */
export interface StoredVersion {
  review: string
  version: number
  state: 'draft' | 'signed'
  content: ReviewContent
  earlyYear: number | null
  illustrative: boolean
  writer: string | null
  writtenAt: string
}

export interface NewVersion extends Omit<StoredVersion, 'writer'> {
  writtenBy: string
}

/** A review's place in the list, with the numbers of its newest and its newest signed version. */
export interface StoredHead extends ReviewHead {
  review: string
  technology: { id: string; slug: string; name: string }
  specialism: string
}

/** The id of a technology that a scan holds, by id or slug. */
export async function findTechnologyInScan(db: Database, scan: string, reference: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('scan_technologies')
    .innerJoin('technologies', 'technologies.id', 'scan_technologies.technology_id')
    .select('technologies.id')
    .where('scan_technologies.scan_id', '=', scan)
    .where(`technologies.${isId(reference) ? 'id' : 'slug'}`, '=', reference)
    .executeTakeFirst()
  return row?.id
}

export async function findReview(db: Database, { scan, technology, specialism }: ReviewKey) {
  const row = await db
    .selectFrom('reviews')
    .select('id')
    .where('scan_id', '=', scan)
    .where('technology_id', '=', technology)
    .where('specialism_id', '=', specialism)
    .executeTakeFirst()
  return row?.id
}

export async function insertReview(trx: Database, id: string, { scan, technology, specialism }: ReviewKey) {
  await trx
    .insertInto('reviews')
    .values({ id, scan_id: scan, technology_id: technology, specialism_id: specialism })
    .execute()
}

export async function insertVersion(trx: Database, one: NewVersion): Promise<void> {
  await trx
    .insertInto('review_versions')
    .values({
      review_id: one.review,
      version: one.version,
      state: one.state,
      content: JSON.stringify(one.content),
      early_year: one.earlyYear,
      illustrative: one.illustrative ? 1 : 0,
      written_by: one.writtenBy,
      written_at: one.writtenAt,
    })
    .execute()
}

/** Every version, newest first. */
export async function versionsOf(db: Database, review: string): Promise<StoredVersion[]> {
  const rows = await versionRows(db)
    .where('review_versions.review_id', '=', review)
    .orderBy('review_versions.version', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** The newest version, or the newest signed one. */
export async function findVersion(db: Database, review: string, which: 'newest' | 'signed' = 'newest') {
  const row = await versionRows(db)
    .where('review_versions.review_id', '=', review)
    .$if(which === 'signed', (q) => q.where('review_versions.state', '=', 'signed'))
    .orderBy('review_versions.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toVersion(row)
}

/** Every review of a scan, by technology's and specialism's slug. */
export async function reviewHeads(db: Database, scan: string): Promise<StoredHead[]> {
  const rows = await db
    .selectFrom('reviews')
    .innerJoin('technologies', 'technologies.id', 'reviews.technology_id')
    .innerJoin('specialisms', 'specialisms.id', 'reviews.specialism_id')
    .innerJoin('review_versions', 'review_versions.review_id', 'reviews.id')
    // A technology that was taken out of the scan takes its reviews along, until it is back.
    .innerJoin('scan_technologies', (join) =>
      join
        .onRef('scan_technologies.scan_id', '=', 'reviews.scan_id')
        .onRef('scan_technologies.technology_id', '=', 'reviews.technology_id'),
    )
    .select(['reviews.id', 'reviews.specialism_id', 'technologies.id as technology', 'technologies.slug'])
    .select(['technologies.name', 'review_versions.version', 'review_versions.state'])
    .where('reviews.scan_id', '=', scan)
    .orderBy('technologies.slug')
    .orderBy('specialisms.slug')
    .orderBy('review_versions.version')
    .execute()
  const heads = new Map<string, StoredHead>()
  for (const row of rows) {
    const technology = { id: row.technology, slug: row.slug, name: row.name }
    const head = heads.get(row.id) ?? {
      review: row.id,
      technology,
      specialism: row.specialism_id,
      newest: 0,
      signed: null,
    }
    head.newest = row.version
    if (row.state === 'signed') head.signed = row.version
    heads.set(row.id, head)
  }
  return [...heads.values()]
}

/** These versions, by review. A review stands among them once. */
export async function versionsAt(db: Database, wanted: ReadonlyMap<string, number>) {
  const found = new Map<string, StoredVersion>()
  const reviews = [...wanted.keys()]
  for (let from = 0; from < reviews.length; from += mostAtOnce) {
    const rows = await versionRows(db)
      .where('review_versions.review_id', 'in', reviews.slice(from, from + mostAtOnce))
      .execute()
    for (const row of rows) if (wanted.get(row.review_id) === row.version) found.set(row.review_id, toVersion(row))
  }
  return found
}

const mostAtOnce = 500

function versionRows(db: Database) {
  return db
    .selectFrom('review_versions')
    .leftJoin('people', 'people.account_id', 'review_versions.written_by')
    .selectAll('review_versions')
    .select('people.name as writer')
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof versionRows>['executeTakeFirstOrThrow']>>

function toVersion(row: VersionRow): StoredVersion {
  return {
    review: row.review_id,
    version: row.version,
    state: row.state,
    content: { ...emptyReview, ...JSON.parse(row.content) },
    earlyYear: row.early_year,
    illustrative: row.illustrative === 1,
    writer: row.writer ?? nameless,
    writtenAt: row.written_at,
  }
}
