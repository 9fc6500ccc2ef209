import { tokens } from '../../../db/access-tokens.ts'
import * as operations from '../../contract/operations.ts'
import { link, paths } from '../../contract/paths.ts'
import type { AccessToken } from '../../contract/tokens.ts'
import { allow } from '../../http/access.ts'
import { type Api, created, done, ok } from '../../http/serve.ts'
import { stateOf } from './token.ts'
import { makeToken, revokeToken } from './token-commands.ts'

export function tokenRoutes(api: Api): void {
  const { registry, tokens: keeper, now } = api.world

  const list = async (): Promise<AccessToken[]> => {
    const at = now().getTime()
    return (await tokens(registry.read)).map((token) => {
      const { account: _, ...shown } = token
      return { ...shown, state: stateOf(token, at), lastUsedAt: keeper.lastUse(token) }
    })
  }

  api.serve(operations.listTokens, allow('tokens.read'), async () => {
    const items = await list()
    return ok({ items, total: items.length })
  })

  api.serve(operations.makeToken, allow('tokens.write'), async ({ body, by, access }) => {
    const { id, secret } = await makeToken(registry, body, { ...by, account: access.account!.id })
    const token = (await list()).find((one) => one.id === id)
    return created({ token, secret }, link(paths.tokens, {}))
  })

  api.serve(operations.revokeToken, allow('tokens.write'), async ({ params, by }) => {
    await revokeToken(registry, params.token, by)
    return done
  })
}
