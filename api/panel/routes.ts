import { accountsWithRole } from '../../db/accounts.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { getScan } from '../scans/commands.ts'
import { invitePanellist } from './commands.ts'
import { readPanel } from './reader.ts'

export function panelRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry

  api.serve(operations.readPanel, allow('panel.read'), async ({ params }) =>
    ok(await readPanel(read, progressOf, params.scan)),
  )

  api.serve(operations.listPanelCandidates, allow('scans.write'), async ({ params }) => {
    await getScan(read, params.scan)
    return ok({ items: await accountsWithRole(read, 'lead') })
  })

  api.serve(operations.invitePanellist, allow('scans.write'), async ({ params, body, by }) => {
    await invitePanellist(registry, params.scan, body, by)
    return created(await readPanel(read, progressOf, params.scan), link(paths.panel, params))
  })
}
