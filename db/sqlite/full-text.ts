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

/** Each costs a walk through the index, the shortest most. */
const mostWords = 12

/** A search for a word beginning with each word of `text`, of very many the longest, in one column or any; null where `text` holds no word. */
export function beginningsOf(text: string, column?: string): string | null {
  const words = differentWordsOf(text)
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

function differentWordsOf(text: string): string[] {
  const words = [...new Set(wordsOf(text))]
  if (words.length <= mostWords) return words
  return words.toSorted((a, b) => b.length - a.length).slice(0, mostWords)
}

/** An index, its columns each with its weight in bm25 and how it is shown with its places marked: whole, or the piece around them. */
export interface FullTextIndex {
  name: 'technology_search' | 'evidence_search' | 'signal_search'
  columns: readonly { weight: number; shown: 'whole' | 'piece' }[]
  /** What a row must be part of, and hold, to be found by this reader: joins and a condition; null where all may be found. */
  known: { joins: RawBuilder<unknown>; where: RawBuilder<unknown> } | null
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
  const { rows } = await sql<{ n: number }>`select count(*) as n from
    (select 1 ${matching(index, match)} limit ${mostCounted + 1})`.execute(db)
  return rows[0]!.n
}

/**
 * How many rows match, and the best of them, by bm25 (Robertson and Zaragoza 2009). Where very many match, which is while the first
 * letters are typed, that would take longer than the next key and say little: then it is the best of the newest.
 */
export async function bestMatches(db: Database, index: FullTextIndex, match: string, limit: number) {
  const counted = await countMatches(db, index, match)
  const ofAll = index.known ? await countMatches(db, { ...index, known: null }, match) : counted
  const best = counted === 0 ? noRows : ofAll > mostCounted ? bestOfNewest : bestOfAll
  return { counted, rows: await best(db, index, match, limit) }
}

const noRows = async (): Promise<MarkedRow[]> => []

async function bestOfAll(db: Database, index: FullTextIndex, match: string, limit: number): Promise<MarkedRow[]> {
  const name = sql.table(index.name)
  const weighed = sql`${name}.rank match ${sql.lit(`bm25(${weightsOf(index).join(', ')})`)}`
  const query = sql`${shownOf(index)} ${matching(index, match)} and ${weighed} order by ${name}.rank limit ${limit}`
  return marked(db, index, query)
}

async function bestOfNewest(db: Database, index: FullTextIndex, match: string, limit: number): Promise<MarkedRow[]> {
  const name = sql.table(index.name)
  const weights = sql.join(weightsOf(index).map((weight) => sql.lit(weight)))
  const { rows } = await sql<{ n: number }>`select n from
    (select ${name}.rowid as n, bm25(${name}, ${weights}) as score ${matching(index, match)}
      order by ${name}.rowid desc limit ${newestWeighed})
    order by score, n desc limit ${limit}`.execute(db)
  const best = rows.map(({ n }) => n)
  if (best.length === 0) return []
  // The sign keeps the index from looking for each of them by itself, which costs as much as the whole search, each time.
  const these = sql`+${name}.rowid in (${sql.join(best)})`
  const found = await marked(
    db,
    index,
    sql`${shownOf(index)} from ${name} where ${name} match ${match} and ${these}
      order by ${name}.rowid desc limit ${best.length}`,
  )
  return found.sort((a, b) => best.indexOf(a.n) - best.indexOf(b.n))
}

const weightsOf = ({ columns }: FullTextIndex) => columns.map(({ weight }) => weight)

function matching({ name, known }: FullTextIndex, match: string): RawBuilder<unknown> {
  const table = sql.table(name)
  return known
    ? sql`from ${table} ${known.joins} where ${table} match ${match} and ${known.where}`
    : sql`from ${table} where ${table} match ${match}`
}

/** `query` begins with the columns as they are shown. */
async function marked(
  db: Database,
  { name, columns }: FullTextIndex,
  query: RawBuilder<unknown>,
): Promise<MarkedRow[]> {
  const { rows } = await sql<
    Record<string, string> & { n: number }
  >`select ${sql.table(name)}.rowid as n, ${query}`.execute(db)
  return rows.map((row) => ({ n: row.n, marked: columns.map((_, i) => row[`c${i}`]!) }))
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
