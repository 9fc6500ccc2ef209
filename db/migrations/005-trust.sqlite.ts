import { type Kysely, sql } from 'kysely'

// What only SQLite can do in step 005, apart from it and as frozen.

/** Ends a table: SQLite then holds every column to its type, as other engines do anyway. */
export const strict = 'strict'

const sameDeclaration = ['panellist_id', 'version', 'kind', 'technologies', 'declared_at']
  .map((column) => `new.${column} is old.${column}`)
  .join(' and ')

/** A declaration stays as it is, but for the words of somebody who was erased, which may be blanked. */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function erasableDeclarations(db: Kysely<any>): Promise<void> {
  for (const statement of [
    'drop trigger declarations_no_update',
    `create trigger declarations_no_update before update on declarations
      when not (new.statement = '' and ${sameDeclaration} and exists (select 1 from panellists
        join accounts on accounts.id = panellists.account_id
        where panellists.id = old.panellist_id and accounts.erased_at is not null))
      begin select raise(abort, 'declarations is append-only'); end`,
  ])
    await sql.raw(statement).execute(db)
}

/** The database itself refuses to alter what the taxonomy was. */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function appendOnly(db: Kysely<any>): Promise<void> {
  for (const act of ['update', 'delete'])
    await sql
      .raw(`create trigger taxonomy_versions_no_${act} before ${act} on taxonomy_versions
        begin select raise(abort, 'taxonomy_versions is append-only'); end`)
      .execute(db)
}
