import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { fromCursor, toCursor } from '../http/row-cursor.ts'
import { type Api, ok } from '../http/serve.ts'
import { scopeOf } from '../scans/scope.ts'
import { weightsFrom } from '../scans/weights-text.ts'
import { CertaintyReader } from './certainty-reader.ts'
import { lensFrom } from './lens-names.ts'

export function rankingRoutes(api: Api): void {
  const { rankings, certainties } = api.world
  const sureness = new CertaintyReader(rankings, certainties)

  api.serveReady(operations.readRanking, allow('ranking.read'), async ({ query, access }) => {
    const { cursor, weights, lens, ...rest } = query
    const asked = {
      ...rest,
      lens: lensFrom(lens),
      weights: weights ? weightsFrom(weights) : undefined,
      from: fromCursor(cursor),
    }
    const ranking = await rankings.ranking(asked, scopeOf(access.grant))
    return ok({ ...ranking, nextCursor: ranking.nextCursor && toCursor(ranking.nextCursor) })
  })

  api.serveReady(operations.readReadings, allow('ranking.read'), async ({ query, access }) =>
    ok(await rankings.readings({ ...query, lens: lensFrom(query.lens) }, scopeOf(access.grant))),
  )

  api.serveReady(operations.readStanding, allow('ranking.read'), async ({ params, query, access }) => {
    const { weights, lens, ...rest } = query
    const asked = { ...rest, lens: lensFrom(lens), weights: weights ? weightsFrom(weights) : undefined }
    return ok(await rankings.standing(params.technology, asked, scopeOf(access.grant)))
  })

  // Not kept ready: what is still being worked out changes with no revision.
  api.serve(operations.readCertainty, allow('ranking.read'), async ({ query, access }) =>
    ok(await sureness.certainty({ ...query, lens: lensFrom(query.lens) }, scopeOf(access.grant))),
  )

  api.serve(operations.readPlaceCertainty, allow('ranking.read'), async ({ params, query, access }) => {
    const asked = { ...query, lens: lensFrom(query.lens) }
    return ok(await sureness.ofPlace(params.technology, asked, scopeOf(access.grant)))
  })
}
