import { type Kysely, sql } from 'kysely'
import { appendOnly, erasableDeclarations, strict } from './005-trust.sqlite.ts'

/** What trust stands on: ways to sign in, sessions, tokens, where an act came from, and the taxonomy's versions. Frozen, as every step. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no row types, so that it stays true when they change
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await appendOnly(db)
  await erasableDeclarations(db)
}

const id = 'id text not null primary key check (length(id) = 36)'
const flag = (column: string) => `${column} integer not null default 0 check (${column} in (0, 1))`
const oneOf = (column: string, ...values: string[]) => `${column} in (${values.map((v) => `'${v}'`).join(', ')})`

const statements = [
  // A machine's account is what its token acts as: it has no person and no other way in.
  `alter table accounts add column kind text not null default 'person' check (${oneOf('kind', 'person', 'machine')})`,
  `alter table accounts add column ${flag('switched_off')}`,
  'alter table accounts add column erased_at text',

  // Whoever was signed in signs in again: a session now says how it was opened, and by what.
  'drop table sessions',
  `create table sessions (
    ${id},
    token_digest text not null unique,
    account_id text not null references accounts (id),
    way text not null check (${oneOf('way', 'password', 'link', 'single-sign-on', 'look-around')}),
    awaits text check (${oneOf('awaits', 'second-factor', 'second-factor-set-up')}),
    address text not null default '',
    client text not null default '',
    identity_token text,
    created_at text not null,
    last_used_at text not null,
    expires_at text not null
  ) ${strict}`,
  'create index sessions_by_account on sessions (account_id)',
  'create index sessions_by_end on sessions (expires_at)',

  `create table one_use_links (
    token_digest text not null primary key,
    account_id text not null references accounts (id),
    purpose text not null check (${oneOf('purpose', 'invitation', 'sign-in', 'password-reset')}),
    created_at text not null,
    expires_at text not null
  ) ${strict}`,
  'create index one_use_links_by_account on one_use_links (account_id)',
  `insert into one_use_links (token_digest, account_id, purpose, created_at, expires_at)
    select token_digest, account_id, 'invitation', expires_at, expires_at from first_passwords`,
  'drop table first_passwords',

  // A new secret waits beside the one in force until a code of it was given. last_step is the step of time whose code was taken last, so that
  // no code is taken twice.
  `create table second_factors (
    account_id text not null primary key references accounts (id),
    secret text,
    waiting_secret text,
    last_step integer not null default 0,
    set_up_at text,
    check ((secret is null) = (set_up_at is null))
  ) ${strict}`,
  `create table recovery_codes (
    account_id text not null references accounts (id),
    code_digest text not null,
    primary key (account_id, code_digest)
  ) ${strict}`,
  `create table identities (
    issuer text not null,
    subject text not null,
    account_id text not null references accounts (id),
    created_at text not null,
    primary key (issuer, subject)
  ) ${strict}`,
  'create index identities_by_account on identities (account_id)',
  `create table access_tokens (
    ${id},
    account_id text not null unique references accounts (id),
    name text not null,
    role text not null check (${oneOf('role', 'board', 'scanner', 'admin')}),
    token_digest text not null unique,
    created_by text not null references accounts (id),
    created_at text not null,
    expires_at text not null,
    last_used_at text,
    revoked_at text
  ) ${strict}`,

  // Who acted, as it is shown: a person, or the machine that a token is for.
  `create view account_names as select account_id, name from people
    union all select account_id, 'Token: ' || name from access_tokens`,

  // The address itself stands apart, so that it can be erased; the trail keeps a salted digest of it.
  'alter table audit_entries add column via text',
  'alter table audit_entries add column address_digest text',
  `create table audit_addresses (
    seq integer not null primary key references audit_entries (seq),
    address text not null,
    salt text not null
  ) ${strict}`,
  'create index audit_entries_by_actor on audit_entries (actor_id, seq)',
  'create index audit_entries_by_action on audit_entries (action, seq)',
  'create index audit_entries_by_time on audit_entries (at, seq)',

  ...['groupings', 'specialisms', 'categories'].map(
    (table) => `alter table ${table} add column version integer not null default 1 check (version >= 1)`,
  ),
  `alter table groupings add column ${flag('retired')}`,
  `alter table categories add column ${flag('retired')}`,
  "alter table categories add column description text not null default ''",
  // As each was at each version, for ever: names of today say nothing of a scan of then.
  `create table taxonomy_versions (
    kind text not null check (${oneOf('kind', 'grouping', 'specialism', 'category')}),
    object_id text not null,
    version integer not null check (version >= 1),
    content text not null,
    reason text not null default '',
    changed_by text references accounts (id),
    changed_at text,
    primary key (kind, object_id, version)
  ) ${strict}`,
]
