import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { type Api, ok } from '../../http/serve.ts'
import { readRound } from '../reader.ts'
import { shareOutRound, takeBackShares } from './commands.ts'
import { readWorkload } from './reader.ts'

export function sharingRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { read } = registry

  api.serve(operations.readWorkload, allow('rounds.plan'), async ({ params }) =>
    ok(await readWorkload(read, params.round)),
  )

  api.serve(operations.shareOutRound, allow('rounds.prepare'), async ({ params, by }) => {
    const { id } = await shareOutRound(registry, params.round, by)
    const round = await readRound(read, follower.progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.takeBackShares, allow('rounds.prepare'), async ({ params, by }) => {
    const { id } = await takeBackShares(registry, params.round, by)
    const round = await readRound(read, follower.progressOf, id, 'all')
    return ok(round, round.version)
  })
}
