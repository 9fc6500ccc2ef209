import type { AccountRecord, AccountRow, AccountState } from '../api/contract/accounts.ts'
import type { Role } from '../api/contract/session.ts'
import { isId } from './ids.ts'
import type { Database } from './open.ts'

/** An account as its list needs it: without what takes a query each. */
export type ListedAccount = Omit<AccountRow, 'lastSignIn'>

/** Every person's account; without `name` and `email` of those who were removed. `at` decides which invitations are open. */
export async function listedAccounts(db: Database, at: string): Promise<ListedAccount[]> {
  const rows = await people(db).orderBy('accounts.id').execute()
  const roles = await rolesByAccount(db)
  const specialisms = await specialismsByAccount(db)
  const invited = await openInvitations(db, at)
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? '',
    email: row.email ?? '',
    roles: roles.get(row.id) ?? [],
    specialisms: specialisms.get(row.id) ?? [],
    state: stateOf(row),
    lookAround: row.look_around === 1,
    invitedUntil: invited.get(row.id) ?? null,
    createdAt: row.created_at,
  }))
}

/** When each of these accounts signed in last; none where it never did. */
export async function lastSignIns(db: Database, accounts: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const account of accounts) {
    const row = await db
      .selectFrom('audit_entries')
      .select('at')
      .where('actor_id', '=', account)
      .where('action', '=', 'session.open')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (row) found.set(account, row.at)
  }
  return found
}

/** One person's account; undefined where there is none, or it is a machine's. */
export async function findAccountRecord(db: Database, id: string, at: string): Promise<AccountRecord | undefined> {
  if (!isId(id)) return undefined
  const row = await people(db).where('accounts.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const factor = await db
    .selectFrom('second_factors')
    .select('account_id')
    .where('account_id', '=', id)
    .where('secret', 'is not', null)
    .executeTakeFirst()
  return {
    id,
    name: row.name ?? '',
    email: row.email ?? '',
    roles: (await rolesByAccount(db, id)).get(id) ?? [],
    specialisms: (await specialismsByAccount(db, id)).get(id) ?? [],
    state: stateOf(row),
    lookAround: row.look_around === 1,
    invitedUntil: (await openInvitations(db, at, id)).get(id) ?? null,
    lastSignIn: (await lastSignIns(db, [id])).get(id) ?? null,
    createdAt: row.created_at,
    hasPassword: row.password_hash !== null,
    secondFactor: factor !== undefined,
    singleSignOn: row.identity !== null,
    erasedAt: row.erased_at,
    seats: await seatsHeld(db, id),
    version: row.version,
  }
}

function people(db: Database) {
  return (
    db
      .selectFrom('accounts')
      .leftJoin('people', 'people.account_id', 'accounts.id')
      .selectAll('accounts')
      .select(['people.name', 'people.email'])
      .select((eb) =>
        eb
          .selectFrom('identities')
          .whereRef('identities.account_id', '=', 'accounts.id')
          .select('identities.account_id')
          .limit(1)
          .as('identity'),
      )
      .where('accounts.kind', '=', 'person')
      // An archive that was read in brings accounts of people whom this registry never knew.
      .where((eb) => eb.or([eb('people.name', 'is not', null), eb('accounts.erased_at', 'is not', null)]))
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

function stateOf(row: Row): AccountState {
  if (row.erased_at !== null) return 'removed'
  if (row.switched_off === 1) return 'off'
  return row.password_hash === null && row.identity === null && row.look_around === 0 ? 'invited' : 'active'
}

async function rolesByAccount(db: Database, account?: string): Promise<Map<string, Role[]>> {
  const rows = await db
    .selectFrom('account_roles')
    .selectAll()
    .$if(account !== undefined, (query) => query.where('account_id', '=', account!))
    .orderBy('role')
    .execute()
  return grouped(rows, ({ role }) => role)
}

async function specialismsByAccount(db: Database, account?: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('lead_specialisms')
    .innerJoin('specialisms', 'specialisms.id', 'lead_specialisms.specialism_id')
    .select(['lead_specialisms.account_id', 'specialisms.slug'])
    .$if(account !== undefined, (query) => query.where('lead_specialisms.account_id', '=', account!))
    .orderBy('specialisms.name')
    .execute()
  return grouped(rows, ({ slug }) => slug)
}

function grouped<R extends { account_id: string }, T>(rows: readonly R[], of: (row: R) => T): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.account_id, [...(found.get(row.account_id) ?? []), of(row)])
  return found
}

async function openInvitations(db: Database, at: string, account?: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('one_use_links')
    .select((eb) => ['account_id', eb.fn.max('expires_at').as('until')])
    .where('purpose', '=', 'invitation')
    .where('expires_at', '>', at)
    .$if(account !== undefined, (query) => query.where('account_id', '=', account!))
    .groupBy('account_id')
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.until]))
}

async function seatsHeld(db: Database, account: string): Promise<AccountRecord['seats']> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('scans', 'scans.id', 'panellists.scan_id')
    .select(['scans.slug', 'scans.name', 'panellists.left_at'])
    .select((eb) =>
      eb
        .selectFrom('rounds')
        .whereRef('rounds.scan_id', '=', 'scans.id')
        .where('rounds.state', '<>', 'closed')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('waiting'),
    )
    .where('panellists.account_id', '=', account)
    .orderBy('scans.created_at', 'desc')
    .orderBy('scans.id')
    .execute()
  return rows.map(({ slug, name, left_at, waiting }) => ({
    scan: { slug, name },
    left: left_at !== null,
    open: left_at === null && Number(waiting) > 0,
  }))
}
