import type { Request } from 'express'
import type { By } from '../../audit/perform.ts'
import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { setSessionCookie } from '../../http/cookie.ts'
import { networkOf } from '../../http/limit.ts'
import { needsLocalAccounts } from '../../http/local-accounts.ts'
import { type Api, done } from '../../http/serve.ts'
import { answerSignedIn } from '../../http/signed-in.ts'
import { setFirstPassword } from '../links/first-password-commands.ts'
import { changePassword } from './own-password-commands.ts'
import { type Asking, signIn } from './sign-in-commands.ts'

export function signInRoutes(api: Api): void {
  const { world } = api
  const { settings } = world
  const parts = { ...world, organisation: settings.organisation }

  const local = needsLocalAccounts(settings)

  api.serve(
    operations.signIn,
    allow('session.open'),
    async (call) => answerSignedIn(world, call, await signIn(parts, call.body, nobodyYet(call))),
    local,
  )

  api.serve(
    operations.setFirstPassword,
    allow('first-password.set'),
    async (call) => answerSignedIn(world, call, await setFirstPassword(parts, call.body, nobodyYet(call))),
    local,
  )

  api.serve(
    operations.changeOwnPassword,
    allow('own-account.write'),
    async ({ access, body, by, req, res }) => {
      const opened = await changePassword(parts, access.session!, body, { by, network: networkOf(req, settings) })
      setSessionCookie(res, settings, opened.token, opened.expiresAt)
      return done
    },
    local,
  )

  /** Whoever signs in does so as nobody, also where a session came with it. */
  function nobodyYet({ by, req }: { by: By; req: Request }): Asking {
    return { by: { ...by, account: null }, network: networkOf(req, settings) }
  }
}
