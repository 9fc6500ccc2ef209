import { type RawBuilder, sql } from 'kysely'

/** SQLite only. True for the technologies that hold a word beginning with each word of `text`; any text is safe. */
export function technologyMatches(text: string): RawBuilder<0 | 1> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return sql<0 | 1>`0`
  const query = words.map((word) => `"${word}"*`).join(' ')
  return sql<0 | 1>`technologies.n in (select rowid from technology_search where technology_search match ${query})`
}
