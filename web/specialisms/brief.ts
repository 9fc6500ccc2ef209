import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import type { ReviewList, ReviewSummary } from '../../api/contract/reviews.ts'
import { type ServiceReadiness, serviceReadinesses } from '../../api/reviews/review.ts'
import { byStart } from '../../api/reviews/start-by.ts'

/** How much of each part a brief of two pages holds on paper; the page itself shows all. */
export const onPaper = { ranked: 10, reviews: 12, implications: 8, signatures: 12, unreviewed: 12, characters: 110 }

/** What a specialism's brief is made of, each part in the order in which it is shown. */
export interface Brief {
  ranking: Ranking
  ranked: RankedTechnology[]
  /** Signed reviews by start by, the unknown last. */
  signed: ReviewSummary[]
  /** What its own leads and the scan team see besides. */
  drafts: ReviewSummary[]
  /** How many technologies that were asked of it cannot be ranked by its answers. */
  awaiting: number
  /** Technologies that were asked of the specialism and have no signed review, in the ranking's order. */
  unreviewed: { slug: string; name: string }[]
  demonstration: boolean
}

/** `awaiting` holds only what was asked of the specialism. */
export function briefOf(ranking: Ranking, awaiting: Ranking, reviews: ReviewList, all: ReviewList): Brief {
  const ranked = ranking.items as RankedTechnology[]
  const signed = reviews.items.toSorted(byStart)
  const reviewed = new Set(signed.map(({ technology }) => technology.slug))
  return {
    ranking,
    ranked,
    signed,
    drafts: all.items.filter(({ shown }) => shown.state === 'draft').toSorted(byStart),
    awaiting: awaiting.total,
    unreviewed: [...ranked, ...awaiting.items]
      .filter(({ slug }) => !reviewed.has(slug))
      .map(({ slug, name }) => ({ slug, name })),
    demonstration: ranking.demonstration,
  }
}

/** What starts in one year: technologies whose start by is that year; null where it is not known. */
export interface StartYear {
  year: number | null
  reviews: ReviewSummary[]
}

/** By year, the unknown last; reviews come sorted by start by. All that should have started stands together as `startYear`. */
export function byStartYear(reviews: readonly ReviewSummary[], startYear: number): StartYear[] {
  const years = new Map<number | null, ReviewSummary[]>()
  for (const review of reviews) {
    const { year } = review.startBy
    const key = year === null ? null : Math.max(year, startYear)
    years.set(key, [...(years.get(key) ?? []), review])
  }
  return [...years].map(([year, of]) => ({ year, reviews: of }))
}

export function countByReadiness(reviews: readonly ReviewSummary[]): { readiness: ServiceReadiness; number: number }[] {
  const count = (readiness: ServiceReadiness) => reviews.filter(({ shown }) => shown.readiness === readiness).length
  return serviceReadinesses
    .map((readiness) => ({ readiness, number: count(readiness) }))
    .filter(({ number }) => number > 0)
}

/** As much of a text as stands on paper, cut between words; null where all of it does. */
export function shortened(text: string, most: number = onPaper.characters): string | null {
  if (text.length <= most) return null
  const cut = text.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s.,;:]+$/, '')} …`
}
