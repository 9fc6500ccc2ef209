import { isOrdered, reviewActions, serviceReadinesses } from '../reviews/review.ts'
import { instant, lengths, prose } from './text.ts'
import { z } from './z.ts'

const percent = () => z.int().min(0, 'must be from 0 to 100').max(100, 'must be from 0 to 100')

/** A share of a specialism's workforce, in whole per cent. */
export const Share = z
  .strictObject({ low: percent(), best: percent(), high: percent() })
  .refine(isOrdered, 'must rise from low over best to high')
  .openapi('Share')

const text = () => prose(lengths.text)

/** The most years that a service may need to get ready. */
export const mostYearsNeeded = 20

const content = {
  serviceModel: text().default(''),
  workforce: text().default(''),
  selection: text().default(''),
  curricula: text().default(''),
  training: text().default(''),
  leadership: text().default(''),
  quality: text().default(''),
  readiness: z.enum(serviceReadinesses).nullable().default(null),
  affected: z.strictObject({ middle: Share, end: Share }).nullable().default(null),
  yearsNeeded: z.int().min(0).max(mostYearsNeeded).nullable().default(null),
  action: z.enum(reviewActions).nullable().default(null),
}

/** A review as it is written. What is left out is empty. */
export const ReviewRequest = z.strictObject(content).openapi('ReviewRequest')

/** One version of a review; `earlyYear` is the year that it was signed with, `writtenBy` the name of its writer. */
export const ReviewVersion = z
  .strictObject({
    ...content,
    version: z.int(),
    state: z.enum(['draft', 'signed']),
    earlyYear: z.int().nullable(),
    illustrative: z.boolean(),
    writtenBy: z.string().nullable(),
    writtenAt: instant(),
  })
  .openapi('ReviewVersion')

/** `year` = `from` − the years needed; `basis` says which of the panel's years `from` is. */
export const StartBy = z
  .strictObject({
    year: z.int().nullable(),
    from: z.int().nullable(),
    basis: z.enum(['early', 'middle', 'unknown']),
  })
  .openapi('StartBy')

const scan = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  startYear: z.int(),
  endYear: z.int(),
})
const named = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() })

/** Which review: what one specialism says of one technology in one scan. */
const which = { scan, technology: named, specialism: named }

/**
 * A review: its newest version that the reader may see, and the newest signed one, which is the specialism's public voice.
 * `current` in a 412 is this too.
 */
export const Review = z
  .strictObject({
    ...which,
    present: ReviewVersion,
    signed: ReviewVersion.nullable(),
    startBy: StartBy,
    mayWrite: z.boolean(),
    demonstration: z.boolean(),
    version: z.int(),
  })
  .openapi('Review')

/** One line of the list of reviews. `shown` is the version that was asked for, `isDraftOpen` that a newer draft is under way. */
export const ReviewSummary = z
  .strictObject({
    technology: named,
    specialism: named,
    shown: ReviewVersion,
    startBy: StartBy,
    isDraftOpen: z.boolean(),
    mayWrite: z.boolean(),
  })
  .openapi('ReviewSummary')

export const ReviewList = z
  .strictObject({
    scan,
    demonstration: z.boolean(),
    items: z.array(ReviewSummary),
    total: z.int(),
    nextCursor: z.string().nullable(),
  })
  .openapi('ReviewList')

/** Newest first. */
export const ReviewVersionList = z
  .strictObject({ items: z.array(ReviewVersion), total: z.int() })
  .openapi('ReviewVersionList')

/** One technology over the specialisms that have signed a review with its shares; each figure has its source. */
export const WorkforceRow = z
  .strictObject({
    ...named.shape,
    middle: Share,
    end: Share,
    reviews: z.array(
      z.strictObject({
        specialism: named,
        middle: Share,
        end: Share,
        headcount: z.int().nullable(),
        signedBy: z.string().nullable(),
        signedAt: instant(),
        mayWrite: z.boolean(),
      }),
    ),
  })
  .openapi('WorkforceRow')

/** Largest share by the end of the horizon first. `weighting` says how specialisms were weighed against one another. */
export const Workforce = z
  .strictObject({
    scan,
    demonstration: z.boolean(),
    middleYear: z.int(),
    weighting: z.enum(['headcount', 'plain']),
    specialisms: z.strictObject({ reviewed: z.int(), of: z.int() }),
    items: z.array(WorkforceRow),
    total: z.int(),
  })
  .openapi('Workforce')

export type Share = z.infer<typeof Share>
export type ReviewRequest = z.infer<typeof ReviewRequest>
export type ReviewVersion = z.infer<typeof ReviewVersion>
export type StartBy = z.infer<typeof StartBy>
export type Review = z.infer<typeof Review>
export type ReviewSummary = z.infer<typeof ReviewSummary>
export type ReviewList = z.infer<typeof ReviewList>
export type ReviewVersionList = z.infer<typeof ReviewVersionList>
export type WorkforceRow = z.infer<typeof WorkforceRow>
export type Workforce = z.infer<typeof Workforce>
