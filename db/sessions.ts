import type { Role } from '../api/contract/session.ts'
import type { Account } from './accounts.ts'
import { compiledOnce } from './compiled.ts'
import type { Database } from './open.ts'
import type { RegistryState } from './state.ts'

export interface StoredSession {
  account: Account
  expiresAt: string
}

/** How somebody showed who they are. */
export type SessionWay = 'password' | 'link' | 'single-sign-on' | 'look-around'

export interface NewSession {
  id: string
  tokenDigest: string
  account: string
  way: SessionWay
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
      address: session.address ?? '',
      client: session.client ?? '',
      identity_token: session.identityToken ?? null,
      created_at: session.createdAt,
      last_used_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

export async function deleteSession(trx: Database, tokenDigest: string): Promise<void> {
  await trx.deleteFrom('sessions').where('token_digest', '=', tokenDigest).execute()
}

export async function deleteSessionsOf(trx: Database, account: string): Promise<void> {
  await trx.deleteFrom('sessions').where('account_id', '=', account).execute()
}

export async function deleteSessionsExpiredBefore(trx: Database, at: string): Promise<void> {
  await trx.deleteFrom('sessions').where('expires_at', '<=', at).execute()
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
    .select(['sessions.expires_at', 'accounts.id', 'accounts.look_around', 'people.name', 'account_roles.role']),
)

interface VisitRow {
  revision: number
  restarts: number
  demonstration: 0 | 1
  expires_at: string | null
  id: string | null
  look_around: 0 | 1 | null
  name: string | null
  role: Role | null
}

function toSession(rows: readonly VisitRow[]): StoredSession | undefined {
  const { id, name, look_around, expires_at } = rows[0]!
  if (id === null || name === null || expires_at === null) return undefined
  const roles = rows.flatMap(({ role }): Role[] => (role ? [role] : []))
  return { account: { id, name, roles, lookAround: look_around === 1 }, expiresAt: expires_at }
}
