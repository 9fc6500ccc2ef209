import { once } from 'node:events'
import { stringify } from 'csv-stringify/sync'
import { asPlainText } from '../exchange/plain-text.ts'
import { pauses } from '../in-turns.ts'
import { startThread } from '../thread.ts'
import { inItsTurn } from './turns.ts'

type Table = (string | number | null)[][]

/** Named tables; the first `headings` rows and columns of each stay in view. */
export type Sheets = Record<string, { table: Table; headings?: { rows: number; columns: number } }>

/** What the thread that writes a workbook is told, one after the other; it answers with the workbook's bytes. */
export type WritingTask = { sheet: string; headings?: { rows: number; columns: number } } | { rows: Table } | 'finish'

/** Few enough that others hardly wait while they are written, or handed to another thread. */
const rowsAtOnce = 500

/** A table as CSV that opens rightly in a spreadsheet program: with a byte order mark, and no text taken for a formula. */
export function csvOf(table: Table): string {
  return stringify(table.map(plainRow), { bom: true, record_delimiter: 'windows' })
}

/** The same of a table that may be long. */
export async function csvInTurns(table: Table): Promise<string> {
  const pause = pauses()
  const parts: string[] = []
  for (const rows of chunksOf(table)) {
    parts.push(csvPart(rows, { isFirst: parts.length === 0 }))
    await pause()
  }
  return parts.join('')
}

/** Some rows of a table as CSV, where the whole is made while it is sent. */
export function csvPart(rows: Table, { isFirst }: { isFirst: boolean } = { isFirst: false }): string {
  return stringify(rows.map(plainRow), { bom: isFirst, record_delimiter: 'windows' })
}

const plainRow = (row: Table[number]) => row.map((cell) => (typeof cell === 'string' ? asPlainText(cell) : cell))

/** Tables as the sheets of a workbook, written in a thread of its own: a long one takes seconds. */
export function workbookOf(sheets: Sheets): Promise<Buffer> {
  return inItsTurn(() => written(sheets))
}

async function written(sheets: Sheets): Promise<Buffer> {
  const pause = pauses()
  const writer = startThread(new URL('./workbook-writer', import.meta.url))
  try {
    const answered = once(writer, 'message')
    // Should it fail while it is still being told.
    answered.catch(() => {})
    const tell = (task: WritingTask) => writer.postMessage(task)
    for (const [sheet, { table, headings }] of Object.entries(sheets)) {
      tell(headings ? { sheet, headings } : { sheet })
      for (const rows of chunksOf(table)) {
        tell({ rows })
        await pause()
      }
    }
    tell('finish')
    const [bytes]: Uint8Array[] = await answered
    return Buffer.from(bytes!)
  } finally {
    void writer.terminate()
  }
}

function* chunksOf(table: Table): Generator<Table> {
  for (let from = 0; from < table.length; from += rowsAtOnce) yield table.slice(from, from + rowsAtOnce)
}
