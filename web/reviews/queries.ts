import { useQuery } from '@tanstack/react-query'
import { link, paths } from '../../api/contract/paths.ts'
import type { Review, ReviewList, ReviewVersionList, Workforce } from '../../api/contract/reviews.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { getJson, getTagged } from '../shared/api-client.ts'
import { isStatus, useJson } from '../shared/queries.ts'

/** Names a review: slugs, as they stand in an address. */
export interface ReviewReference {
  scan: string
  technology: string
  specialism: string
}

/** The first part of the keys of all that is read from reviews. */
export const reviewKeys = { list: 'reviews', one: 'review', versions: 'review-versions', workforce: 'workforce' }

/** A review with the tag that a change must name; null where there is none that the reader may see. */
export const useReview = (reference: ReviewReference) =>
  useQuery({
    queryKey: [reviewKeys.one, reference],
    queryFn: async ({ signal }) => {
      try {
        return await getTagged<Review>(link(paths.review, { ...reference }), signal)
      } catch (error) {
        if (isStatus(error, 404)) return null
        throw error
      }
    },
  })

export const useReviewVersions = (reference: ReviewReference, version: number) =>
  useJson<ReviewVersionList>([reviewKeys.versions, reference, version], link(paths.reviewVersions, { ...reference }))

/** Every review that fits, page after page. */
export const useReviews = (query: AddressChanges) =>
  useQuery({
    queryKey: [reviewKeys.list, query],
    queryFn: async ({ signal }) => {
      const read = (cursor: string | null) =>
        getJson<ReviewList>(withQuery(link(paths.reviews, {}), { ...query, cursor }), signal)
      const list = await read(null)
      for (let next = list.nextCursor; next !== null; ) {
        const page = await read(next)
        list.items.push(...page.items)
        next = page.nextCursor
      }
      return list
    },
  })

export const useWorkforce = (scan: string) =>
  useJson<Workforce>([reviewKeys.workforce, scan], withQuery(link(paths.workforce, {}), { scan }))
