import * as operations from '../../contract/operations.ts'
import type { PasswordByLinkRequest } from '../../contract/passwords.ts'
import { allow } from '../../http/access.ts'
import { askingOf } from '../../http/asking.ts'
import { needsLocalAccounts } from '../../http/local-accounts.ts'
import { type Api, type Call, done } from '../../http/serve.ts'
import { answerSignedIn } from '../../http/signed-in.ts'
import { signInParts } from '../sign-in/sign-in-commands.ts'
import { type PasswordPurpose, setPasswordByLink } from './password-link-commands.ts'
import { askForLink, signInByLink } from './sign-in-link-commands.ts'

/** Links that work once: asked for, sent, and used. */
export function linkRoutes(api: Api): void {
  const { world } = api
  const parts = signInParts(world)
  const local = needsLocalAccounts(world.settings)

  api.serve(
    operations.askForSignInLink,
    allow('session.open'),
    async ({ body, ...call }) => {
      askForLink(parts, { ...body, purpose: 'sign-in' }, askingOf(world, call))
      return done
    },
    local,
  )

  api.serve(
    operations.signInByLink,
    allow('session.open'),
    async (call) => answerSignedIn(world, call, await signInByLink(parts, call.body.token, askingOf(world, call))),
    local,
  )

  api.serve(
    operations.askForNewPassword,
    allow('password.reset'),
    async ({ body, ...call }) => {
      askForLink(parts, { ...body, purpose: 'password-reset' }, askingOf(world, call))
      return done
    },
    local,
  )

  api.serve(operations.setNewPassword, allow('password.reset'), async (call) => byLink('password-reset', call), local)

  api.serve(operations.setFirstPassword, allow('first-password.set'), async (call) => byLink('invitation', call), local)

  async function byLink(purpose: PasswordPurpose, call: Call<unknown, unknown, PasswordByLinkRequest>) {
    return answerSignedIn(world, call, await setPasswordByLink(parts, purpose, call.body, askingOf(world, call)))
  }
}
