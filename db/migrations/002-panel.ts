import { type Kysely, sql } from 'kysely'
import { appendOnly, rebuildRounds, strict } from './002-panel.sqlite.ts'

/** What the panel's work needs: seats, shares, declarations, messages, reviews, nominations. Frozen, as every step. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no row types, so that it stays true when they change
export async function up(db: Kysely<any>): Promise<void> {
  await rebuildRounds(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await appendOnly(db)
}

const oneOf = (column: string, ...values: string[]) => `${column} in (${values.map((v) => `'${v}'`).join(', ')})`

const statements = [
  'alter table scans add column previous_scan_id text references scans (id)',
  "alter table scan_methods add column approved_by text not null default ''",
  "alter table scan_methods add column approved_at_meeting text not null default ''",
  'alter table scan_methods add column approved_on text',
  "alter table scan_technologies add column milestone_source text not null default ''",
  "alter table scan_technologies add column milestone_test text not null default ''",
  'alter table panellists add column deputy_account_id text references accounts (id)',
  'alter table panellists add column left_at text',
  'alter table panellists add column notice_read_at text',
  'alter table panellists add column named_consent integer check (named_consent in (0, 1))',
  'alter table panellists add column seat_version integer not null default 1',
  'alter table panellists add column version integer not null default 1 check (version >= 1)',
  'alter table ratings add column typed_by text references accounts (id)',

  // What a round asks of one panel member, where its items are shared out.
  `create table round_shares (
    round_id text not null,
    panellist_id text not null references panellists (id),
    technology_id text not null,
    specialism_id text not null,
    primary key (round_id, panellist_id, technology_id, specialism_id),
    foreign key (round_id, technology_id, specialism_id)
      references round_pairs (round_id, technology_id, specialism_id)
  ) ${strict}`,
  'create index round_shares_by_pair on round_shares (round_id, technology_id, specialism_id)',
  // A declaration of interests is never overwritten: the one in force when a round closed counts for it.
  `create table declarations (
    panellist_id text not null references panellists (id),
    version integer not null check (version >= 1),
    kind text not null check (${oneOf('kind', 'none', 'some')}),
    statement text not null,
    technologies text not null,
    declared_at text not null,
    primary key (panellist_id, version)
  ) ${strict}`,
  `create table lead_specialisms (
    account_id text not null references accounts (id),
    specialism_id text not null references specialisms (id),
    primary key (account_id, specialism_id)
  ) ${strict}`,
  'insert into lead_specialisms (account_id, specialism_id) select distinct panellists.account_id, panel_rows.specialism_id from panel_rows join panellists on panellists.id = panel_rows.panellist_id',
  // Why a round asks about a technology again, as it was when the round was prepared.
  `create table round_reasons (
    round_id text not null references rounds (id),
    technology_id text not null references technologies (id),
    reason text not null check (${oneOf('reason', 'shortlist', 'disputed', 'saved')}),
    primary key (round_id, technology_id, reason)
  ) ${strict}`,
  `create table saved_technologies (
    round_id text not null references rounds (id),
    technology_id text not null references technologies (id),
    saved_by text not null references accounts (id),
    reason text not null,
    saved_at text not null,
    primary key (round_id, technology_id)
  ) ${strict}`,
  `create table discussion_notes (
    round_id text not null references rounds (id),
    technology_id text not null references technologies (id),
    text text not null,
    changed_by text not null references accounts (id),
    changed_at text not null,
    version integer not null default 1 check (version >= 1),
    primary key (round_id, technology_id)
  ) ${strict}`,
  // Neither names nor addresses: they are put in when a message is sent or shown.
  `create table messages (
    id text not null primary key check (length(id) = 36),
    kind text not null check (${oneOf('kind', 'invitation', 'round-opened', 'reminder', 'result')}),
    scan_id text not null references scans (id),
    round_id text references rounds (id),
    account_id text not null references accounts (id),
    state text not null check (${oneOf('state', 'to-copy', 'queued', 'sending', 'sent', 'failed')}),
    attempts integer not null default 0,
    failure text not null default '',
    created_at text not null,
    due_at text not null,
    sent_at text
  ) ${strict}`,
  'create index messages_by_scan on messages (scan_id, created_at)',
  "create index messages_to_send on messages (due_at) where state in ('queued', 'sending')",
  `create table first_passwords (
    token_digest text not null primary key,
    account_id text not null references accounts (id),
    expires_at text not null
  ) ${strict}`,
  `create table signals (
    id text not null primary key check (length(id) = 36),
    origin text not null check (${oneOf('origin', 'nomination', 'out-of-date')}),
    title text not null,
    text text not null,
    web_address text,
    scan_id text references scans (id),
    specialism_id text references specialisms (id),
    technology_id text references technologies (id),
    sent_by text references accounts (id),
    received_at text not null,
    check ((origin = 'out-of-date') = (technology_id is not null))
  ) ${strict}`,
  'create index signals_by_time on signals (received_at)',
  `create table reviews (
    id text not null primary key check (length(id) = 36),
    scan_id text not null references scans (id),
    technology_id text not null references technologies (id),
    specialism_id text not null references specialisms (id),
    unique (scan_id, technology_id, specialism_id)
  ) ${strict}`,
  'create index reviews_by_specialism on reviews (specialism_id, scan_id)',
  // Every version stays; the newest is the present one, the newest signed one is the specialism's public voice.
  `create table review_versions (
    review_id text not null references reviews (id),
    version integer not null check (version >= 1),
    state text not null check (${oneOf('state', 'draft', 'signed')}),
    content text not null,
    early_year integer check (early_year between 1900 and 2300),
    illustrative integer not null default 0 check (illustrative in (0, 1)),
    written_by text not null references accounts (id),
    written_at text not null,
    primary key (review_id, version)
  ) ${strict}`,
]
