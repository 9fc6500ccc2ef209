import { accountsWithRole } from '../../db/accounts.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { type Access, allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import {
  askInRound,
  changeScan,
  closeRound,
  createScan,
  getScan,
  invitePanellist,
  openRound,
  prepareRound,
} from './commands.ts'
import { countPeopleFor, listScans, readPanel, readRound, readScan, type ScanScope } from './reader.ts'

export function scanRoutes(api: Api): void {
  const { registry, follower } = api.world
  const { progressOf } = follower
  const { read } = registry

  api.serve(operations.listScans, allow('scans.read'), async ({ access }) => {
    const items = await listScans(read, scopeOf(access))
    return ok({ items, total: items.length })
  })

  api.serve(operations.createScan, allow('scans.write'), async ({ body, by }) => {
    const scan = await readScan(read, progressOf, await createScan(registry, body, by), 'all')
    return created(scan, link(paths.scan, { scan: scan.slug }), scan.version)
  })

  api.serve(operations.readScan, allow('scans.read'), async ({ params, access }) => {
    const scan = await readScan(read, progressOf, params.scan, scopeOf(access))
    return ok(scan, scan.version)
  })

  api.serve(operations.changeScan, allow('scans.write'), async ({ params, body, seen, by }) => {
    const scan = await readScan(read, progressOf, await changeScan(registry, params.scan, body, seen, by), 'all')
    return ok(scan, scan.version)
  })

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

  api.serve(operations.prepareRound, allow('scans.write'), async ({ params, body, by }) => {
    const { id } = await prepareRound(registry, params.scan, body, by)
    const round = await readRound(read, progressOf, id, 'all')
    return created(round, link(paths.round, { round: id }), round.version)
  })

  api.serve(operations.readRound, allow('scans.read'), async ({ params, access }) => {
    const round = await readRound(read, progressOf, params.round, scopeOf(access))
    return ok(round, round.version)
  })

  api.serve(operations.openRound, allow('scans.write'), async ({ params, seen, by }) => {
    const { id } = await openRound(registry, params.round, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.closeRound, allow('scans.write'), async ({ params, seen, by }) => {
    const { id } = await closeRound(registry, params.round, seen, by)
    const round = await readRound(read, progressOf, id, 'all')
    return ok(round, round.version)
  })

  api.serve(operations.askInRound, allow('scans.write'), async ({ params, body, by }) => {
    const { added, specialisms } = await askInRound(registry, params.round, body, by)
    const round = await readRound(read, progressOf, params.round, 'all')
    const scan = await readScan(read, progressOf, round.scan, 'all')
    const asked = scan.specialisms.filter((one) => specialisms.some(({ slug }) => slug === one.slug))
    const answer = {
      round,
      added,
      panellists: await countPeopleFor(read, round.scan, specialisms),
      withoutPanel: asked.filter((one) => one.panellists === 0).map((one) => one.name),
    }
    return created(answer, link(paths.round, params))
  })
}

function scopeOf(access: Access): ScanScope {
  return access.grant === 'drafts' ? 'drafts' : 'all'
}
