import type { Request } from 'express'
import { outsideItems, outsideLists } from '../../../db/outside-lists.ts'
import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { readSpreadsheet } from '../../http/read-spreadsheet.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { csvInTurns } from '../../http/spreadsheets.ts'
import { Refusal } from '../../refusal.ts'
import { archiveOutsideList, changeOutsideList, enterOutsideList, matchOutsideList } from './commands.ts'
import { listOfCells } from './list.ts'
import { NameKeeper } from './name-keeper.ts'
import { getOutsideItem, getOutsideList, readOutsideItems, withProposals } from './reader.ts'
import { fileNameOf, verdictsTable } from './table.ts'
import { settleOutsideItem, settleOutsideItems } from './verdict-commands.ts'

export function outsideListRoutes(api: Api): void {
  const { registry } = api.world
  const { read } = registry
  const names = new NameKeeper(read)

  api.serve(operations.listOutsideLists, allow('outside-lists.read'), async ({ query }) => {
    const items = await outsideLists(read, query.archived === 'true')
    return ok({ items, total: items.length })
  })

  api.serve(operations.previewOutsideList, allow('outside-lists.write'), async ({ body, req }) => {
    const list = listOfCells(await readSpreadsheet(body, mediaOf(req)))
    if ('problem' in list)
      throw new Refusal('invalid', list.problem, { errors: [{ pointer: '', detail: list.problem }] })
    return ok(list)
  })

  api.serve(operations.enterOutsideList, allow('outside-lists.write'), async ({ body, by }) => {
    const list = await enterOutsideList(registry, body, by)
    return created(list, link(paths.outsideList, { list: list.id }), list.version)
  })

  api.serve(operations.readOutsideList, allow('outside-lists.read'), async ({ params }) => {
    const list = await getOutsideList(read, params.list)
    return ok(list, list.version)
  })

  api.serve(operations.changeOutsideList, allow('outside-lists.write'), async ({ params, body, seen, by }) => {
    const list = await changeOutsideList(registry, params.list, body, seen, by)
    return ok(list, list.version)
  })

  api.serve(operations.archiveOutsideList, allow('outside-lists.write'), async ({ params, body, seen, by }) => {
    const list = await archiveOutsideList(registry, params.list, body.archived, seen, by)
    return ok(list, list.version)
  })

  api.serve(operations.matchOutsideList, allow('outside-lists.write'), async ({ params, by }) => {
    const matched = await matchOutsideList(registry, params.list, by)
    return ok({ matched, list: await getOutsideList(read, params.list) })
  })

  api.serve(operations.listOutsideItems, allow('outside-lists.read'), async ({ params, query, access }) =>
    ok(await readOutsideItems(read, names, params.list, query, access.state)),
  )

  api.serve(operations.readOutsideItem, allow('outside-lists.read'), async ({ params, access }) => {
    const held = await getOutsideItem(read, params)
    const [item] = await withProposals([held], names, access.state)
    return ok(item, held.version)
  })

  api.serve(operations.settleOutsideItem, allow('outside-lists.write'), async ({ params, body, seen, by, access }) => {
    const held = await settleOutsideItem(registry, params, body, seen, by)
    const [item] = await withProposals([held], names, access.state)
    return ok(item, held.version)
  })

  api.serve(operations.settleOutsideItems, allow('outside-lists.write'), async ({ params, body, by, access }) => {
    const held = await settleOutsideItems(registry, params.list, body, by)
    return ok({ items: await withProposals(held, names, access.state) })
  })

  api.serve(operations.exportOutsideList, allow('outside-lists.export'), async ({ params }) => {
    const list = await getOutsideList(read, params.list)
    const table = verdictsTable(await outsideItems(read, list.id))
    return { status: 200, file: { name: fileNameOf(list), content: await csvInTurns(table) } }
  })
}

const mediaOf = (req: Request) => req.headers['content-type'] ?? ''
