import { parentPort, workerData } from 'node:worker_threads'
import { CsvError, parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import type { Reading, ReadingTask } from './read-spreadsheet.ts'
import { repacked, TooLarge } from './unzip.ts'

const mostRows = 2000
const mostColumns = 100
const mostInflated = 50 * 1024 * 1024

const task: ReadingTask = workerData
parentPort!.postMessage(await read())

async function read(): Promise<Reading> {
  try {
    const rows = withoutEmptyEnd(task.kind === 'csv' ? rowsOfCsv(task.bytes) : await rowsOfWorkbook(task.bytes))
    if (rows.length > mostRows)
      return { problem: `The spreadsheet has ${rows.length} rows, more than can be read: ${mostRows}.` }
    return { cells: rows.map((row) => row.slice(0, mostColumns)) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** Our own words: those of the libraries may repeat the file, or name places on this machine. */
function problemOf(error: unknown): string {
  if (error instanceof TooLarge) return 'The workbook holds more than 50 MB once unpacked. Send the list alone.'
  if (task.kind === 'xlsx') return 'The file cannot be read as an Excel workbook (.xlsx). Save it anew, or as CSV.'
  if (error instanceof TypeError) return 'The file is not in UTF-8. In Excel, save it as “CSV UTF-8”, or as a workbook.'
  const line = error instanceof CsvError && typeof error.lines === 'number' ? `, from line ${error.lines} on` : ''
  return `The file cannot be read as CSV${line}: look for a quotation mark that stands alone. Or save it as an Excel workbook.`
}

/** Between commas, semicolons or tabs, whichever the first line has most of. */
function rowsOfCsv(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (text.includes('\0')) throw new Error('not text')
  const [head = ''] = text.split(/\r\n?|\n/, 1)
  const counted = [',', ';', '\t'].map((mark) => ({ mark, times: head.split(mark).length }))
  const delimiter = counted.reduce((most, one) => (one.times > most.times ? one : most)).mark
  return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false })
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const { sheets } = await readXlsx(repacked(bytes, mostInflated))
  const sheet = sheets.find(({ hidden, veryHidden }) => !hidden && !veryHidden) ?? sheets[0]
  return (sheet?.rows ?? []).map((row) => Array.from(row ?? [], textOf))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? '' : String(value)
}

function withoutEmptyEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return rows.slice(0, last + 1)
}
