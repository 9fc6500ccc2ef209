import { type Kysely, sql } from 'kysely'

// What only SQLite can do in step 003, apart from it and as frozen.

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

/**
 * The database itself refuses to alter what a published edition holds, to add to it, and to change what was published of its cover;
 * a demonstration's may be deleted.
 */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function frozenForEver(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const unlessDemonstration = '(select demonstration from registry_state) = 0'
const covers =
  'id, scan_id, number, round_number, title, note, purpose, gaps, recommendations, created_at, approved_by, approved_at_meeting, approved_on, published_at, digest'
const changed = covers
  .split(', ')
  .map((column) => `new.${column} is not old.${column}`)
  .join(' or ')

const statements = [
  `create trigger edition_rows_no_update before update on edition_rows
    begin select raise(abort, 'edition_rows is append-only'); end`,
  `create trigger edition_rows_no_delete before delete on edition_rows when ${unlessDemonstration}
    begin select raise(abort, 'edition_rows is append-only'); end`,
  `create trigger edition_rows_while_draft before insert on edition_rows
    when (select state from editions where id = new.edition_id) <> 'draft'
    begin select raise(abort, 'a published edition takes no more rows'); end`,
  `create trigger editions_stay before update on editions when old.state <> 'draft' and (${changed} or new.state = 'draft')
    begin select raise(abort, 'a published edition never changes'); end`,
  `create trigger editions_no_delete before delete on editions when old.state <> 'draft' and ${unlessDemonstration}
    begin select raise(abort, 'a published edition never goes'); end`,
]
