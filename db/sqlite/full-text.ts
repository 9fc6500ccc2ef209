import { type RawBuilder, sql } from 'kysely'
import { marks } from '../../api/search/segments.ts'
import type { Database } from '../open.ts'

// SQLite only: what its full-text indexes (FTS5) can do.

/** True for the technologies that hold a word beginning with each word of `text`; any text is safe. */
export function technologyMatches(text: string): RawBuilder<0 | 1> {
  const query = beginningsOf(text)
  if (query === null) return sql<0 | 1>`0`
  return sql<0 | 1>`technologies.n in (select rowid from technology_search where technology_search match ${query})`
}

/** The same for signals. */
export function signalMatches(text: string): RawBuilder<0 | 1> {
  const query = beginningsOf(text)
  if (query === null) return sql<0 | 1>`0`
  return sql<0 | 1>`signals.n in (select rowid from signal_search where signal_search match ${query})`
}

/** A search for a word beginning with each word of `text`, in one column or any; null where `text` holds no word. */
export function beginningsOf(text: string, column?: string): string | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const all = `(${words.map((word) => `"${word}"*`).join(' ')})`
  return column === undefined ? all : alsoMarking(`{${column}} : ${all}`, all)
}

/** A search for a column that begins with the words of `text`, in their order. */
export function openingOf(text: string, column: string): string | null {
  const words = wordsOf(text)
  return words.length === 0 ? null : alsoMarking(`{${column}} : ^"${words.join(' ')}"`, beginningsOf(text)!)
}

/** The same rows, the words being marked in their other columns too. */
const alsoMarking = (search: string, anywhere: string) => `(${search}) AND ${anywhere}`

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** An index, its columns each with its weight in bm25 and how it is shown with its places marked: whole, or the piece around them. */
export interface FullTextIndex {
  name: 'technology_search' | 'evidence_search' | 'signal_search'
  columns: readonly { weight: number; shown: 'whole' | 'piece' }[]
  /** What a row must be part of, and hold, to be found by this reader: joins and conditions. */
  joins: RawBuilder<unknown>
  where: RawBuilder<unknown>
}

export interface MarkedRow {
  n: number
  /** A column each, with its places marked. */
  marked: string[]
}

/** More matches than this are counted no further, and not put in order as a whole. */
export const mostCounted = 3_000
const newestWeighed = 300
const wordsAPiece = 28

/** How many rows match, up to `mostCounted` and one. */
export async function countMatches(db: Database, index: FullTextIndex, match: string): Promise<number> {
  const name = sql.table(index.name)
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 from ${name} ${index.joins} where ${name} match ${match} and ${index.where} limit ${mostCounted + 1})`.execute(
    db,
  )
  return rows[0]!.n
}

/**
 * The rows that match best, by bm25 (Robertson and Zaragoza 2009). Where very many match, which is while the first letters are
 * typed, that would take longer than the next key and say little: then it is the best of the newest.
 */
export async function bestMatches(
  db: Database,
  index: FullTextIndex,
  match: string,
  limit: number,
): Promise<MarkedRow[]> {
  const name = sql.table(index.name)
  const weights = sql.join(index.columns.map(({ weight }) => sql.lit(weight)))
  const matching = sql`from ${name} ${index.joins} where ${name} match ${match} and ${index.where}`
  const isMany = (await countMatches(db, { ...index, joins: sql``, where: sql`1` }, match)) > mostCounted
  const ofNewest = sql`select *, rank as score from (select ${name}.rowid as n, ${shownOf(index)},
    bm25(${name}, ${weights}) as rank ${matching} order by ${name}.rowid desc limit ${newestWeighed})
    order by score, n desc limit ${limit}`
  const ofAll = sql`select ${name}.rowid as n, ${shownOf(index)} ${matching}
    and ${name}.rank match ${sql.lit(`bm25(${index.columns.map(({ weight }) => weight).join(', ')})`)}
    order by ${name}.rank limit ${limit}`
  const { rows } = await sql<Record<string, string> & { n: number }>`${isMany ? ofNewest : ofAll}`.execute(db)
  return rows.map((row) => ({ n: row.n, marked: index.columns.map((_, i) => row[`c${i}`]!) }))
}

function shownOf({ name, columns }: FullTextIndex): RawBuilder<unknown> {
  const table = sql.table(name)
  const { open, close } = marks
  return sql.join(
    columns.map(({ shown }, i) =>
      shown === 'whole'
        ? sql`highlight(${table}, ${sql.lit(i)}, ${open}, ${close}) as ${sql.ref(`c${i}`)}`
        : sql`snippet(${table}, ${sql.lit(i)}, ${open}, ${close}, '…', ${sql.lit(wordsAPiece)}) as ${sql.ref(`c${i}`)}`,
    ),
  )
}
