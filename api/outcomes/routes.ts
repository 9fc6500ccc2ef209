import { outcomesOf } from '../../db/outcomes.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { getTechnology } from '../technologies/commands.ts'
import { scopeOf } from '../technologies/scope.ts'
import { recordOutcome, withdrawOutcome } from './commands.ts'

export function outcomeRoutes(api: Api): void {
  const { registry } = api.world

  api.serveReady(operations.listOutcomes, allow('technologies.read'), async ({ params, access: { grant } }) => {
    const technology = await getTechnology(registry.read, params.technology, scopeOf(grant))
    const recorded = await outcomesOf(registry.read, technology.id)
    const items = recorded.filter(({ withdrawnAt }) => grant === 'all' || withdrawnAt === null)
    return ok({ items, total: items.length })
  })

  api.serve(operations.recordOutcome, allow('outcomes.write'), async ({ params, body, by }) => {
    const outcome = await recordOutcome(registry, params.technology, body, by)
    return created(outcome, link(paths.outcome, { ...params, outcome: outcome.id }))
  })

  api.serve(operations.withdrawOutcome, allow('outcomes.write'), async ({ params, by }) =>
    ok(await withdrawOutcome(registry, params, by)),
  )
}
