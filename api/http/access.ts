import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { StoredToken } from '../../db/access-tokens.ts'
import type { Account } from '../../db/accounts.ts'
import type { StoredSession } from '../../db/sessions.ts'
import type { RegistryState } from '../../db/state.ts'
import { type Action, type Asker, type Grant, grantOf, isClosed } from '../accounts/permissions.ts'
import { mayMeanwhile } from '../accounts/second-factor/awaited.ts'
import { nameOfToken } from '../accounts/tokens/token.ts'
import type { Operation } from '../contract/operation.ts'
import type { Audience } from '../editions/audience.ts'
import { Refusal } from '../refusal.ts'
import { digestOfToken } from '../secrets.ts'
import { badToken, bearerOf, challenge, hasTokenForm } from './bearer.ts'
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
  /** The access token that it came with, in a session's place. */
  token: StoredToken | undefined
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
  const bearer = bearerOf(req)
  const visitor = bearer === undefined ? await bySession(world, action, req) : await byToken(world, bearer)
  const { account, asker, asks, awaits } = visitor
  res.locals.asks = asks
  if (visitor.token) res.locals.via = viaToken(visitor.token)
  // Before anything is refused, so that trying costs too.
  world.limits.count(operation, asks, req, world.now().getTime())
  if (bearer !== undefined && !account) throw badToken(res)
  if (isClosed(action, asker.open)) throw new Refusal('not-found', 'This is not open here.')
  const grant = grantOf(action, asker)
  if (!grant && awaits) throw new Refusal('second-factor-needed', stillNeeded)
  if (!grant && !account) challenge(res)
  if (!grant && asker.byToken) challenge(res, 'insufficient_scope')
  if (!grant) throw refusalOf({ account }, 'Sign in, then try again.')
  const access: Access = { ...visitor, grant }
  res.locals.access = access
  next()
}

interface Visiting extends Omit<Access, 'grant'> {
  /** Whose session or token it is, whether or not that is enough for what is asked. */
  asks: string | undefined
  /** Whether the sign-in is not complete. */
  awaits: boolean
}

async function bySession(world: World, action: Action, req: Request): Promise<Visiting> {
  const secret = sessionToken(req, world.settings)
  const tokenDigest = secret === undefined ? undefined : digestOfToken(secret)
  const { session: stored, state } = await world.visits.of(tokenDigest)
  const session = stored && world.sessions.use(stored) ? stored : undefined
  // Whose sign-in is not complete is nobody, but for what completes it.
  const account = session && mayMeanwhile(action, session.awaits) ? session.account : undefined
  const asker = { roles: account?.roles ?? [], byToken: false, open: world.settings }
  const awaits = session !== undefined && !account
  return { account, asker, tokenDigest, session, token: undefined, state, asks: session?.account.id, awaits }
}

/** A request with a token is the machine's, whatever cookie comes with it; nobody's where the token is not good. */
async function byToken(world: World, bearer: string): Promise<Visiting> {
  const { token: stored, state } = await world.visits.ofToken(hasTokenForm(bearer) ? digestOfToken(bearer) : '')
  const token = stored && world.tokens.use(stored) ? stored : undefined
  const account = token && accountOf(token)
  const asker = { roles: account?.roles ?? [], byToken: true, open: world.settings }
  return {
    account,
    asker,
    tokenDigest: undefined,
    session: undefined,
    token,
    state,
    asks: token?.account,
    awaits: false,
  }
}

function accountOf({ account: id, name, role }: StoredToken): Account {
  return { id, name: nameOfToken(name), roles: [role], lookAround: false }
}

/** How the trail says that a token was used. */
export const viaToken = ({ id }: Pick<StoredToken, 'id'>) => `token:${id}`

function refusalOf({ account }: Pick<Access, 'account'>, toNobody: string): Refusal {
  if (!account) return new Refusal('not-signed-in', toNobody)
  return new Refusal('not-allowed', 'Your role does not allow this. Ask your scan team if you think it does.')
}
