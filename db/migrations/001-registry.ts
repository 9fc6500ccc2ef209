import { type Kysely, sql } from 'kysely'
import { appendOnly, autoNumber, searchIndex, strict } from './001-registry.sqlite.ts'

/** The registry as it first was. Frozen: a later change is a later migration. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no row types, so that it stays true when they change
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await searchIndex(db)
  await appendOnly(db)
}

const id = (column = 'id') => `${column} text not null primary key check (length(${column}) = 36)`
const flag = (column: string) => `${column} integer not null default 0 check (${column} in (0, 1))`
const version = 'version integer not null default 1 check (version >= 1)'
const oneOf = (column: string, ...values: string[]) => `${column} in (${values.map((v) => `'${v}'`).join(', ')})`

const statements = [
  `create table registry_state (
    only_row integer not null primary key check (only_row = 1),
    ${flag('demonstration')},
    revision integer not null default 0,
    restarts integer not null default 0
  ) ${strict}`,
  'insert into registry_state (only_row) values (1)',

  `create table accounts (
    ${id()},
    ${flag('look_around')},
    password_hash text,
    created_at text not null,
    ${version}
  ) ${strict}`,
  // Names and addresses stand apart from everything that is kept for ever, so that they can be erased.
  `create table people (
    account_id text not null primary key references accounts (id),
    name text not null,
    email text not null unique check (email = lower(email))
  ) ${strict}`,
  `create table account_roles (
    account_id text not null references accounts (id),
    role text not null check (${oneOf('role', 'board', 'lead', 'scanner', 'admin')}),
    primary key (account_id, role)
  ) ${strict}`,
  `create table sessions (
    token_digest text not null primary key,
    account_id text not null references accounts (id),
    created_at text not null,
    expires_at text not null
  ) ${strict}`,
  'create index sessions_by_account on sessions (account_id)',
  `create table idempotency_keys (
    account_id text not null references accounts (id),
    key text not null,
    request_digest text not null,
    result text not null,
    created_at text not null,
    primary key (account_id, key)
  ) ${strict}`,
  'create index idempotency_keys_by_age on idempotency_keys (created_at)',
  `create table audit_entries (
    seq integer not null primary key,
    at text not null,
    actor_id text,
    action text not null,
    object_kind text not null,
    object_id text not null,
    details text not null,
    previous_digest text not null,
    digest text not null unique
  ) ${strict}`,
  'create index audit_entries_by_object on audit_entries (object_kind, object_id, seq)',

  `create table groupings (${id()}, slug text not null unique, name text not null, position integer not null) ${strict}`,
  `create table specialisms (
    ${id()},
    slug text not null unique,
    name text not null unique,
    grouping_id text not null references groupings (id),
    description text not null,
    ${flag('current')},
    aliases text not null,
    overlaps_with text not null
  ) ${strict}`,
  `create table categories (
    ${id()},
    slug text not null unique,
    name text not null unique,
    kind text not null check (${oneOf('kind', 'diagnostic', 'device', 'software', 'therapy', 'service')}),
    position integer not null
  ) ${strict}`,

  // n numbers the rows for the search index; a bare rowid may change.
  `create table technologies (
    n ${autoNumber},
    id text not null unique check (length(id) = 36),
    slug text not null unique,
    name text not null unique,
    description text not null,
    would_change text not null default '',
    category_id text not null references categories (id),
    kind text not null check (${oneOf('kind', 'diagnostic', 'device', 'software', 'therapy', 'service')}),
    readiness integer check (readiness between 1 and 9),
    readiness_basis text not null check (${oneOf('readiness_basis', 'assessed', 'illustrative', 'not-set')}),
    readiness_on text,
    milestone text not null default 'one-in-five' check (${oneOf('milestone', 'first', 'one-in-five', 'most')}),
    milestone_places integer check (milestone_places between 1 and 100000),
    milestone_source text not null default '',
    milestone_test text not null default '',
    illustrative_year integer check (illustrative_year between 1900 and 2200),
    ${flag('archived')},
    created_at text not null,
    changed_at text not null,
    ${version},
    check ((readiness is null) = (readiness_basis = 'not-set'))
  ) ${strict}`,
  'create index technologies_by_category on technologies (category_id)',
  `create table technology_specialisms (
    technology_id text not null references technologies (id),
    specialism_id text not null references specialisms (id),
    primary key (technology_id, specialism_id)
  ) ${strict}`,
  'create index technology_specialisms_by_specialism on technology_specialisms (specialism_id)',
  `create table evidence (
    ${id()},
    technology_id text not null references technologies (id),
    kind text not null check (${oneOf('kind', 'projection', 'policy', 'guidance', 'regulatory', 'trial', 'rollout')}),
    text text not null,
    date text,
    date_precision text check (${oneOf('date_precision', 'day', 'month', 'year')}),
    date_role text check (${oneOf('date_role', 'happened', 'planned')}),
    source_title text not null,
    source_publisher text not null,
    source_year integer check (source_year between 1900 and 2200),
    source_url text,
    source_type text not null check (${oneOf('source_type', 'official', 'research', 'secondary')}),
    seen_via text,
    retrieved_on text,
    ${flag('archived')},
    added_by text not null references accounts (id),
    created_at text not null,
    ${version},
    check ((date is null) = (date_precision is null)),
    check (date is null or date_role is not null)
  ) ${strict}`,
  'create index evidence_by_technology on evidence (technology_id, date)',

  `create table scans (
    ${id()},
    slug text not null unique,
    name text not null unique,
    start_year integer not null check (start_year between 1990 and 2150),
    horizon_years integer not null default 10 check (horizon_years between 1 and 30),
    time_zone text not null,
    ${flag('board_sees_draft')},
    frozen_at text,
    created_at text not null,
    ${version}
  ) ${strict}`,
  `create table scan_methods (
    scan_id text not null references scans (id),
    version integer not null check (version >= 1),
    parameters text not null,
    created_at text not null,
    primary key (scan_id, version)
  ) ${strict}`,
  // Names are held here too: a scan keeps the specialisms as they were when its first round opened.
  `create table scan_specialisms (
    scan_id text not null references scans (id),
    specialism_id text not null references specialisms (id),
    slug text not null,
    name text not null,
    grouping_id text not null references groupings (id),
    grouping_slug text not null,
    grouping_name text not null,
    headcount integer check (headcount between 1 and 1000000),
    primary key (scan_id, specialism_id)
  ) ${strict}`,
  `create table scan_technologies (
    scan_id text not null references scans (id),
    technology_id text not null references technologies (id),
    readiness integer check (readiness between 1 and 9),
    milestone text not null check (${oneOf('milestone', 'first', 'one-in-five', 'most')}),
    milestone_places integer check (milestone_places between 1 and 100000),
    entered_at text not null,
    primary key (scan_id, technology_id)
  ) ${strict}`,
  'create index scan_technologies_by_technology on scan_technologies (technology_id)',
  `create table panellists (
    ${id()},
    scan_id text not null references scans (id),
    account_id text not null references accounts (id),
    joined_at text not null,
    unique (scan_id, account_id)
  ) ${strict}`,
  'create index panellists_by_account on panellists (account_id)',
  `create table panel_rows (
    panellist_id text not null references panellists (id),
    specialism_id text not null references specialisms (id),
    primary key (panellist_id, specialism_id)
  ) ${strict}`,
  'create index panel_rows_by_specialism on panel_rows (specialism_id)',

  `create table rounds (
    ${id()},
    scan_id text not null references scans (id),
    number integer not null check (number between 1 and 50),
    state text not null check (${oneOf('state', 'prepared', 'open', 'closed')}),
    ${flag('asks_years')},
    closes_on text,
    opened_at text,
    closed_at text,
    ${version},
    unique (scan_id, number),
    check ((state = 'prepared') = (opened_at is null)),
    check ((state = 'closed') = (closed_at is not null))
  ) ${strict}`,
  "create unique index one_open_round_a_scan on rounds (scan_id) where state = 'open'",
  // n gives pairs the order in which they were asked, so that a reader can follow from where it left off.
  `create table round_pairs (
    n ${autoNumber},
    round_id text not null references rounds (id),
    technology_id text not null references technologies (id),
    specialism_id text not null references specialisms (id),
    unique (round_id, technology_id, specialism_id)
  ) ${strict}`,
  // Years are kept as years after the start of the scan, so that the database itself can hold them to their range.
  `create table ratings (
    seq ${autoNumber},
    round_id text not null references rounds (id),
    panellist_id text not null references panellists (id),
    technology_id text not null,
    specialism_id text not null,
    version integer not null check (version >= 1),
    stance text not null check (${oneOf('stance', 'rated', 'not-affected', 'already', 'cannot-judge', 'withdrawn')}),
    impact integer check (impact between 1 and 9),
    arrival text check (${oneOf('arrival', 'band', 'years', 'cannot-say')}),
    band integer check (band between 0 and 3),
    p10_after_start integer check (p10_after_start between -10 and 50),
    p50_after_start integer check (p50_after_start between -10 and 50),
    p90_after_start integer check (p90_after_start between -10 and 50),
    reason text,
    ${flag('illustrative')},
    salt text not null,
    recorded_at text not null,
    unique (round_id, panellist_id, technology_id, specialism_id, version),
    foreign key (round_id, technology_id, specialism_id)
      references round_pairs (round_id, technology_id, specialism_id),
    foreign key (panellist_id, specialism_id) references panel_rows (panellist_id, specialism_id),
    check ((stance = 'rated') = (impact is not null)),
    check ((stance = 'rated') = (arrival is not null)),
    check ((coalesce(arrival, '') = 'band') = (band is not null)),
    check ((coalesce(arrival, '') = 'years') = (p10_after_start is not null)),
    check ((p10_after_start is null) = (p50_after_start is null)),
    check ((p50_after_start is null) = (p90_after_start is null)),
    check (p10_after_start <= p50_after_start and p50_after_start <= p90_after_start)
  ) ${strict}`,
]
