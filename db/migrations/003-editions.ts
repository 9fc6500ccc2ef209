import { type Kysely, sql } from 'kysely'
import { frozenForEver, strict } from './003-editions.sqlite.ts'

/** Editions with what they hold, the pseudonyms of panels, and what became of technologies. Frozen, as every step. */
// biome-ignore lint/suspicious/noExplicitAny: a migration knows no row types, so that it stays true when they change
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await frozenForEver(db)
}

const oneOf = (column: string, ...values: string[]) => `${column} in (${values.map((v) => `'${v}'`).join(', ')})`

const statements = [
  `create table editions (
    id text not null primary key check (length(id) = 36),
    scan_id text not null references scans (id),
    number integer unique check (number >= 1),
    state text not null check (${oneOf('state', 'draft', 'published', 'superseded', 'withdrawn')}),
    round_number integer not null check (round_number >= 1),
    title text not null,
    note text not null,
    purpose text not null check (${oneOf('purpose', 'decision', 'assurance', 'information')}),
    gaps text not null,
    recommendations text not null,
    shown_to_board integer not null default 0 check (shown_to_board in (0, 1)),
    created_at text not null,
    approved_by text not null default '',
    approved_at_meeting text not null default '',
    approved_on text,
    published_at text,
    digest text,
    decision text,
    ended_at text,
    ended_reason text not null default '',
    superseded_by text references editions (id),
    version integer not null default 1 check (version >= 1),
    check ((state = 'draft') = (number is null)),
    check ((state = 'draft') = (published_at is null)),
    check ((state = 'draft') = (digest is null)),
    check ((state in ('superseded', 'withdrawn')) = (ended_at is not null)),
    check ((state = 'superseded') = (superseded_by is not null))
  ) ${strict}`,
  'create index editions_by_scan on editions (scan_id)',
  // What a published edition holds: each row with the digest of its own content, all of them together in the edition's digest.
  `create table edition_rows (
    edition_id text not null references editions (id),
    kind text not null,
    key text not null,
    content text not null,
    digest text not null check (length(digest) = 64),
    primary key (edition_id, kind, key)
  ) ${strict}`,
  // Names that a scan's panel members have in what leaves the registry. Drawn by lot: nothing leads back but this table.
  `create table pseudonyms (
    panellist_id text not null primary key references panellists (id),
    pseudonym text not null unique
  ) ${strict}`,
  // What then happened to a technology, by whose evidence.
  `create table outcomes (
    id text not null primary key check (length(id) = 36),
    technology_id text not null references technologies (id),
    kind text not null check (${oneOf('kind', 'adopted')}),
    happened_on text not null,
    text text not null,
    source_title text not null,
    source_url text,
    recorded_by text not null references accounts (id),
    recorded_at text not null,
    withdrawn_at text
  ) ${strict}`,
  'create index outcomes_by_technology on outcomes (technology_id)',
]
