import { type Kysely, sql } from 'kysely'

// What only SQLite can do in step 005, apart from it and as frozen.

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

/** The database itself refuses to alter what the taxonomy was. */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function appendOnly(db: Kysely<any>): Promise<void> {
  for (const act of ['update', 'delete'])
    await sql
      .raw(`create trigger taxonomy_versions_no_${act} before ${act} on taxonomy_versions
        begin select raise(abort, 'taxonomy_versions is append-only'); end`)
      .execute(db)
}
