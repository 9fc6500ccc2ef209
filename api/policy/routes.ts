import { policyFrames } from '../../db/policy.ts'
import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'

export function policyRoutes(api: Api): void {
  const { registry } = api.world

  api.serveReady(operations.listPolicyFrames, allow('taxonomy.read'), async () => {
    const items = await policyFrames(registry.read)
    return ok({ items, total: items.length })
  })
}
