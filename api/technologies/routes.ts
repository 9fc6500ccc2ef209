import { technologyNames } from '../../db/technologies.ts'
import { listTechnologies } from '../../db/technology-list.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { dayAt } from '../rounds/closing.ts'
import { usualTimeZone } from '../scans/time-zone.ts'
import { staleBefore } from './ageing.ts'
import {
  addEvidence,
  archiveEvidence,
  archiveTechnology,
  changeEvidence,
  changeTechnology,
  enterTechnology,
  getTechnology,
} from './commands.ts'
import { nearNames } from './near-names.ts'
import { scopeOf } from './scope.ts'

export function technologyRoutes(api: Api): void {
  const { registry, settings, now } = api.world
  const staleDay = () => staleBefore(dayAt(now(), usualTimeZone), settings.evidenceStaleYears)

  api.serveReady(operations.listTechnologies, allow('technologies.read'), async ({ query, access }) => {
    const { cursor, archived, owner, reason, ...filters } = query
    const inside = access.grant === 'all' ? { archived: archived === 'true', owner, reason } : { archived: false }
    const asked = { ...filters, ...inside, staleBefore: staleDay(), after: cursor && fromCursor(cursor) }
    const page = await listTechnologies(registry.read, asked, scopeOf(access.grant))
    return ok({ ...page, nextCursor: page.nextCursor && toCursor(page.nextCursor) })
  })

  api.serve(operations.listNearNames, allow('technologies.write'), async ({ query: { name } }) =>
    ok({ items: nearNames(name, await technologyNames(registry.read)).map(({ aliases: _, ...one }) => one) }),
  )

  api.serve(operations.enterTechnology, allow('technologies.write'), async ({ body, by }) => {
    const technology = await enterTechnology(registry, body, by)
    return created(technology, link(paths.technology, { technology: technology.slug }), technology.version)
  })

  api.serveReady(operations.readTechnology, allow('technologies.read'), async ({ params, access }) => {
    const technology = await getTechnology(registry.read, params.technology, scopeOf(access.grant))
    return ok(technology, technology.version)
  })

  api.serve(operations.changeTechnology, allow('technologies.write'), async ({ params, body, seen, by }) => {
    const technology = await changeTechnology(registry, params.technology, body, seen, by)
    return ok(technology, technology.version)
  })

  api.serve(operations.archiveTechnology, allow('technologies.write'), async ({ params, body, seen, by }) => {
    await archiveTechnology(registry, params.technology, body, seen, by)
    // Read anew: who archived it stands in the trail, which is written last.
    const technology = await getTechnology(registry.read, params.technology)
    return ok(technology, technology.version)
  })

  api.serve(operations.addEvidence, allow('evidence.add'), async ({ params, body, access, by }) => {
    const evidence = await addEvidence(registry, params.technology, body, scopeOf(access.grant), by)
    return created(evidence, link(paths.evidence, { ...params, evidence: evidence.id }), evidence.version)
  })

  api.serve(operations.changeEvidence, allow('evidence.write'), async ({ params, body, seen, by }) => {
    const evidence = await changeEvidence(registry, params, body, seen, by)
    return ok(evidence, evidence.version)
  })

  api.serve(operations.archiveEvidence, allow('evidence.write'), async ({ params, body, seen, by }) => {
    const evidence = await archiveEvidence(registry, params, body.archived, seen, by)
    return ok(evidence, evidence.version)
  })
}

const toCursor = (slug: string) => Buffer.from(slug).toString('base64url')
const fromCursor = (cursor: string) => Buffer.from(cursor, 'base64url').toString()
