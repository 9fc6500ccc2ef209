import { type Kysely, sql } from 'kysely'

// What only SQLite can do in step 004, apart from it and as frozen.

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

/** A column that numbers its rows by itself. */
export const autoNumber = 'integer not null primary key'

// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
type AnyDatabase = Kysely<any>

/** SQLite cannot change a check of a table that stands: signals are written anew, for all origins, with their triage. */
export async function rebuildSignals(db: AnyDatabase): Promise<void> {
  await run(db, signals)
}

/** Evidence is written anew with a declared number for each row, which the search index needs: a bare rowid may change. */
export async function rebuildEvidence(db: AnyDatabase): Promise<void> {
  await run(db, evidence)
}

/** The database itself refuses to alter a record as it came; a demonstration's may be deleted. */
export async function appendOnly(db: AnyDatabase): Promise<void> {
  await run(db, [
    `create trigger signal_records_no_update before update on signal_records
      begin select raise(abort, 'signal_records is append-only'); end`,
    `create trigger signal_records_no_delete before delete on signal_records
      when (select demonstration from registry_state) = 0
      begin select raise(abort, 'signal_records is append-only'); end`,
  ])
}

/**
 * Search indexes (FTS5) over technologies (now with their aliases), evidence and signals, kept in step by triggers. The first one,
 * two and three letters of words are indexed by themselves, for the first keys of who searches while typing.
 */
export async function searchIndexes(db: AnyDatabase): Promise<void> {
  for (const act of ['insert', 'delete', 'update']) await run(db, [`drop trigger technologies_search_${act}`])
  await run(db, ['drop table technology_search'])
  await searchIndex(db, 'technologies', 'technology_search', ['name', 'aliases', 'description', 'would_change'])
  await searchIndex(db, 'evidence', 'evidence_search', ['text', 'source_title', 'source_publisher'])
  await searchIndex(db, 'signals', 'signal_search', ['title', 'text', 'organisation'])
}

async function searchIndex(db: AnyDatabase, table: string, index: string, columns: string[]): Promise<void> {
  const all = columns.join(', ')
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(', ')
  const remove = `insert into ${index} (${index}, rowid, ${all}) values ('delete', old.n, ${of('old')})`
  const add = `insert into ${index} (rowid, ${all}) values (new.n, ${of('new')})`
  await run(db, [
    `create virtual table ${index} using fts5 (${all}, content='${table}', content_rowid='n',
      tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3')`,
    `insert into ${index} (${index}) values ('rebuild')`,
    `create trigger ${table}_search_insert after insert on ${table} begin ${add}; end`,
    `create trigger ${table}_search_delete after delete on ${table} begin ${remove}; end`,
    `create trigger ${table}_search_update after update of ${all} on ${table} begin ${remove}; ${add}; end`,
  ])
}

async function run(db: AnyDatabase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const reasons = "'not-new', 'not-for-healthcare-science', 'too-early', 'duplicate', 'other'"

const signals = [
  `create table signals_anew (
    n ${autoNumber},
    id text not null unique check (length(id) = 36),
    origin text not null check (origin in ('nomination', 'out-of-date', 'source', 'import')),
    source_id text references sources (id),
    source_record text,
    title text not null,
    text text not null,
    web_address text,
    dated text,
    date_precision text check (date_precision in ('day', 'month', 'year')),
    organisation text not null default '',
    status text not null default '',
    identifiers text not null default '[]',
    service text not null default '',
    interest text not null default '',
    scan_id text references scans (id),
    specialism_id text references specialisms (id),
    technology_id text references technologies (id),
    sent_by text references accounts (id),
    received_at text not null,
    state text not null default 'unread' check (state in ('unread', 'linked', 'dismissed')),
    reason text check (reason in (${reasons})),
    note text not null default '',
    triaged_by text references accounts (id),
    triaged_at text,
    owner_id text references accounts (id),
    version integer not null default 1 check (version >= 1),
    unique (source_id, source_record),
    check ((origin = 'out-of-date') = (technology_id is not null)),
    check ((origin = 'source') = (source_id is not null)),
    check ((source_id is null) or (source_record is not null)),
    check ((dated is null) = (date_precision is null)),
    check ((state = 'dismissed') = (reason is not null)),
    check ((state = 'unread') = (triaged_at is null))
  ) ${strict}`,
  `insert into signals_anew (id, origin, title, text, web_address, scan_id, specialism_id, technology_id, sent_by, received_at)
    select id, origin, title, text, web_address, scan_id, specialism_id, technology_id, sent_by, received_at
    from signals order by id`,
  'drop table signals',
  'alter table signals_anew rename to signals',
  'create index signals_by_state on signals (state, id)',
  'create index signals_by_triage on signals (triaged_at) where triaged_at is not null',
  "create index signals_of_imports on signals (source_record) where origin = 'import'",
]

const evidence = [
  `create table evidence_anew (
    n ${autoNumber},
    id text not null unique check (length(id) = 36),
    technology_id text not null references technologies (id),
    kind text not null check (kind in ('projection', 'policy', 'guidance', 'regulatory', 'trial', 'rollout')),
    text text not null,
    date text,
    date_precision text check (date_precision in ('day', 'month', 'year')),
    date_role text check (date_role in ('happened', 'planned')),
    source_title text not null,
    source_publisher text not null,
    source_year integer check (source_year between 1900 and 2200),
    source_url text,
    source_type text not null check (source_type in ('official', 'research', 'secondary')),
    seen_via text,
    retrieved_on text,
    archived integer not null default 0 check (archived in (0, 1)),
    added_by text not null references accounts (id),
    created_at text not null,
    version integer not null default 1 check (version >= 1),
    check ((date is null) = (date_precision is null)),
    check (date is null or date_role is not null)
  ) ${strict}`,
  `insert into evidence_anew (id, technology_id, kind, text, date, date_precision, date_role, source_title, source_publisher, source_year,
      source_url, source_type, seen_via, retrieved_on, archived, added_by, created_at, version)
    select id, technology_id, kind, text, date, date_precision, date_role, source_title, source_publisher, source_year,
      source_url, source_type, seen_via, retrieved_on, archived, added_by, created_at, version
    from evidence order by id`,
  'drop table evidence',
  'alter table evidence_anew rename to evidence',
  'create index evidence_by_technology on evidence (technology_id, date)',
]
