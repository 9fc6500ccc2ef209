import type { TokenRole } from '../api/contract/tokens.ts'
import { compiledOnce } from './compiled.ts'
import type { Database } from './open.ts'
import type { RegistryState } from './state.ts'

export interface StoredToken {
  id: string
  /** The machine's account, which acts. */
  account: string
  name: string
  role: TokenRole
  createdAt: string
  expiresAt: string
  /** As far as it was written down. */
  lastUsedAt: string | null
  revokedAt: string | null
}

export interface NewTokenRow {
  id: string
  account: string
  name: string
  role: TokenRole
  tokenDigest: string
  createdBy: string
  createdAt: string
  expiresAt: string
}

/** A token and the account that it acts as, which has no person and no other way in. */
export async function insertToken(trx: Database, token: NewTokenRow): Promise<void> {
  const { id, account, name, role, tokenDigest, createdBy, createdAt, expiresAt } = token
  await trx.insertInto('accounts').values({ id: account, kind: 'machine', created_at: createdAt }).execute()
  const made = { created_by: createdBy, created_at: createdAt, expires_at: expiresAt }
  await trx
    .insertInto('access_tokens')
    .values({ id, account_id: account, name, role, token_digest: tokenDigest, ...made })
    .execute()
}

/** All of them, the newest first, each with the name of who made it. */
export async function tokens(db: Database): Promise<(StoredToken & { createdBy: string | null })[]> {
  const rows = await db
    .selectFrom('access_tokens')
    .leftJoin('account_names', 'account_names.account_id', 'access_tokens.created_by')
    .selectAll('access_tokens')
    .select('account_names.name as maker')
    .orderBy('access_tokens.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...toToken(row), createdBy: row.maker }))
}

export async function findToken(db: Database, id: string): Promise<StoredToken | undefined> {
  const row = await db.selectFrom('access_tokens').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toToken(row)
}

export async function setTokenRevoked(trx: Database, id: string, at: string): Promise<void> {
  await trx.updateTable('access_tokens').set({ revoked_at: at }).where('id', '=', id).execute()
}

/** Writes down when a token was used, unless something later is written already. */
export async function setTokenLastUse(trx: Database, id: string, at: string): Promise<void> {
  await trx
    .updateTable('access_tokens')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', at)]))
    .execute()
}

/** What a request with a token must know first. */
export interface TokenVisit {
  state: RegistryState
  token: StoredToken | undefined
}

/** One query, since every request of a machine asks it. */
export async function readTokenVisit(db: Database, tokenDigest: string): Promise<TokenVisit> {
  const row = (await visitRows(db, tokenDigest))[0]!
  const { revision, restarts, demonstration } = row
  const token = row.id === null ? undefined : toToken(row as VisitRow & TokenRow)
  return { state: { revision, restarts, demonstration: demonstration === 1 }, token }
}

const visitRows = compiledOnce<VisitRow, [tokenDigest: string]>((db) =>
  db
    .selectFrom('registry_state')
    .leftJoin('access_tokens as t', (join) => join.on('t.token_digest', '=', ''))
    .select(['registry_state.revision', 'registry_state.restarts', 'registry_state.demonstration'])
    .select([
      't.id',
      't.account_id',
      't.name',
      't.role',
      't.created_at',
      't.expires_at',
      't.last_used_at',
      't.revoked_at',
    ]),
)

interface TokenRow {
  id: string
  account_id: string
  name: string
  role: TokenRole
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

type VisitRow = { revision: number; restarts: number; demonstration: 0 | 1 } & {
  [K in keyof TokenRow]: TokenRow[K] | null
}

function toToken(row: TokenRow): StoredToken {
  return {
    id: row.id,
    account: row.account_id,
    name: row.name,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
