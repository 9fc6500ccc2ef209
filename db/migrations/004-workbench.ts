import { type Kysely, sql } from 'kysely'
import { appendOnly, rebuildEvidence, rebuildSignals, searchIndexes, strict } from './004-workbench.sqlite.ts'

/** What the scan team works with: sources and their signals, triage, duplicates, stages, outside lists, imports, policy. Frozen, as every step. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no row types, so that it stays true when they change
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of sources) await sql.raw(statement).execute(db)
  await rebuildSignals(db)
  await rebuildEvidence(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  await searchIndexes(db)
  await appendOnly(db)
}

const id = 'id text not null primary key check (length(id) = 36)'
const flag = (column: string) => `${column} integer not null default 0 check (${column} in (0, 1))`
const version = 'version integer not null default 1 check (version >= 1)'
const oneOf = (column: string, ...values: string[]) => `${column} in (${values.map((v) => `'${v}'`).join(', ')})`

const sources = [
  // What the next run reads on from: `read_through` is the day up to which everything was read, `cursor` where the last run broke off.
  // Which connectors there are is known to the program alone, so that another one needs no step here.
  `create table sources (
    ${id},
    name text not null unique,
    connector text not null check (length(connector) between 1 and 40),
    query text not null,
    from_day text not null check (length(from_day) = 10),
    schedule text not null check (${oneOf('schedule', 'off', 'daily', 'weekly', 'monthly')}),
    read_through text,
    cursor text,
    due_at text,
    ${flag('archived')},
    created_at text not null,
    ${version}
  ) ${strict}`,
  `create table source_runs (
    ${id},
    source_id text not null references sources (id),
    state text not null check (${oneOf('state', 'running', 'done', 'failed', 'stopped')}),
    since text not null,
    through text not null,
    started_at text not null,
    ended_at text,
    expected integer,
    pages integer not null default 0,
    received integer not null default 0,
    added integer not null default 0,
    changed integer not null default 0,
    known integer not null default 0,
    failure text not null default '',
    notes text not null default '[]',
    check ((state = 'running') = (ended_at is null))
  ) ${strict}`,
  'create index source_runs_by_source on source_runs (source_id, started_at)',
  "create unique index one_run_a_source on source_runs (source_id) where state = 'running'",
]

const statements = [
  // A record as its source sent it; one that changes at its source gets a further version.
  `create table signal_records (
    signal_id text not null references signals (id),
    version integer not null check (version >= 1),
    content text not null,
    digest text not null check (length(digest) = 64),
    retrieved_at text not null,
    primary key (signal_id, version)
  ) ${strict}`,
  // Who nominated without an account, where they gave it: apart, so that it can be erased.
  `create table signal_senders (
    signal_id text not null primary key references signals (id),
    name text not null,
    address text not null
  ) ${strict}`,
  `create table signal_links (
    signal_id text not null references signals (id),
    technology_id text not null references technologies (id),
    evidence_id text references evidence (id),
    linked_by text not null references accounts (id),
    linked_at text not null,
    primary key (signal_id, technology_id)
  ) ${strict}`,
  'create index signal_links_by_technology on signal_links (technology_id)',
  `create table evidence_files (
    ${id},
    evidence_id text not null references evidence (id),
    name text not null,
    media text not null,
    size integer not null check (size between 1 and 20000000),
    digest text not null check (length(digest) = 64),
    content blob not null,
    ${flag('archived')},
    added_by text not null references accounts (id),
    added_at text not null
  ) ${strict}`,
  'create index evidence_files_by_evidence on evidence_files (evidence_id)',

  "alter table technologies add column aliases text not null default '[]'",
  'alter table technologies add column part_of text references technologies (id)',
  'alter table technologies add column owner_id text references accounts (id)',
  'alter table technologies add column readiness_evidence_id text references evidence (id)',
  'alter table technologies add column merged_into text references technologies (id)',
  `alter table technologies add column archived_reason text check (${oneOf('archived_reason', 'not-new', 'not-for-healthcare-science', 'too-early', 'duplicate', 'other')})`,
  "alter table technologies add column archived_note text not null default ''",
  'create index technologies_by_whole on technologies (part_of) where part_of is not null',
  'create index technologies_by_survivor on technologies (merged_into) where merged_into is not null',
  "alter table technology_specialisms add column reason text not null default ''",
  `create table technology_notes (
    ${id},
    technology_id text not null references technologies (id),
    text text not null,
    written_by text not null references accounts (id),
    written_at text not null,
    withdrawn_at text
  ) ${strict}`,
  'create index technology_notes_by_technology on technology_notes (technology_id)',
  `create table policy_frames (
    ${id},
    slug text not null unique,
    name text not null,
    question text not null,
    note text not null default '',
    source text not null default '',
    position integer not null
  ) ${strict}`,
  `create table policy_items (
    ${id},
    frame_id text not null references policy_frames (id),
    slug text not null,
    name text not null,
    short text not null,
    meaning text not null,
    position integer not null,
    unique (frame_id, slug)
  ) ${strict}`,
  `create table technology_policy_items (
    technology_id text not null references technologies (id),
    item_id text not null references policy_items (id),
    primary key (technology_id, item_id)
  ) ${strict}`,

  // Two technologies that look alike and were found to be different: the smaller id first.
  `create table told_apart (
    technology_id text not null references technologies (id),
    other_id text not null references technologies (id),
    reason text not null default '',
    decided_by text not null references accounts (id),
    decided_at text not null,
    primary key (technology_id, other_id),
    check (technology_id < other_id)
  ) ${strict}`,
  // What a merge moved, as JSON, so that it can be taken back.
  `create table merges (
    ${id},
    survivor_id text not null references technologies (id),
    merged_id text not null references technologies (id),
    moved text not null,
    merged_by text not null references accounts (id),
    merged_at text not null,
    undone_at text
  ) ${strict}`,
  'create index merges_by_survivor on merges (survivor_id)',
  'create unique index one_merge_a_technology on merges (merged_id) where undone_at is null',

  // Where somebody has looked for technologies and says so, found or not.
  `create table coverage_notes (
    scan_id text not null references scans (id),
    specialism_id text not null references specialisms (id),
    category_id text not null references categories (id),
    text text not null,
    written_by text not null references accounts (id),
    written_at text not null,
    ${version},
    primary key (scan_id, specialism_id, category_id)
  ) ${strict}`,
  `create table outside_lists (
    ${id},
    name text not null unique,
    source_title text not null,
    source_url text,
    listed_on text,
    created_by text not null references accounts (id),
    created_at text not null,
    ${flag('archived')},
    ${version}
  ) ${strict}`,
  `create table outside_items (
    ${id},
    list_id text not null references outside_lists (id),
    position integer not null,
    name text not null,
    description text not null default '',
    state text not null check (${oneOf('state', 'absent', 'here', 'left-out')}),
    technology_id text references technologies (id),
    reason text check (${oneOf('reason', 'not-new', 'not-for-healthcare-science', 'too-early', 'duplicate', 'other')}),
    note text not null default '',
    decided_by text references accounts (id),
    decided_at text,
    ${version},
    unique (list_id, position),
    check ((state = 'here') = (technology_id is not null)),
    check ((state = 'left-out') = (reason is not null))
  ) ${strict}`,

  // What came in by a file, once it has: what is only being looked at is not in the registry.
  `create table imports (
    ${id},
    kind text not null check (${oneOf('kind', 'technologies', 'signals', 'ratings')}),
    form text not null,
    file_name text not null,
    file_digest text not null check (length(file_digest) = 64),
    file_size integer not null,
    scan_id text references scans (id),
    rows integer not null,
    entered integer not null,
    known integer not null,
    bad integer not null,
    entered_by text not null references accounts (id),
    entered_at text not null
  ) ${strict}`,
  'create index imports_by_time on imports (entered_at)',
  'alter table rounds add column import_id text references imports (id)',
]
