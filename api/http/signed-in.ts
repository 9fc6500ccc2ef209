import { readVisit } from '../../db/sessions.ts'
import { type OpenedSession, openSession, type SignedIn } from '../accounts/sessions/session-commands.ts'
import { readSession } from '../accounts/sessions/session-reader.ts'
import { apiRoot, paths } from '../contract/paths.ts'
import { digestOfToken } from '../secrets.ts'
import { setSessionCookie } from './cookie.ts'
import { type Call, created, type Reply } from './serve.ts'
import type { World } from './world.ts'

type Asked = Pick<Call<unknown, unknown, unknown>, 'access' | 'by' | 'res'>

/** Opens a session for whoever has shown who they are, and gives its cookie. Every way to sign in ends here. */
export async function openInBrowser(
  { registry, settings }: World,
  { access, by, res }: Asked,
  who: SignedIn,
): Promise<OpenedSession> {
  const opening = { terms: settings.sessions, replaces: access.tokenDigest }
  const opened = await openSession(registry, who, opening, by)
  setSessionCookie(res, settings, opened.token, opened.expiresAt)
  return opened
}

/** The same for a sign-in that is answered with the session. */
export async function answerSignedIn(world: World, call: Asked, who: SignedIn): Promise<Reply> {
  const { token } = await openInBrowser(world, call, who)
  return created(await sessionWith(world, token), apiRoot + paths.session)
}

/** The session with this secret, which was opened or renewed just now. */
export async function sessionWith({ registry, settings }: World, token: string) {
  const { session } = await readVisit(registry.read, digestOfToken(token))
  return readSession(registry.read, session!, { byToken: false, open: settings })
}
