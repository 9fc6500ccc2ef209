import * as operations from '../contract/operations.ts'
import { type Access, allow, editionFor } from '../http/access.ts'
import { fromCursor, toCursor } from '../http/row-cursor.ts'
import { type Api, ok, readyJson } from '../http/serve.ts'
import { scopeOf } from '../scans/scope.ts'
import { weightsFrom } from '../scans/weights-text.ts'
import { CertaintyReader } from './certainty-reader.ts'
import { lensFrom } from './lens-names.ts'
import { WhyReader } from './why-reader.ts'

/** What an address says of a view, for whoever asks. */
function viewAsked<Q extends { lens: string; edition?: string | undefined; weights?: string | undefined }>(
  { lens, edition, weights, ...rest }: Q,
  access: Access,
) {
  const view = { lens: lensFrom(lens), edition: editionFor(access, edition) }
  return { ...rest, ...view, weights: weights ? weightsFrom(weights) : undefined }
}

export function rankingRoutes(api: Api): void {
  const { rankings, editions, certainties } = api.world
  const sureness = new CertaintyReader(rankings, certainties)
  const reasons = new WhyReader(rankings)

  api.serveReady(operations.readRanking, allow('ranking.read'), async ({ query, access }) => {
    const frozen = editionFor(access, query.edition)
    const held = frozen && isWhole(query) ? await editions.readyRanking(frozen, query.list, query.limit) : undefined
    if (held !== undefined) return readyJson(held)
    const { cursor, ...asked } = viewAsked(query, access)
    const ranking = await rankings.ranking({ ...asked, from: fromCursor(cursor) }, scopeOf(access.grant))
    return ok({ ...ranking, nextCursor: ranking.nextCursor && toCursor(ranking.nextCursor) })
  })

  api.serveReady(operations.readReadings, allow('ranking.read'), async ({ query, access }) =>
    ok(await rankings.readings(viewAsked(query, access), scopeOf(access.grant))),
  )

  api.serveReady(operations.readStanding, allow('ranking.read'), async ({ params, query, access }) =>
    ok(await rankings.standing(params.technology, viewAsked(query, access), scopeOf(access.grant))),
  )

  // Not kept ready: what is still being worked out changes with no revision.
  api.serve(operations.readCertainty, allow('ranking.read'), async ({ query, access }) => {
    const frozen = query.varies === 'both' && query.scan === undefined ? editionFor(access, query.edition) : undefined
    const held = frozen && (await editions.readyCertainty(frozen, query.lens))
    if (held !== undefined) return readyJson(held)
    return ok(await sureness.certainty(viewAsked(query, access), scopeOf(access.grant)))
  })

  api.serve(operations.readPlaceCertainty, allow('ranking.read'), async ({ params, query, access }) =>
    ok(await sureness.ofPlace(params.technology, viewAsked(query, access), scopeOf(access.grant))),
  )

  api.serveReady(operations.readWhy, allow('ranking.read'), async ({ params, query, access }) =>
    ok(await reasons.why(params.technology, viewAsked(query, access), scopeOf(access.grant))),
  )

  api.serveReady(operations.readFragility, allow('ranking.read'), async ({ query, access }) =>
    ok(await reasons.fragility(viewAsked(query, access), scopeOf(access.grant))),
  )
}

const selecting = ['scan', 'weights', 'category', 'band', 'specialism', 'technology', 'q', 'cursor'] as const

/** Whether a whole list is asked for, all specialisms together, in its own order: that an edition holds ready. */
function isWhole(
  query: Partial<Record<(typeof selecting)[number], unknown>> & { lens: string; sort: string },
): boolean {
  return query.lens === 'all' && query.sort === '-score' && selecting.every((name) => query[name] === undefined)
}
