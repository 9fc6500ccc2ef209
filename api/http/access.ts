import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Account } from '../../db/accounts.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { RegistryState } from '../../db/state.ts'
import { type Action, type Asker, type Grant, grantOf, isClosed } from '../accounts/permissions.ts'
import { mayMeanwhile } from '../accounts/second-factor/awaited.ts'
import type { Operation } from '../contract/operation.ts'
import type { Audience } from '../editions/audience.ts'
import { Refusal } from '../refusal.ts'
import { digestOfToken } from '../secrets.ts'
import { sessionToken } from './cookie.ts'
import type { World } from './world.ts'

/** What the first line of a route has established. `account` is undefined where anyone may pass and nobody is signed in. */
export interface Access {
  account: Account | undefined
  /** How far the operation's own action is granted. */
  grant: Grant
  asker: Asker
  tokenDigest: string | undefined
  /** The session that the request came with, while it has not ended. */
  session: StoredSession | undefined
  /** How far the registry had come when the request was let in. */
  state: RegistryState
}

/** The first line of every route: lets the request pass if its account's roles are granted the action. */
export interface Allowed {
  action: Action
  check: (world: World, operation: Operation) => RequestHandler
}

export function allow(action: Action): Allowed {
  return {
    action,
    check: (world, operation) => (req, res, next) => checkAccess(world, action, operation, req, res, next),
  }
}

export function accessOf(res: Response): Access {
  return res.locals.access
}

/** Which editions whoever asks may see. */
export function audienceOf({ asker }: Access): Audience | undefined {
  return grantOf('editions.read', asker) as Audience | undefined
}

/** An edition that an address names, for whoever asks; refuses who may see none, and who may see nothing else and names none. */
export function editionFor(access: Access, reference: string | undefined) {
  if (reference === undefined) {
    if (access.grant === 'in-editions') throw refusalOf(access, 'Sign in to see more than editions, or name one.')
    return undefined
  }
  const audience = audienceOf(access)
  if (!audience) throw new Refusal('not-allowed', 'Your role does not let you read editions.')
  return { reference, audience }
}

const stillNeeded =
  'Give the code from your phone, or set up a second factor, to complete your sign-in. Then try again.'

async function checkAccess(
  world: World,
  action: Action,
  operation: Operation,
  req: Request,
  res: Response,
  next: NextFunction,
) {
  const token = sessionToken(req, world.settings)
  const tokenDigest = token === undefined ? undefined : digestOfToken(token)
  const { session, state } = await world.visits.of(tokenDigest)
  const live = session && world.sessions.use(session) ? session : undefined
  res.locals.asks = live?.account.id
  // Before anything is refused, so that trying costs too.
  world.limits.count(operation, live?.account.id, req, world.now().getTime())
  // Whose sign-in is not complete is nobody, but for what completes it.
  const account = live && mayMeanwhile(action, live.awaits) ? live.account : undefined
  const asker = { roles: account?.roles ?? [], byToken: false, open: world.settings }
  if (isClosed(action, asker.open)) throw new Refusal('not-found', 'This is not open here.')
  const grant = grantOf(action, asker)
  if (!grant && live && !account) throw new Refusal('second-factor-needed', stillNeeded)
  if (!grant) throw refusalOf({ account }, 'Sign in, then try again.')
  const access: Access = { account, grant, asker, tokenDigest, session: live, state }
  res.locals.access = access
  next()
}

function refusalOf({ account }: Pick<Access, 'account'>, toNobody: string): Refusal {
  if (!account) return new Refusal('not-signed-in', toNobody)
  return new Refusal('not-allowed', 'Your role does not allow this. Ask your scan team if you think it does.')
}
