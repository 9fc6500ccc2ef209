import { type Kysely, sql } from 'kysely'

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

/**
 * SQLite cannot change a check or add one to a table that stands: rounds are written anew, with room for a pilot (number 0),
 * for items shared out and for the shortlist. Foreign keys are off while migrations run, and checked afterwards.
 */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function rebuildRounds(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** The database itself refuses to alter a declaration or a version of a review; a demonstration's may be deleted. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function appendOnly(db: Kysely<any>): Promise<void> {
  for (const table of ['declarations', 'review_versions'])
    for (const [act, when] of [
      ['update', ''],
      ['delete', 'when (select demonstration from registry_state) = 0'],
    ])
      await sql
        .raw(`create trigger ${table}_no_${act} before ${act} on ${table} ${when}
          begin select raise(abort, '${table} is append-only'); end`)
        .execute(db)
}

const statements = [
  `create table rounds_anew (
    id text not null primary key check (length(id) = 36),
    scan_id text not null references scans (id),
    number integer not null check (number between 0 and 50),
    state text not null check (state in ('prepared', 'open', 'closed')),
    asks_years integer not null default 0 check (asks_years in (0, 1)),
    shared integer not null default 0 check (shared in (0, 1)),
    shortlist_groups integer check (shortlist_groups between 1 and 100),
    closes_on text,
    opened_at text,
    closed_at text,
    version integer not null default 1 check (version >= 1),
    unique (scan_id, number),
    check ((state = 'prepared') = (opened_at is null)),
    check ((state = 'closed') = (closed_at is not null))
  ) ${strict}`,
  `insert into rounds_anew (id, scan_id, number, state, asks_years, closes_on, opened_at, closed_at, version)
    select id, scan_id, number, state, asks_years, closes_on, opened_at, closed_at, version from rounds`,
  'drop table rounds',
  'alter table rounds_anew rename to rounds',
  "create unique index one_open_round_a_scan on rounds (scan_id) where state = 'open'",
]
