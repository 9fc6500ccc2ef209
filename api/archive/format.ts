/** What makes a file no archive that can be read, in one sentence. */
export class ArchiveProblem extends Error {}

/** The first line of an archive. `steps` are those by which its tables came to their form. */
export interface Header {
  format: typeof formatName
  version: typeof formatVersion
  product: string
  steps: string[]
}

/** Stands before the rows of each table, of which each is a line: a list of cells. */
export interface TableLine {
  table: string
  columns: string[]
}

/** The last line: how many rows each table has, and the SHA-256 of all lines before. */
export interface Ending {
  end: true
  rows: Record<string, number>
  sha256: string
}

export type WrittenCell = string | number | null | { base64: string }

export const formatName = 'Offing archive'
export const formatVersion = 1

/** A row holds a file of 20 MB at most, a third longer when written as text; anything far above is no archive. */
export const longestLine = 128 * 1024 * 1024

export function headerOf(product: string, steps: string[]): Header {
  return { format: formatName, version: formatVersion, product, steps }
}

/** The first line of a file, if it is an archive that this program, which knows these steps, can read. */
export function readHeader(line: unknown, steps: readonly string[]): Header {
  const header = objectOf<Header>(line)
  if (header?.format !== formatName)
    throw new ArchiveProblem('This is not an archive of Offing: its first line is not that of one.')
  const product = typeof header.product === 'string' ? header.product.slice(0, 40) : 'unknown'
  const made = Array.isArray(header.steps) ? header.steps.map(String) : []
  if (header.version !== formatVersion || made.some((step) => !steps.includes(step)))
    throw new ArchiveProblem(
      `This archive was written by a newer version of Offing (${product}). Read it with that version or a later one.`,
    )
  if (made.length < steps.length)
    throw new ArchiveProblem(
      `This archive was written by an older version of Offing (${product}). Read it with that version, then start this one on the same registry.`,
    )
  return header as Header
}

/** A line as what it is; undefined where it is nothing that an archive holds. */
export function readLine(line: unknown): TableLine | Ending | WrittenCell[] | undefined {
  if (Array.isArray(line)) return line.every(isCell) ? line : undefined
  const { table, columns, end, rows, sha256 } = objectOf<TableLine & Ending>(line) ?? {}
  if (typeof table === 'string' && Array.isArray(columns)) return { table, columns: columns.map(String) }
  const counts = objectOf<Record<string, number>>(rows)
  return end === true && counts && typeof sha256 === 'string'
    ? { end, rows: counts as Ending['rows'], sha256 }
    : undefined
}

function isCell(cell: unknown): cell is WrittenCell {
  if (cell === null || typeof cell === 'string') return true
  if (typeof cell === 'number') return Number.isSafeInteger(cell)
  return typeof objectOf<{ base64: string }>(cell)?.base64 === 'string'
}

function objectOf<T>(value: unknown): Partial<T> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Partial<T>) : undefined
}
