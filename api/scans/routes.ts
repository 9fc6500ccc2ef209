import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { createScan } from './commands.ts'
import { listScans, readCreatedScan, readScan } from './reader.ts'
import { scopeOf } from './scope.ts'
import { changeScan } from './settings/commands.ts'

export function scanRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry

  api.serve(operations.listScans, allow('scans.read'), async ({ access }) => {
    const items = await listScans(read, scopeOf(access.grant))
    return ok({ items, total: items.length })
  })

  api.serve(operations.createScan, allow('scans.write'), async ({ body, by }) => {
    const scan = await readCreatedScan(read, progressOf, await createScan(registry, body, by))
    return created(scan, link(paths.scan, { scan: scan.slug }), scan.version)
  })

  api.serve(operations.readScan, allow('scans.read'), async ({ params, access }) => {
    const scan = await readScan(read, progressOf, params.scan, scopeOf(access.grant))
    return ok(scan, scan.version)
  })

  api.serve(operations.changeScan, allow('scans.write'), async ({ params, body, seen, by }) => {
    const scan = await readScan(read, progressOf, await changeScan(registry, params.scan, body, seen, by), 'all')
    return ok(scan, scan.version)
  })
}
