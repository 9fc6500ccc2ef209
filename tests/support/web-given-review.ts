import type { Review, ReviewList, ReviewSummary, ReviewVersion, Workforce } from '../../api/contract/reviews.ts'
import { emptyReview } from '../../api/reviews/review.ts'

/** Reviews as the server would answer. */

const scan = { id: 's1', slug: 'scan-2026', name: 'This year’s scan', startYear: 2026, endYear: 2036 }
const technology = { id: 't1', slug: 'technology-1', name: 'Technology 1' }
const specialism = { id: 'genomics', slug: 'genomics', name: 'Genomics' }

export const version = (number: number, with_: Partial<ReviewVersion> = {}): ReviewVersion => ({
  ...emptyReview,
  version: number,
  state: 'draft',
  earlyYear: null,
  illustrative: false,
  writtenBy: 'Ann Lead',
  writtenAt: '2026-04-01T09:00:00Z',
  ...with_,
})

export const review = (present: ReviewVersion, with_: Partial<Review> = {}): Review => ({
  scan,
  technology,
  specialism,
  present,
  signed: present.state === 'signed' ? present : null,
  startBy: { year: 2026, from: 2028, basis: 'early' },
  mayWrite: true,
  demonstration: false,
  version: present.version,
  ...with_,
})

export const summary = (name: string, year: number | null, with_: Partial<ReviewVersion> = {}): ReviewSummary => ({
  technology: { id: name, slug: name.toLowerCase().replaceAll(' ', '-'), name },
  specialism,
  shown: version(2, { state: 'signed', action: 'pilot', ...with_ }),
  startBy: { year, from: year && year + 2, basis: year === null ? 'unknown' : 'early' },
  isDraftOpen: false,
  mayWrite: false,
})

export const reviews = (items: ReviewSummary[]): ReviewList => ({
  scan,
  demonstration: false,
  items,
  total: items.length,
  nextCursor: null,
})

export const workforce = (names: string[]): Workforce => ({
  scan,
  demonstration: false,
  middleYear: 2031,
  weighting: 'plain',
  specialisms: { reviewed: 1, of: 30 },
  items: names.map((name) => ({
    id: name,
    slug: name.toLowerCase().replaceAll(' ', '-'),
    name,
    middle: { low: 5, best: 10, high: 20 },
    end: { low: 20, best: 40, high: 60 },
    reviews: [
      {
        specialism,
        middle: { low: 5, best: 10, high: 20 },
        end: { low: 20, best: 40, high: 60 },
        headcount: null,
        signedBy: 'Ann Lead',
        signedAt: '2026-04-01T09:00:00Z',
        mayWrite: false,
      },
    ],
  })),
  total: names.length,
})
