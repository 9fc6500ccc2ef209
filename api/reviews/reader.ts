import type { Database } from '../../db/open.ts'
import { findReview, findVersion, reviewHeads, type StoredHead, versionsAt, versionsOf } from '../../db/reviews.ts'
import type { Review, ReviewList, ReviewVersionList } from '../contract/reviews.ts'
import { aboutOf, type RankingReader, type ScanScope } from '../ranking/reader.ts'
import { Refusal, repeated } from '../refusal.ts'
import type { ReviewReference } from './commands.ts'
import { shownVersion } from './review.ts'
import { startBy } from './start-by.ts'
import { toVersion } from './versions.ts'
import { scanWithYears } from './years-reader.ts'

/** Who reads: the scans they may see, and the specialisms (ids) whose drafts they may see and whose reviews they may write. */
export interface ReviewViewer {
  scope: ScanScope
  drafts: 'all' | ReadonlySet<string>
  own: ReadonlySet<string>
}

export interface ReviewQuery {
  scan?: string | undefined
  technology?: string[] | undefined
  specialism?: string[] | undefined
  state?: 'draft' | 'signed' | undefined
  from: number
  limit: number
}

const maySeeDrafts = ({ drafts }: ReviewViewer, specialism: string) => drafts === 'all' || drafts.has(specialism)

/** A page of a scan's reviews: of each the version that was asked for, or the newest that the reader may see. */
export async function listReviews(
  db: Database,
  rankings: RankingReader,
  query: ReviewQuery,
  viewer: ReviewViewer,
): Promise<ReviewList> {
  const { view, firstYearOf } = await scanWithYears(rankings, query.scan, viewer.scope)
  const specialisms = new Map(view.scan.specialisms.map(({ id, slug, name }) => [id, { id, slug, name }]))
  const isWanted = ({ technology, specialism }: StoredHead) =>
    specialisms.has(specialism) &&
    isAmong(query.technology, technology) &&
    isAmong(query.specialism, specialisms.get(specialism)!)
  const heads = (await reviewHeads(db, view.scan.head.id)).filter(isWanted)
  const shown = heads.flatMap((head) => {
    const version = shownVersion(head, maySeeDrafts(viewer, head.specialism), query.state)
    return version === null ? [] : [{ head, version }]
  })
  const page = shown.slice(query.from, query.from + query.limit)
  const versions = await versionsAt(db, new Map(page.map(({ head, version }) => [head.review, version])))
  const items = page.map(({ head }) => {
    const found = toVersion(versions.get(head.review)!)
    return {
      technology: head.technology,
      specialism: specialisms.get(head.specialism)!,
      shown: found,
      startBy: startBy(firstYearOf(head.technology.id), found.yearsNeeded),
      isDraftOpen: maySeeDrafts(viewer, head.specialism) && head.newest !== head.signed,
      mayWrite: viewer.own.has(head.specialism),
    }
  })
  const end = query.from + page.length
  const { scan, demonstration } = aboutOf(view)
  return { scan, demonstration, items, total: shown.length, nextCursor: end < shown.length ? String(end) : null }
}

const isAmong = (wanted: string[] | undefined, { id, slug }: { id: string; slug: string }) =>
  !wanted?.length || wanted.includes(slug) || wanted.includes(id)

/** One review; 404 where there is none that this reader may see. */
export async function readReview(
  db: Database,
  rankings: RankingReader,
  reference: ReviewReference,
  viewer: ReviewViewer,
): Promise<Review> {
  const found = await locate(db, rankings, reference, viewer)
  const { view, technology, specialism, review, firstYearOf, drafts } = found
  const signed = await findVersion(db, review, 'signed')
  const present = drafts ? await findVersion(db, review) : signed
  if (!present) throw noReview(reference)
  const { scan, demonstration } = aboutOf(view)
  return {
    scan,
    technology,
    specialism,
    present: toVersion(present),
    signed: signed ? toVersion(signed) : null,
    startBy: startBy(firstYearOf(technology.id), present.content.yearsNeeded),
    mayWrite: viewer.own.has(specialism.id),
    demonstration,
    version: present.version,
  }
}

export async function readReviewVersions(
  db: Database,
  rankings: RankingReader,
  reference: ReviewReference,
  viewer: ReviewViewer,
): Promise<ReviewVersionList> {
  const { review, drafts } = await locate(db, rankings, reference, viewer)
  const all = await versionsOf(db, review)
  const items = all.filter(({ state }) => drafts || state === 'signed').map(toVersion)
  if (items.length === 0) throw noReview(reference)
  return { items, total: items.length }
}

async function locate(db: Database, rankings: RankingReader, reference: ReviewReference, viewer: ReviewViewer) {
  const { view, firstYearOf } = await scanWithYears(rankings, reference.scan, viewer.scope)
  const isNamed = (name: string) => (one: { id: string; slug: string }) => one.id === name || one.slug === name
  const candidate = view.scan.state.candidates.find(isNamed(reference.technology))
  const held = view.scan.specialisms.find(isNamed(reference.specialism))
  if (!candidate || !held) throw noReview(reference)
  const key = { scan: view.scan.head.id, technology: candidate.id, specialism: held.id }
  const review = await findReview(db, key)
  if (!review) throw noReview(reference)
  const technology = { id: candidate.id, slug: candidate.slug, name: candidate.name }
  const specialism = { id: held.id, slug: held.slug, name: held.name }
  return { view, firstYearOf, technology, specialism, review, drafts: maySeeDrafts(viewer, held.id) }
}

function noReview({ technology, specialism }: ReviewReference): Refusal {
  return new Refusal(
    'not-found',
    `There is no review of ${repeated(technology)} for ${repeated(specialism)} to be read.`,
  )
}
