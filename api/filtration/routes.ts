import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, done, ok } from '../http/serve.ts'
import { getCoverageNote, removeCoverageNote, writeCoverageNote } from './coverage-commands.ts'
import { readCoverage } from './coverage-reader.ts'
import { listFunnelItems, readFunnel } from './funnel-reader.ts'

export function filtrationRoutes(api: Api): void {
  const { registry, rankings, now } = api.world
  const { read } = registry

  api.serve(operations.readFunnel, allow('filtration.read'), async ({ params }) =>
    ok(await readFunnel(read, params.scan, now().toISOString())),
  )

  api.serve(operations.listFunnelItems, allow('filtration.read'), async ({ params, query }) =>
    ok(await listFunnelItems(read, params.scan, query, now().toISOString())),
  )

  api.serve(operations.readCoverage, allow('filtration.read'), async ({ params }) =>
    ok(await readCoverage(read, rankings, params.scan, now().toISOString())),
  )

  api.serve(operations.readCoverageNote, allow('filtration.read'), async ({ params }) => {
    const note = await getCoverageNote(read, params)
    return ok(note, note.version)
  })

  api.serve(operations.writeCoverageNote, allow('filtration.write'), async ({ params, body, seen, by }) => {
    const { note, created: isNew } = await writeCoverageNote(registry, params, body.text, seen, by)
    return isNew ? created(note, link(paths.coverageNote, params), note.version) : ok(note, note.version)
  })

  api.serve(operations.removeCoverageNote, allow('filtration.write'), async ({ params, seen, by }) => {
    await removeCoverageNote(registry, params, seen, by)
    return done
  })
}
