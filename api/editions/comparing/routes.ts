import { grantOf } from '../../accounts/permissions.ts'
import * as operations from '../../contract/operations.ts'
import { type Access, allow, audienceOf } from '../../http/access.ts'
import { type Api, ok } from '../../http/serve.ts'
import { scopeOf } from '../../technologies/scope.ts'

/** Which technologies whoever asks may know of beside those that editions hold; undefined is none. */
const scopeIn = ({ asker }: Access) => {
  const grant = grantOf('technologies.read', asker)
  return grant && scopeOf(grant)
}

export function comparisonRoutes(api: Api): void {
  const { comparisons } = api.world

  api.serve(operations.compareEditions, allow('editions.read'), async ({ params, query, access }) =>
    ok(await comparisons.comparison(params.edition, query.with, audienceOf(access)!)),
  )

  api.serve(operations.readTechnologyHistory, allow('editions.read'), async ({ params, access }) =>
    ok(await comparisons.history(params.technology, audienceOf(access)!, scopeIn(access))),
  )
}
