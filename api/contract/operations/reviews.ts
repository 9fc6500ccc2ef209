import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, limit, slugs } from '../query.ts'
import { Review, ReviewList, ReviewRequest, ReviewVersionList, Workforce } from '../reviews.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofReview = z.strictObject({ scan: reference(), technology: reference(), specialism: reference() })

export const listReviews = operation({
  id: 'listReviews',
  method: 'get',
  path: paths.reviews,
  summary: 'Reviews of a scan: signed ones, and the drafts that the reader may see',
  query: z.strictObject({
    scan: reference().optional(),
    technology: slugs(),
    specialism: slugs(),
    state: z.enum(['draft', 'signed']).optional(),
    cursor: cursor(),
    limit: limit(200, 200),
  }),
  answers: { 200: ReviewList },
  problems: [404],
})

export const readReview = operation({
  id: 'readReview',
  method: 'get',
  path: paths.review,
  summary: 'What one specialism says of one technology: the present version and the signed one',
  params: ofReview,
  answers: { 200: Review },
  problems: [404],
})

export const listReviewVersions = operation({
  id: 'listReviewVersions',
  method: 'get',
  path: paths.reviewVersions,
  summary: 'Every version of a review, newest first; to whom drafts are not shown, the signed ones',
  params: ofReview,
  answers: { 200: ReviewVersionList },
  problems: [404],
})

export const writeReview = operation({
  id: 'writeReview',
  method: 'put',
  path: paths.review,
  summary: 'Save a review as a draft; a signed version stays the public one until the draft is signed',
  params: ofReview,
  body: ReviewRequest,
  answers: { 200: Review, 201: Review },
  problems: [404],
  conditional: true,
})

export const signReview = operation({
  id: 'signReview',
  method: 'post',
  path: paths.reviewSign,
  summary: 'Sign the present draft: it becomes what the specialism says, under your name',
  params: ofReview,
  answers: { 200: Review },
  problems: [404, 409],
  conditional: true,
})

export const readWorkforce = operation({
  id: 'readWorkforce',
  method: 'get',
  path: paths.workforce,
  summary: 'Share of the workforce that each technology affects, over the specialisms that have signed a review',
  query: z.strictObject({ scan: reference().optional() }),
  answers: { 200: Workforce },
  problems: [404],
})
