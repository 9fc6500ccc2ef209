import type { By } from '../../audit/perform.ts'
import * as operations from '../../contract/operations.ts'
import { pageAfterSignIn } from '../../contract/page-after-sign-in.ts'
import { pages } from '../../contract/paths.ts'
import { z } from '../../contract/z.ts'
import { allow } from '../../http/access.ts'
import { clearCookie, cookieOf, setCookie } from '../../http/cookie.ts'
import { type Api, seeOther } from '../../http/serve.ts'
import { openInBrowser } from '../../http/signed-in.ts'
import { Refusal } from '../../refusal.ts'
import { NotSignedOn } from './not-signed-on.ts'
import { signOn } from './sign-on-commands.ts'

const cookie = 'offing_single_sign_on'
const minutesGood = 10

/** What the browser carries from the start to the return. Only who holds it can end what it began; nobody else is shown it. */
const Kept = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  endsAt: z.string(),
})

export function singleSignOnRoutes(api: Api): void {
  const { registry, settings, singleSignOn, trail, now } = api.world

  api.serve(operations.startSingleSignOn, allow('session.open'), async ({ query, req, res }) => {
    const { door } = setUp()
    const next = pageAfterSignIn(query.next)
    try {
      const { address, attempt } = await door.begin()
      const ends = new Date(now().getTime() + minutesGood * 60_000)
      const kept: z.infer<typeof Kept> = { ...attempt, next, endsAt: ends.toISOString() }
      setCookie(res, settings, cookie, Buffer.from(JSON.stringify(kept)).toString('base64url'), ends)
      return seeOther(address)
    } catch (error) {
      if (!(error instanceof NotSignedOn)) throw error
      req.log.error({ reason: error.message }, 'single sign-on cannot begin')
      if (req.accepts(['json', 'html']) === 'html') return seeOther(signInPage(error, next))
      throw new Refusal('unavailable', away)
    }
  })

  api.serve(operations.finishSingleSignOn, allow('session.open'), async (call) => {
    const { by, req, res } = call
    const { door, provider } = setUp()
    const kept = keptIn(cookieOf(req, settings, cookie))
    clearCookie(res, settings, cookie)
    try {
      if (!kept || kept.endsAt <= by.at || kept.state !== req.query.state) throw new NotSignedOn('expired')
      const shown = await door.finish(new URL(req.originalUrl, provider.origin).search, kept)
      await openInBrowser(api.world, call, await signOn(registry, shown, provider, by))
      return seeOther(pageAfterSignIn(kept.next))
    } catch (error) {
      if (!(error instanceof NotSignedOn)) throw error
      req.log.warn({ problem: error.problem, reason: error.message }, 'single sign-on did not sign in')
      noteRefusal(error, by)
      return seeOther(signInPage(error, pageAfterSignIn(kept?.next)))
    }
  })

  /** A browser is led on instead of being refused, which the trail would not see by itself. */
  function noteRefusal({ account, problem }: NotSignedOn, { at, from }: By): void {
    if (problem === 'unavailable') return
    const { id } = operations.finishSingleSignOn
    const where = { via: 'page', address: from?.address ?? null, operation: id }
    trail.refused({ at, account: null, ...where, status: 401, concerns: account })
  }

  function setUp() {
    if (singleSignOn && settings.singleSignOn) return { door: singleSignOn, provider: settings.singleSignOn }
    throw new Refusal('not-found', 'Single sign-on is not set up in this registry.')
  }
}

const away =
  'The sign-in service of your organisation does not answer just now. Try again in a few minutes; if it stays like this, tell whoever runs this registry.'

function keptIn(value: string | undefined): z.infer<typeof Kept> | undefined {
  try {
    return Kept.parse(JSON.parse(Buffer.from(value ?? '', 'base64url').toString()))
  } catch {
    return undefined
  }
}

/** The sign-in page, which says what is wrong and leads on to the same page as before. */
function signInPage({ problem }: NotSignedOn, next: string): string {
  const query = new URLSearchParams({ problem, ...(next !== pages.radar && { next }) })
  return `${pages.signIn}?${query}`
}
