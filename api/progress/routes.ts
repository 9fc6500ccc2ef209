import { grantOf } from '../accounts/permissions.ts'
import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { scopeOf } from '../scans/scope.ts'
import { readRoundProgress } from './reader.ts'

export function progressRoutes(api: Api): void {
  const { registry, follower } = api.world

  api.serve(operations.readRoundProgress, allow('progress.read'), async ({ params, access }) => {
    // Of a scan that is not for the reader not even counts are.
    const scope = scopeOf(grantOf('scans.read', access.asker) ?? 'drafts')
    const withNames = access.grant === 'all'
    return ok(await readRoundProgress(registry.read, follower.progressOf, params.round, { scope, withNames }))
  })
}
