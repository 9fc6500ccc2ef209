import { categories, specialisms } from '../../db/taxonomy.ts'
import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'

export function taxonomyRoutes(api: Api): void {
  const { registry } = api.world

  api.serveReady(operations.listCategories, allow('taxonomy.read'), async () => {
    const items = await categories(registry.read)
    return ok({ items, total: items.length })
  })

  api.serveReady(operations.listSpecialisms, allow('taxonomy.read'), async () => {
    const items = await specialisms(registry.read)
    return ok({ items, total: items.length })
  })
}
