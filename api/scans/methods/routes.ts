import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { type Api, ok } from '../../http/serve.ts'
import { scopeOf } from '../scope.ts'
import { changeMethod } from './commands.ts'
import { listMethodVersions, readMethod } from './reader.ts'

export function methodRoutes(api: Api): void {
  const { registry } = api.world
  const { read } = registry

  api.serve(operations.readMethod, allow('scans.read'), async ({ params, access }) => {
    const method = await readMethod(read, params.scan, scopeOf(access.grant))
    return ok(method, method.version)
  })

  api.serve(operations.changeMethod, allow('methods.write'), async ({ params, body, seen, by }) => {
    await changeMethod(registry, params.scan, body, seen, by)
    const method = await readMethod(read, params.scan, 'all')
    return ok(method, method.version)
  })

  api.serve(operations.listMethodVersions, allow('scans.read'), async ({ params, access }) => {
    const items = await listMethodVersions(read, params.scan, scopeOf(access.grant))
    return ok({ items, total: items.length })
  })
}
