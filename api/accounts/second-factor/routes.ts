import * as operations from '../../contract/operations.ts'
import { apiRoot, paths } from '../../contract/paths.ts'
import { allow } from '../../http/access.ts'
import { setSessionCookie } from '../../http/cookie.ts'
import { networkOf } from '../../http/limit.ts'
import { type Api, type Call, created, done, ok } from '../../http/serve.ts'
import { sessionWith } from '../../http/signed-in.ts'
import type { OpenedSession } from '../sessions/session-commands.ts'
import { ownAccount } from './own-account-reader.ts'
import { removeSecondFactorOf } from './remove-commands.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  giveSecondFactor,
  type Owner,
  removeSecondFactor,
  renewRecoveryCodes,
} from './second-factor-commands.ts'

type Asked = Pick<Call<unknown, unknown, unknown>, 'access' | 'by' | 'req' | 'res'>

export function secondFactorRoutes(api: Api): void {
  const { world } = api
  const { settings, registry } = world
  const parts = { ...world, organisation: settings.organisation }
  const { secondFactor: of } = settings.sessions

  api.serve(operations.readOwnAccount, allow('own-account.read'), async ({ access }) =>
    ok(await ownAccount(registry.read, access.account!, of)),
  )

  api.serve(operations.giveSecondFactor, allow('second-factor.give'), async (call) => {
    const opened = await giveSecondFactor(parts, call.body.code, ownerOf(call))
    goOn(call, opened)
    return ok(await sessionWith(world, opened.token))
  })

  api.serve(operations.beginSecondFactor, allow('second-factor.set-up'), async (call) =>
    created(await beginSecondFactor(parts, call.body.code, ownerOf(call)), apiRoot + paths.ownSecondFactor),
  )

  api.serve(operations.confirmSecondFactor, allow('second-factor.set-up'), async (call) => {
    const { recoveryCodes, opened } = await confirmSecondFactor(parts, call.body.code, ownerOf(call))
    goOn(call, opened)
    return ok({ recoveryCodes })
  })

  api.serve(operations.removeSecondFactor, allow('own-account.write'), async (call) => {
    goOn(call, await removeSecondFactor(parts, call.body.code, ownerOf(call), of))
    return done
  })

  api.serve(operations.renewRecoveryCodes, allow('own-account.write'), async (call) => {
    const recoveryCodes = await renewRecoveryCodes(parts, call.body.code, ownerOf(call))
    return created({ recoveryCodes }, apiRoot + paths.ownAccount)
  })

  api.serve(operations.removeSecondFactorOf, allow('accounts.write'), async ({ params, by }) => {
    await removeSecondFactorOf(registry, params.account, by)
    return done
  })

  function ownerOf({ access, by, req }: Asked): Owner {
    return { session: access.session!, by, network: networkOf(req, settings) }
  }

  /** The session has a new secret. */
  function goOn({ res }: Asked, { token, expiresAt }: OpenedSession): void {
    setSessionCookie(res, settings, token, expiresAt)
  }
}
