import { specialisms } from '../../db/taxonomy.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { limitAll, limitByAddress } from '../http/limit.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { nominateOpenly } from './commands.ts'

const hour = 3_600_000

const fromOneAddress = {
  most: 5,
  withinMs: hour,
  detail: 'Five nominations an hour are taken from one address. Keep your text, and send it again in an hour.',
}
const fromAll = {
  most: 200,
  withinMs: 24 * hour,
  detail: 'No more nominations are taken today. Keep your text, and send it again tomorrow.',
}

export function nominationRoutes(api: Api): void {
  const { registry, settings } = api.world

  api.serve(operations.readNominationForm, allow('nominations.send'), async () => {
    const current = (await specialisms(registry.read)).filter((one) => one.current)
    return ok({ specialisms: current.map(({ slug, name }) => ({ slug, name })) })
  })

  api.serve(
    operations.nominateOpenly,
    allow('nominations.send'),
    async ({ body, by }) => created(await nominateOpenly(registry, body, by), link(paths.nominations, {})),
    [limitByAddress(fromOneAddress, settings), limitAll(fromAll)],
  )
}
