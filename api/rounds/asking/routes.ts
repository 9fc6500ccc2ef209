import type { Database } from '../../../db/open.ts'
import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import type { AskResponse } from '../../contract/rounds.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { countPeopleFor } from '../../panel/reader.ts'
import type { ProgressOf } from '../../ratings/progress.ts'
import { readScan } from '../../scans/reader.ts'
import { readRound } from '../reader.ts'
import { type Asked, askInRound, takeBackTechnology } from './commands.ts'
import { readAskedTechnologies } from './reader.ts'

export function askingRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry

  api.serve(operations.readAskedTechnologies, allow('rounds.plan'), async ({ params }) =>
    ok(await readAskedTechnologies(read, params.round)),
  )

  api.serve(operations.askInRound, allow('rounds.prepare'), async ({ params, body, by }) => {
    const asked = await askInRound(registry, params.round, body, by)
    return created(await toAnswer(read, progressOf, asked), link(paths.round, params))
  })

  api.serve(operations.takeBackTechnology, allow('rounds.prepare'), async ({ params, by }) => {
    const { id } = await takeBackTechnology(registry, params, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })
}

async function toAnswer(read: Database, progressOf: ProgressOf, asked: Asked): Promise<AskResponse> {
  const { added, technologies, specialisms, leftOut } = asked
  const round = await readRound(read, progressOf, asked.round.id, 'all')
  const scan = await readScan(read, progressOf, round.scan, 'all')
  const empty = scan.specialisms.filter(
    (one) => one.panellists === 0 && specialisms.some(({ slug }) => slug === one.slug),
  )
  return {
    round,
    added,
    technologies,
    panellists: await countPeopleFor(read, round.scan, specialisms),
    withoutPanel: empty.map((one) => one.name),
    leftOut,
  }
}
