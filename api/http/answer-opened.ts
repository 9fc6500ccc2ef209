import type { Response } from 'express'
import { readVisit } from '../../db/sessions.ts'
import type { OpenedSession } from '../accounts/sessions/session-commands.ts'
import { readSession } from '../accounts/sessions/session-reader.ts'
import { apiRoot, paths } from '../contract/paths.ts'
import { digestOfToken } from '../secrets.ts'
import { setSessionCookie } from './cookie.ts'
import { created, type Reply } from './serve.ts'
import type { World } from './world.ts'

/** Answers a sign-in, whichever way it went: the cookie, and who is signed in now. */
export async function answerOpened(
  { registry, settings }: World,
  res: Response,
  opened: OpenedSession,
): Promise<Reply> {
  const { session } = await readVisit(registry.read, digestOfToken(opened.token))
  setSessionCookie(res, settings, opened.token, opened.expiresAt)
  const body = await readSession(registry.read, session!.account, opened.expiresAt)
  return created(body, apiRoot + paths.session)
}
