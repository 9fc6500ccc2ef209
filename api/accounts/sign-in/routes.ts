import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { askingOf } from '../../http/asking.ts'
import { setSessionCookie } from '../../http/cookie.ts'
import { networkOf } from '../../http/limit.ts'
import { needsLocalAccounts } from '../../http/local-accounts.ts'
import { type Api, done } from '../../http/serve.ts'
import { answerSignedIn } from '../../http/signed-in.ts'
import { changePassword } from './own-password-commands.ts'
import { signIn, signInParts } from './sign-in-commands.ts'

/** Passwords: signing in with one, and changing one's own. */
export function signInRoutes(api: Api): void {
  const { world } = api
  const { settings } = world
  const parts = signInParts(world)
  const local = needsLocalAccounts(settings)

  api.serve(
    operations.signIn,
    allow('session.open'),
    async (call) => answerSignedIn(world, call, await signIn(parts, call.body, askingOf(world, call))),
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
}
