import { taxa, taxonVersions } from '../../db/taxa.ts'
import { categories, specialisms } from '../../db/taxonomy.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { addTaxon, changeTaxon, getTaxon } from './taxon-commands.ts'

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

  api.serveReady(operations.listTaxonomy, allow('taxonomy.read'), async () => {
    const items = await taxa(registry.read)
    return ok({ items, total: items.length })
  })

  api.serve(operations.addTaxon, allow('taxonomy.write'), async ({ body, by }) => {
    const taxon = await addTaxon(registry, body.content, by)
    return created(taxon, link(paths.taxon, { taxon: taxon.id }), taxon.version)
  })

  api.serve(operations.readTaxon, allow('taxonomy.read'), async ({ params }) => {
    const taxon = await getTaxon(registry.read, params.taxon)
    return ok(taxon, taxon.version)
  })

  api.serve(operations.changeTaxon, allow('taxonomy.write'), async ({ params, body, seen, by }) => {
    const taxon = await changeTaxon(registry, params.taxon, body, seen, by)
    return ok(taxon, taxon.version)
  })

  api.serve(operations.listTaxonVersions, allow('taxonomy.read'), async ({ params }) => {
    const { id, version, content } = await getTaxon(registry.read, params.taxon)
    const kept = await taxonVersions(registry.read, id)
    // What was never changed has no versions on record.
    const items = kept.length > 0 ? kept : [{ version, content, reason: '', changedAt: null }]
    return ok({ items, total: items.length })
  })
}
