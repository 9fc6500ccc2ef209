import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { addSource, archiveSource, changeSource, ensureAskable, getSource, readSourceNow } from './commands.ts'
import { readConnectors, readRuns, readSource, readSources } from './reader.ts'
import { tryOut } from './trial-reader.ts'

export function sourceRoutes(api: Api): void {
  const { registry, settings, sources, now } = api.world
  const check = (address: string) => sources.door.problemWith(address)
  const at = () => now().toISOString()

  api.serve(operations.listConnectors, allow('sources.read'), async () =>
    ok(readConnectors(settings.sources.hosts, settings.sources.practice)),
  )

  api.serve(operations.listSources, allow('sources.read'), async ({ query }) =>
    ok(await readSources(registry.read, query.archived === 'true', at())),
  )

  api.serve(operations.addSource, allow('sources.write'), async ({ body, by }) => {
    const source = await addSource(registry, body, check, by)
    sources.wake()
    return created(
      await readSource(registry.read, source, at()),
      link(paths.source, { source: source.id }),
      source.version,
    )
  })

  api.serve(operations.readSource, allow('sources.read'), async ({ params }) => {
    const source = await getSource(registry.read, params.source)
    return ok(await readSource(registry.read, source, at()), source.version)
  })

  api.serve(operations.changeSource, allow('sources.write'), async ({ params, body, seen, by }) => {
    const source = await changeSource(registry, params.source, body, { check, seen }, by)
    sources.wake()
    return ok(await readSource(registry.read, source, at()), source.version)
  })

  api.serve(operations.archiveSource, allow('sources.write'), async ({ params, body, seen, by }) => {
    const source = await archiveSource(registry, params.source, body.archived, seen, by)
    sources.wake()
    return ok(await readSource(registry.read, source, at()), source.version)
  })

  api.serve(operations.readSourceNow, allow('sources.write'), async ({ params, by }) => {
    const source = await readSourceNow(registry, params.source, by)
    sources.wake()
    return ok(await readSource(registry.read, source, at()), source.version)
  })

  api.serve(operations.listSourceRuns, allow('sources.read'), async ({ params, query }) =>
    ok(await readRuns(registry.read, await getSource(registry.read, params.source), query)),
  )

  api.serve(operations.trySource, allow('sources.write'), async ({ body, by }) => {
    ensureAskable(body, check, by)
    return ok(await tryOut(sources.door, body))
  })
}
