import type { Response } from 'express'
import { type Account, lookAroundAccounts } from '../../db/accounts.ts'
import { specialismsOfLead } from '../../db/lead-specialisms.ts'
import { readVisit } from '../../db/sessions.ts'
import * as operations from '../contract/operations.ts'
import { apiRoot, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { clearSessionCookie, setSessionCookie } from '../http/cookie.ts'
import { type Api, created, done, ok } from '../http/serve.ts'
import { isLocal } from '../http/visitor.ts'
import { Refusal } from '../refusal.ts'
import { digestOfToken } from '../secrets.ts'
import { lookAround, signIn } from './commands.ts'
import { setFirstPassword } from './links/first-password-commands.ts'
import { actionsOf, grantOf } from './permissions.ts'
import { type OpenedSession, signOut } from './sessions/session-commands.ts'

export function accountRoutes(api: Api): void {
  const { registry, settings, follower } = api.world

  api.serve(operations.readAbout, allow('about.read'), async ({ req }) => {
    const { demonstration } = await follower.present()
    const offered = isLocal(req, settings) ? await lookAroundAccounts(registry.read) : []
    const { organisation, openNominations, evidenceStaleYears } = settings
    const about = { product: 'Offing', organisation, demonstration, openNominations, evidenceStaleYears }
    return ok({ ...about, lookAround: offered })
  })

  api.serve(operations.signIn, allow('session.open'), async ({ body, by, res }) =>
    answerOpened(res, await signIn(registry, body, { ...by, account: null })),
  )

  api.serve(operations.lookAround, allow('session.open'), async ({ body, by, req, res }) => {
    if (!isLocal(req, settings)) throw new Refusal('not-found', 'One may look around on the machine itself only.')
    return answerOpened(res, await lookAround(registry, body.role, { ...by, account: null }))
  })

  api.serve(operations.setFirstPassword, allow('first-password.set'), async ({ body, by, res }) =>
    answerOpened(res, await setFirstPassword(registry, body, { ...by, account: null })),
  )

  api.serve(operations.readSession, allow('session.read'), async ({ access }) =>
    ok(await sessionOf(access.account!, access.expiresAt!)),
  )

  api.serve(operations.signOut, allow('session.close'), async ({ access, by, res }) => {
    await signOut(registry, access.tokenDigest!, by)
    clearSessionCookie(res, settings)
    return done
  })

  async function answerOpened(res: Response, opened: OpenedSession) {
    const { session } = await readVisit(registry.read, digestOfToken(opened.token))
    setSessionCookie(res, settings, opened.token, opened.expiresAt)
    return created(await sessionOf(session!.account, opened.expiresAt), apiRoot + paths.session)
  }

  async function sessionOf({ id, name, roles, lookAround }: Account, expiresAt: string) {
    const own = grantOf('reviews.write', roles) ? await specialismsOfLead(registry.read, id) : []
    const specialisms = own.map(({ slug }) => slug)
    return { account: { id, name, roles, specialisms, lookAround }, actions: actionsOf(roles), expiresAt }
  }
}
