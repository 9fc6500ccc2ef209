import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type FileRow, type FileRows, type Source, Unreadable } from './file-reader.ts'
import { type Encoding, encodingNotes, encodingOf, textOf } from './text-reader.ts'

const rowsAtOnce = 500
/** In bytes: a row that is longer is no row of a list, or it opens a quotation mark and never closes it. */
const longestRow = 1_000_000
const mostColumns = 200
/** The first rows may hold a title or a note. */
const linesLookedAt = 10
const names = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const
const marks = Object.keys(names) as Mark[]
type Mark = keyof typeof names

/** The rows of a CSV file in any encoding of `text-reader.ts`, between commas, semicolons or tabs, in memory that does not grow with it. */
export async function readCsv(source: Source): Promise<FileRows> {
  const encoding = await encodingOf(source)
  const mark = await markBetween(source, encoding)
  const read = { bytes: 0 }
  return {
    notes: [encodingNotes[encoding], `Read as cells between ${names[mark]}.`],
    batches: batchesOf(counted(source, read), encoding, mark),
    share: () => (source.size === 0 ? 1 : read.bytes / source.size),
  }
}

async function* batchesOf(source: Source, encoding: Encoding, mark: Mark): AsyncGenerator<FileRow[]> {
  const parsed = { rows: 0, lines: 0 }
  const parser = parse({
    bom: true,
    delimiter: mark,
    relax_column_count: true,
    max_record_size: longestRow,
    on_record: (cells: string[], { lines }) => {
      parsed.rows++
      parsed.lines = lines
      return cells
    },
  })
  // Which reads UTF-8 by itself.
  const text = Readable.from(encoding === 'utf-8' ? source.chunks() : textOf(source, encoding), { highWaterMark: 1 })
  text.once('error', (error) => parser.destroy(error)).pipe(parser)
  let row = 0
  let batch: FileRow[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      batch.push({ row: ++row, cells: cells.length > mostColumns ? cells.slice(0, mostColumns) : cells })
      if (batch.length < rowsAtOnce) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable(reasonOf(error, parsed)) : error
  } finally {
    text.destroy()
  }
  if (batch.length > 0) yield batch
}

function reasonOf(error: CsvError, parsed: { rows: number; lines: number }): string {
  const place = `row ${parsed.rows + 1} (line ${parsed.lines + 1} of the file)`
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return `The file cannot be read from ${place} on: that row holds more than 1 MB, or a quotation mark in it is never closed.`
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return `The file cannot be read as CSV from ${place} on: a quotation mark in it is never closed.`
  return `The file cannot be read as CSV from ${place} on: look for a quotation mark that stands alone. Or save it as an Excel workbook.`
}

function counted(source: Source, read: { bytes: number }): Source {
  async function* chunks() {
    for await (const chunk of source.chunks()) {
      read.bytes += chunk.length
      yield chunk
    }
  }
  return { size: source.size, chunks }
}

/** Whichever of the marks some line among the first has most of, outside quotation marks. */
async function markBetween(source: Source, encoding: Encoding): Promise<Mark> {
  for await (const text of textOf(source, encoding)) {
    if (text === '') continue
    const lines = text.replace(/"[^"]*"/g, '').split(/\r\n?|\n/, linesLookedAt)
    const most = (mark: Mark) => lines.reduce((best, line) => Math.max(best, line.split(mark).length), 0)
    return marks.reduce((best, mark) => (most(mark) > most(best) ? mark : best))
  }
  return ','
}
