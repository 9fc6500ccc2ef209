import type { Request } from 'express'
import { heldSpecialisms } from '../../db/scans.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { readSpreadsheet } from '../http/read-spreadsheet.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { csvOf, workbookOf } from '../http/spreadsheets.ts'
import { getScan } from '../scans/commands.ts'
import { inviteMany, invitePanellist } from './commands.ts'
import { candidatesOf, previewOf } from './preview-reader.ts'
import { readPanel } from './reader.ts'
import { changeSeat, handOver } from './seat-commands.ts'
import { specialismsTable, templateTable } from './template.ts'

export function panelRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry
  const panelOf = (scan: string) => readPanel(read, progressOf, scan)

  api.serve(operations.readPanel, allow('panel.read'), async ({ params }) => ok(await panelOf(params.scan)))

  api.serve(operations.listPanelCandidates, allow('panel.write'), async ({ params }) =>
    ok({ items: await candidatesOf(read, params.scan) }),
  )

  api.serve(operations.readPanelTemplateCsv, allow('panel.write'), async ({ params }) => {
    const { specialisms } = await specialismsIn(params.scan)
    return { status: 200, file: { content: csvOf(templateTable(specialisms)), name: 'people-to-invite.csv' } }
  })

  api.serve(operations.readPanelTemplateWorkbook, allow('panel.write'), async ({ params }) => {
    const { specialisms } = await specialismsIn(params.scan)
    const sheets = {
      People: { table: templateTable(specialisms) },
      Specialisms: { table: specialismsTable(specialisms) },
    }
    return { status: 200, file: { content: await workbookOf(sheets), name: 'people-to-invite.xlsx' } }
  })

  api.serve(operations.previewPanel, allow('panel.write'), async ({ params, body, req }) => {
    const cells = await readSpreadsheet(body, mediaOf(req))
    return ok(await previewOf(read, params.scan, cells))
  })

  api.serve(operations.inviteMany, allow('panel.write'), async ({ params, body, by }) => {
    const counts = await inviteMany(registry, params.scan, body, by)
    return created({ panel: await panelOf(params.scan), ...counts }, link(paths.panel, params))
  })

  api.serve(operations.invitePanellist, allow('panel.write'), async ({ params, body, by }) => {
    await invitePanellist(registry, params.scan, body, by)
    return created(await panelOf(params.scan), link(paths.panel, params))
  })

  api.serve(operations.changeSeat, allow('panel.write'), async ({ params, body, seen, by }) => {
    await changeSeat(registry, params, body, seen, by)
    return ok(await panelOf(params.scan))
  })

  api.serve(operations.handOver, allow('panel.write'), async ({ params, body, by }) => {
    const handed = await handOver(registry, params, body, by)
    return created({ panel: await panelOf(params.scan), ...handed }, link(paths.panel, { scan: params.scan }))
  })

  async function specialismsIn(reference: string) {
    return { specialisms: await heldSpecialisms(read, (await getScan(read, reference)).id) }
  }
}

const mediaOf = (req: Request) => req.headers['content-type'] ?? ''
