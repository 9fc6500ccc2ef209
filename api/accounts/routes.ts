import { lookAroundAccounts } from '../../db/accounts.ts'
import * as operations from '../contract/operations.ts'
import type { About } from '../contract/session.ts'
import { type Access, allow } from '../http/access.ts'
import { clearSessionCookie } from '../http/cookie.ts'
import { type Api, done, ok } from '../http/serve.ts'
import { answerSignedIn } from '../http/signed-in.ts'
import { isLocal } from '../http/visitor.ts'
import { Refusal } from '../refusal.ts'
import type { Settings } from '../settings.ts'
import { lookAround } from './commands.ts'
import { actionsOf } from './permissions.ts'
import { signOut } from './sessions/session-commands.ts'
import { readSession } from './sessions/session-reader.ts'

export function accountRoutes(api: Api): void {
  const { registry, settings, follower, singleSignOn } = api.world

  api.serve(operations.readAbout, allow('about.read'), async ({ req }) => {
    const { demonstration } = await follower.present()
    const offered = isLocal(req, settings) ? await lookAroundAccounts(registry.read) : []
    const { organisation, contact, openNominations, evidenceStaleYears, auditAddressDays, nominatorMonths } = settings
    const kept = { evidenceStaleYears, auditAddressDays, nominatorMonths }
    const about = { product: 'Offing', organisation, contact, demonstration, openNominations, ...kept }
    const signInLinks = settings.localAccounts && api.world.letters !== undefined
    const actions = actionsOf({ roles: [], byToken: false, open: settings })
    return ok({ ...about, signInLinks, lookAround: offered, actions, ...waysToSignIn(settings) })
  })

  api.serve(operations.lookAround, allow('session.open'), async (call) => {
    if (!isLocal(call.req, settings)) throw new Refusal('not-found', 'One may look around on the machine itself only.')
    return answerSignedIn(api.world, call, await lookAround(registry, call.body.role))
  })

  api.serve(operations.readSession, allow('session.read'), async ({ access }) =>
    ok(await readSession(registry.read, access.session ?? asSession(access), access.asker)),
  )

  api.serve(operations.signOut, allow('session.close'), async ({ access, by, res }) => {
    const identityToken = await signOut(registry, access.tokenDigest!, by)
    clearSessionCookie(res, settings)
    const continueAt = identityToken && (await singleSignOn?.signOutAddress(identityToken))
    return continueAt ? ok({ continueAt }) : done
  })
}

function waysToSignIn({ singleSignOn, localAccounts }: Settings): Pick<About, 'singleSignOn' | 'localAccounts'> {
  return { singleSignOn: singleSignOn ? { name: singleSignOn.name } : null, localAccounts }
}

/** What a machine is told of itself. */
const asSession = ({ account, token }: Access) => ({ account: account!, awaits: null, expiresAt: token!.expiresAt })
