import { findTechnologyInScan } from '../../db/reviews.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { type Access, allow, audienceOf } from '../http/access.ts'
import { type Api, created, done, ok } from '../http/serve.ts'
import { Refusal, repeated } from '../refusal.ts'
import { readChecklist } from './checklist-reader.ts'
import {
  changeEdition,
  createEdition,
  discardEdition,
  recordDecision,
  supersedeEdition,
  withdrawEdition,
} from './commands.ts'
import { approveEdition } from './publishing/commands.ts'
import { listEditions, readEdition } from './reader.ts'
import { certaintyNow, surenessFrom } from './sureness-reader.ts'
import { unnamed } from './unnamed.ts'

export function editionRoutes(api: Api): void {
  const { registry, follower, editions: shelf, certainties, settings, now } = api.world
  const { read } = registry
  const publishing = { registry, follower, surenessOf: surenessFrom(certainties) }
  const editionFor = async (reference: string, access: Access) => {
    const edition = await readEdition(read, shelf, reference, audienceOf(access)!)
    return ok(edition, edition.version)
  }

  api.serve(operations.listEditions, allow('editions.read'), async ({ query, access }) => {
    const items = await listEditions(read, query, audienceOf(access)!)
    return ok({ items, total: items.length })
  })

  api.serve(operations.createEdition, allow('editions.write'), async ({ params, by }) => {
    const { id } = await createEdition(registry, params.scan, by)
    const edition = await readEdition(read, shelf, id, 'all')
    return created(edition, link(paths.edition, { edition: id }), edition.version)
  })

  api.serve(operations.readEdition, allow('editions.read'), async ({ params, access }) =>
    editionFor(params.edition, access),
  )

  api.serve(operations.changeEdition, allow('editions.write'), async ({ params, body, seen, by, access }) => {
    await changeEdition(registry, params.edition, body, seen, by)
    return editionFor(params.edition, access)
  })

  api.serve(operations.discardEdition, allow('editions.write'), async ({ params, seen, by }) => {
    await discardEdition(registry, params.edition, seen, by)
    return done
  })

  api.serve(operations.readEditionChecklist, allow('editions.write'), async ({ params }) => {
    const today = now().toISOString().slice(0, 10)
    const day = { today, staleAfterYears: settings.evidenceStaleYears }
    return ok(await readChecklist(read, shelf, params.edition, day, (scan) => certaintyNow(certainties, scan)))
  })

  api.serve(operations.approveEdition, allow('editions.publish'), async ({ params, body, seen, by, access }) => {
    await approveEdition(publishing, params.edition, body, seen, by)
    return editionFor(params.edition, access)
  })

  api.serve(operations.recordDecision, allow('editions.decide'), async ({ params, body, seen, by, access }) => {
    await recordDecision(registry, params.edition, body, seen, by, audienceOf(access)!)
    return editionFor(params.edition, access)
  })

  api.serve(operations.supersedeEdition, allow('editions.publish'), async ({ params, body, seen, by, access }) => {
    await supersedeEdition(registry, params.edition, body, seen, by)
    return editionFor(params.edition, access)
  })

  api.serve(operations.withdrawEdition, allow('editions.publish'), async ({ params, body, seen, by, access }) => {
    await withdrawEdition(registry, params.edition, body, seen, by)
    return editionFor(params.edition, access)
  })

  api.serve(operations.readFrozenTechnology, allow('editions.read'), async ({ params, access }) => {
    const head = await shelf.head(params.edition, audienceOf(access)!)
    const id = await findTechnologyInScan(read, head.scan, params.technology)
    const [technology] = id === undefined ? [] : await shelf.technologies(head, id)
    if (technology) return ok(access.account ? technology : unnamed(technology))
    throw new Refusal('not-found', `“${head.title}” does not hold the technology ${repeated(params.technology)}.`)
  })
}
