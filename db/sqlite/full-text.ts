import { type Kysely, type RawBuilder, sql } from 'kysely'

/** SQLite only. The search index over technologies (FTS5), kept in step with its table by triggers. */
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

/** SQLite only. True for the technologies that hold a word beginning with each word of `text`; any text is safe. */
export function technologyMatches(text: string): RawBuilder<0 | 1> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return sql<0 | 1>`0`
  const query = words.map((word) => `"${word}"*`).join(' ')
  return sql<0 | 1>`technologies.n in (select rowid from technology_search where technology_search match ${query})`
}
