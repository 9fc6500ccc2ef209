import type { Database } from '../../../db/open.ts'
import { seatOf } from '../../../db/panels.ts'
import { savesOf } from '../../../db/saves.ts'
import type { SavedTechnologies } from '../../contract/next-round.ts'
import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, ok } from '../../http/serve.ts'
import { getScan } from '../../scans/commands.ts'
import { saveTechnology, savingNow, unsaveTechnology } from './commands.ts'
import { readWorthAnotherLook } from './reader.ts'

export function nextRoundRoutes(api: Api): void {
  const { registry, certainties } = api.world
  const { read } = registry

  api.serveReady(operations.readWorthAnotherLook, allow('rounds.plan'), async ({ params, query }) =>
    ok(await readWorthAnotherLook(read, certainties, params.scan, query)),
  )

  api.serve(operations.readSavedTechnologies, allow('technologies.save'), async ({ params, access }) =>
    ok(await savedFor(read, params.scan, access.account!.id)),
  )

  api.serve(operations.saveTechnology, allow('technologies.save'), async ({ params, body, by, access }) => {
    await saveTechnology(registry, params.scan, body, by)
    const saved = await savedFor(read, params.scan, access.account!.id)
    return created(saved, link(paths.savedTechnologies, params))
  })

  api.serve(operations.unsaveTechnology, allow('technologies.save'), async ({ params, by, access }) => {
    await unsaveTechnology(registry, params, by)
    return ok(await savedFor(read, params.scan, access.account!.id))
  })
}

/** What is saved so far, as a lead may see it: their own with its reason, of the rest that it is. */
async function savedFor(db: Database, reference: string, account: string): Promise<SavedTechnologies> {
  const scan = await getScan(db, reference)
  const { round, open } = await savingNow(db, scan.id)
  const seat = await seatOf(db, scan.id, account)
  const items = (round ? await savesOf(db, round.id) : []).map(({ technology, savedBy, reason }) => ({
    technology,
    own: savedBy === account,
    reason: savedBy === account ? reason : null,
  }))
  const mayNow = open && round !== undefined && seat !== undefined
  return { scan: scan.slug, round: round?.number ?? null, open: mayNow, items, total: items.length }
}
