import { listToldApart } from '../../db/duplicates.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { type Access, allow } from '../http/access.ts'
import { fromCursor, toCursor } from '../http/row-cursor.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { getTechnology } from '../technologies/commands.ts'
import { forgetToldApart, pairOf, tellApart } from './commands.ts'
import { DuplicateReader } from './duplicate-reader.ts'
import { mergeTechnologies, undoMerge } from './merge-commands.ts'
import { mergesOf } from './merging-reader.ts'

export function duplicateRoutes(api: Api): void {
  const { registry } = api.world
  const reader = new DuplicateReader(registry)

  api.serve(operations.listDuplicates, allow('duplicates.read'), async ({ query, access }) => {
    const { next, ...page } = await reader.page(access.state, fromCursor(query.cursor), query.limit)
    return ok({ ...page, nextCursor: next === null ? null : toCursor(String(next)) })
  })

  api.serve(operations.listToldApart, allow('duplicates.read'), async () => {
    const items = await listToldApart(registry.read)
    return ok({ items, total: items.length })
  })

  api.serve(operations.readDuplicate, allow('duplicates.read'), async ({ params, access }) =>
    ok(await detailOf(params, access)),
  )

  api.serve(operations.tellApart, allow('technologies.merge'), async ({ params, body, by, access }) => {
    await tellApart(registry, [params.technology, params.other], body.reason, by)
    return ok(await detailOf(params, access))
  })

  api.serve(operations.forgetToldApart, allow('technologies.merge'), async ({ params, by, access }) => {
    await forgetToldApart(registry, [params.technology, params.other], by)
    return ok(await detailOf(params, access))
  })

  api.serve(operations.listMerges, allow('duplicates.read'), async ({ params }) => {
    const items = await mergesOf(registry.read, await getTechnology(registry.read, params.technology))
    return ok({ items, total: items.length })
  })

  api.serve(operations.mergeTechnologies, allow('technologies.merge'), async ({ params, body, seen, by }) => {
    const merge = await mergeTechnologies(registry, params.technology, body, seen, by)
    return created(merge, link(paths.merges, params))
  })

  api.serve(operations.undoMerge, allow('technologies.merge'), async ({ params, seen, by }) =>
    ok(await undoMerge(registry, params, seen, by)),
  )

  async function detailOf(params: { technology: string; other: string }, access: Access) {
    const [left, right] = await pairOf(registry.read, [params.technology, params.other])
    const technologies = [await getTechnology(registry.read, left), await getTechnology(registry.read, right)] as const
    return reader.detail(access.state, ...technologies)
  }
}
