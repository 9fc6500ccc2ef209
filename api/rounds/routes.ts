import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { countPeopleFor } from '../panel/reader.ts'
import { readScan } from '../scans/reader.ts'
import { scopeOf } from '../scans/scope.ts'
import { askInRound, closeRound, openRound, prepareRound } from './commands.ts'
import { readRound } from './reader.ts'

export function roundRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry

  api.serve(operations.prepareRound, allow('scans.write'), async ({ params, body, by }) => {
    const { id } = await prepareRound(registry, params.scan, body, by)
    const round = await readRound(read, progressOf, id, 'all')
    return created(round, link(paths.round, { round: id }), round.version)
  })

  api.serve(operations.readRound, allow('scans.read'), async ({ params, access }) => {
    const round = await readRound(read, progressOf, params.round, scopeOf(access.grant))
    return ok(round, round.version)
  })

  api.serve(operations.openRound, allow('scans.write'), async ({ params, seen, by }) => {
    const { id } = await openRound(registry, params.round, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.closeRound, allow('scans.write'), async ({ params, seen, by }) => {
    const { id } = await closeRound(registry, params.round, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.askInRound, allow('scans.write'), async ({ params, body, by }) => {
    const { added, specialisms } = await askInRound(registry, params.round, body, by)
    const round = await readRound(read, progressOf, params.round, 'all')
    const scan = await readScan(read, progressOf, round.scan, 'all')
    const asked = scan.specialisms.filter((one) => specialisms.some(({ slug }) => slug === one.slug))
    const answer = {
      round,
      added,
      panellists: await countPeopleFor(read, round.scan, specialisms),
      withoutPanel: asked.filter((one) => one.panellists === 0).map((one) => one.name),
    }
    return created(answer, link(paths.round, params))
  })
}
