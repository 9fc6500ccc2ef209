import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { scopeOf } from '../scans/scope.ts'
import { changeRound, closeRound, openRound, prepareRound } from './commands.ts'
import { reasonsFor } from './next/reader.ts'
import { readRound } from './reader.ts'

export function roundRoutes(api: Api): void {
  const { registry, certainties } = api.world
  const { progressOf } = api.world.follower
  const { read } = registry

  api.serve(operations.prepareRound, allow('rounds.prepare'), async ({ params, body, by }) => {
    const reasons = await reasonsFor(read, certainties, params.scan, body)
    const { id } = await prepareRound(registry, params.scan, body, by, reasons)
    const round = await readRound(read, progressOf, id, 'all')
    return created(round, link(paths.round, { round: id }), round.version)
  })

  api.serve(operations.readRound, allow('scans.read'), async ({ params, access }) => {
    const round = await readRound(read, progressOf, params.round, scopeOf(access.grant))
    return ok(round, round.version)
  })

  api.serve(operations.changeRound, allow('rounds.prepare'), async ({ params, body, seen, by }) => {
    const { id } = await changeRound(registry, params.round, body, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.openRound, allow('rounds.run'), async ({ params, seen, by }) => {
    const { id } = await openRound(registry, params.round, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.closeRound, allow('rounds.run'), async ({ params, seen, by }) => {
    const { id } = await closeRound(registry, params.round, seen, by)
    void certainties.roundClosed(id)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })
}
