import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { readRound } from '../reader.ts'
import { runPilot } from './commands.ts'
import { readPilotResult } from './reader.ts'

export function pilotRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { read } = registry

  api.serve(operations.runPilot, allow('rounds.run'), async ({ params, body, by }) => {
    const { id } = await runPilot(registry, params.scan, body, by)
    const round = await readRound(read, follower.progressOf, id, 'all')
    return created(round, link(paths.round, { round: id }), round.version)
  })

  api.serve(operations.readPilotResult, allow('rounds.plan'), async ({ params }) =>
    ok(await readPilotResult(read, params.round)),
  )
}
