import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { getOwnRating, recordRating } from './commands.ts'
import { getTypedRating, typeInRating } from './paper-commands.ts'
import { readPaperItems } from './paper-reader.ts'
import { readMyAnswers } from './reader.ts'

export function ratingRoutes(api: Api): void {
  const { registry } = api.world

  api.serve(operations.readMyAnswers, allow('ratings.record'), async ({ access }) =>
    ok(await readMyAnswers(registry.read, access.account!.id)),
  )

  api.serve(operations.readRating, allow('ratings.record'), async ({ params, access }) => {
    const rating = await getOwnRating(registry, params, access.account!.id)
    return ok(rating, rating.version)
  })

  api.serve(operations.recordRating, allow('ratings.record'), async ({ params, body, seen, by }) => {
    const { rating, created: isNew } = await recordRating(registry, params, body, seen, by)
    return isNew ? created(rating, link(paths.rating, params), rating.version) : ok(rating, rating.version)
  })

  api.serve(operations.listPaperItems, allow('ratings.type-in'), async ({ params, access }) =>
    ok(await readPaperItems(registry.read, params, access.account!.id)),
  )

  api.serve(operations.readTypedRating, allow('ratings.type-in'), async ({ params, access }) => {
    const rating = await getTypedRating(registry, params, access.account!.id)
    return ok(rating, rating.version)
  })

  api.serve(operations.typeInRating, allow('ratings.type-in'), async ({ params, body, seen, by, access }) => {
    const { noticeGiven: _, ...answer } = body
    const typist = { ...by, account: access.account!.id }
    const { rating, created: isNew } = await typeInRating(registry, params, answer, seen, typist)
    return isNew ? created(rating, link(paths.paperRating, params), rating.version) : ok(rating, rating.version)
  })
}
