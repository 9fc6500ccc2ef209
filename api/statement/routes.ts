import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { scopeOf } from '../scans/scope.ts'
import { readStatement } from './reader.ts'

export function statementRoutes(api: Api): void {
  const { registry, follower } = api.world

  api.serve(operations.readStatement, allow('scans.read'), async ({ params, access }) =>
    ok(await readStatement(registry.read, follower, params.scan, scopeOf(access.grant))),
  )
}
