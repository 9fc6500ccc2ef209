import { type Kysely, sql } from 'kysely'

// What only SQLite can do in step 001, apart from it and as frozen.

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

/** A column that numbers its rows by itself. */
export const autoNumber = 'integer not null primary key'

/**
 * Triggers by which the database itself refuses to alter the audit trail, ever, and ratings, but for one
 * case: the answers of a demonstration registry are made up, and go when the demonstration is started again.
 */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function appendOnly(db: Kysely<any>): Promise<void> {
  const refuse = (table: string, act: string, when = '') =>
    sql.raw(`create trigger ${table}_no_${act} before ${act} on ${table} ${when}
      begin select raise(abort, '${table} is append-only'); end`)
  const unlessDemonstration = 'when (select demonstration from registry_state) = 0'

  await refuse('audit_entries', 'update').execute(db)
  await refuse('audit_entries', 'delete').execute(db)
  await refuse('ratings', 'update').execute(db)
  await refuse('ratings', 'delete', unlessDemonstration).execute(db)
}

/** The search index over technologies (FTS5), kept in step with its table by triggers. */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function searchIndex(db: Kysely<any>): Promise<void> {
  const columns = 'name, description, would_change'
  const remove = `insert into technology_search (technology_search, rowid, ${columns})
    values ('delete', old.n, old.name, old.description, old.would_change)`
  const add = `insert into technology_search (rowid, ${columns})
    values (new.n, new.name, new.description, new.would_change)`
  await sql
    .raw(`create virtual table technology_search using fts5 (${columns}, content='technologies', content_rowid='n',
      tokenize='porter unicode61 remove_diacritics 2')`)
    .execute(db)
  await sql.raw(`create trigger technologies_search_insert after insert on technologies begin ${add}; end`).execute(db)
  await sql
    .raw(`create trigger technologies_search_delete after delete on technologies begin ${remove}; end`)
    .execute(db)
  await sql
    .raw(
      `create trigger technologies_search_update after update of ${columns} on technologies begin ${remove}; ${add}; end`,
    )
    .execute(db)
}
