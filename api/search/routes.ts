import { grantOf } from '../accounts/permissions.ts'
import * as operations from '../contract/operations.ts'
import { searchKinds } from '../contract/search.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { scopeOf } from '../technologies/scope.ts'
import { search } from './reader.ts'

export function searchRoutes(api: Api): void {
  const { registry } = api.world

  // Signals come in without moving the registry's revision, so no answer is kept ready.
  api.serve(operations.search, allow('technologies.read'), async ({ query, access }) => {
    const { q, limit, kinds: wanted = searchKinds } = query
    const maySeeSignals = grantOf('signals.read', access.asker) !== undefined
    const kinds = searchKinds.filter((kind) => wanted.includes(kind) && (kind !== 'signals' || maySeeSignals))
    return ok(await search(registry.read, { q, limit, scope: scopeOf(access.grant) }, kinds))
  })
}
