import { specialismsOfLead } from '../../db/lead-specialisms.ts'
import { grantOf } from '../accounts/permissions.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { type Access, allow } from '../http/access.ts'
import { fromCursor, toCursor } from '../http/row-cursor.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { signReview, writeReview } from './commands.ts'
import { listReviews, type ReviewViewer, readReview, readReviewVersions } from './reader.ts'
import { readWorkforce } from './workforce-reader.ts'

export function reviewRoutes(api: Api): void {
  const { registry, rankings } = api.world
  const { read } = registry

  const viewerOf = async (access: Access): Promise<ReviewViewer> => {
    const { account, asker } = access
    const specialisms = grantOf('reviews.write', asker) ? await specialismsOfLead(read, account!.id) : []
    const own = new Set(specialisms.map((specialism) => specialism.id))
    const maySeeAll = grantOf('reviews.read', asker) === 'all'
    const isBoard = grantOf('reviews.read', asker) === 'signed'
    return { scope: isBoard ? 'drafts' : 'all', drafts: maySeeAll ? 'all' : own, own }
  }

  api.serve(operations.listReviews, allow('reviews.read'), async ({ query, access }) => {
    const { cursor, ...asked } = query
    const list = await listReviews(read, rankings, { ...asked, from: fromCursor(cursor) }, await viewerOf(access))
    return ok({ ...list, nextCursor: list.nextCursor && toCursor(list.nextCursor) })
  })

  api.serve(operations.readReview, allow('reviews.read'), async ({ params, access }) => {
    const review = await readReview(read, rankings, params, await viewerOf(access))
    return ok(review, review.version)
  })

  api.serve(operations.listReviewVersions, allow('reviews.read'), async ({ params, access }) =>
    ok(await readReviewVersions(read, rankings, params, await viewerOf(access))),
  )

  api.serve(operations.writeReview, allow('reviews.write'), async ({ params, body, seen, by, access }) => {
    const { isNew } = await writeReview(registry, params, body, seen, by)
    const review = await readReview(read, rankings, params, await viewerOf(access))
    return isNew ? created(review, link(paths.review, params), review.version) : ok(review, review.version)
  })

  api.serve(operations.signReview, allow('reviews.write'), async ({ params, seen, by, access }) => {
    await signReview(registry, rankings, params, seen, by)
    const review = await readReview(read, rankings, params, await viewerOf(access))
    return ok(review, review.version)
  })

  api.serve(operations.readWorkforce, allow('reviews.read'), async ({ query, access }) =>
    ok(await readWorkforce(read, rankings, query.scan, await viewerOf(access))),
  )
}
