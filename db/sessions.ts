import type { Role } from '../api/contract/session.ts'
import type { Awaited, SessionWay } from '../api/contract/sessions.ts'
import type { Account } from './accounts.ts'
import { compiledOnce } from './compiled.ts'
import type { Database } from './open.ts'
import type { RegistryState } from './state.ts'

export interface StoredSession {
  id: string
  account: Account
  /** What the sign-in still needs. */
  awaits: Awaited | null
  /** As far as it was written down. */
  lastUsedAt: string
  expiresAt: string
}

export interface NewSession {
  id: string
  tokenDigest: string
  account: string
  way: SessionWay
  awaits?: Awaited | null
  /** Of the network, and the program that they use: for the list of one's own sessions, gone with the session. */
  address?: string
  client?: string
  identityToken?: string | undefined
  createdAt: string
  expiresAt: string
}

export async function insertSession(trx: Database, session: NewSession): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      id: session.id,
      token_digest: session.tokenDigest,
      account_id: session.account,
      way: session.way,
      awaits: session.awaits ?? null,
      address: session.address ?? '',
      client: session.client ?? '',
      identity_token: session.identityToken ?? null,
      created_at: session.createdAt,
      last_used_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Writes down when a session was used, unless something later is written already. */
export async function setLastUse(trx: Database, id: string, at: string): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where('last_used_at', '<', at)
    .execute()
}

/** Gives a session another secret; what was awaited has been given. */
export async function changeSecret(trx: Database, id: string, tokenDigest: string): Promise<void> {
  await trx.updateTable('sessions').set({ token_digest: tokenDigest, awaits: null }).where('id', '=', id).execute()
}

/** What single sign-on said when the session was opened by it. */
export async function identityTokenOf(db: Database, tokenDigest: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('identity_token')
    .where('token_digest', '=', tokenDigest)
    .executeTakeFirst()
  return row?.identity_token ?? null
}

export async function deleteSession(trx: Database, tokenDigest: string): Promise<void> {
  await trx.deleteFrom('sessions').where('token_digest', '=', tokenDigest).execute()
}

/** All of an account, but one if it is named. Gives how many there were. */
export async function deleteSessionsOf(trx: Database, account: string, but = ''): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('id', '!=', but)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Those of an account whose sign-in is not complete, but for one. */
export async function deleteIncompleteSessions(trx: Database, account: string, but: string): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('awaits', 'is not', null)
    .where('id', '!=', but)
    .execute()
}

export async function deleteSessionsExpiredBefore(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('sessions').where('expires_at', '<=', at).execute()
}

/** Those that nobody has used since a moment. */
export async function deleteSessionsUnusedSince(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('sessions').where('last_used_at', '<', at).execute()
}

/** What a request must know first: how far the registry has come, and who asks. */
export interface Visit {
  state: RegistryState
  session: StoredSession | undefined
}

/** One query, one row a role, since every request asks it. Without a token digest there is no session. */
export async function readVisit(db: Database, tokenDigest: string | undefined): Promise<Visit> {
  const rows = await visitRows(db, tokenDigest ?? '')
  const { revision, restarts, demonstration } = rows[0]!
  return { state: { revision, restarts, demonstration: demonstration === 1 }, session: toSession(rows) }
}

const visitRows = compiledOnce<VisitRow, [tokenDigest: string]>((db) =>
  db
    .selectFrom('registry_state')
    .leftJoin('sessions', (join) => join.on('sessions.token_digest', '=', ''))
    .leftJoin('accounts', 'accounts.id', 'sessions.account_id')
    .leftJoin('people', 'people.account_id', 'sessions.account_id')
    .leftJoin('account_roles', 'account_roles.account_id', 'sessions.account_id')
    .select(['registry_state.revision', 'registry_state.restarts', 'registry_state.demonstration'])
    .select(['sessions.id as session', 'sessions.awaits', 'sessions.last_used_at', 'sessions.expires_at'])
    .select(['accounts.id', 'accounts.look_around', 'accounts.switched_off', 'people.name', 'account_roles.role']),
)

interface VisitRow {
  revision: number
  restarts: number
  demonstration: 0 | 1
  session: string | null
  awaits: Awaited | null
  last_used_at: string | null
  expires_at: string | null
  id: string | null
  look_around: 0 | 1 | null
  switched_off: 0 | 1 | null
  name: string | null
  role: Role | null
}

function toSession(rows: readonly VisitRow[]): StoredSession | undefined {
  const { session, awaits, last_used_at, expires_at, id, name, look_around, switched_off } = rows[0]!
  if (session === null || last_used_at === null || expires_at === null || id === null || name === null) return undefined
  // Switching off ends sessions; one that was being opened meanwhile opens nothing.
  if (switched_off === 1) return undefined
  const roles = rows.flatMap(({ role }): Role[] => (role ? [role] : []))
  const account = { id, name, roles, lookAround: look_around === 1 }
  return { id: session, account, awaits, lastUsedAt: last_used_at, expiresAt: expires_at }
}
