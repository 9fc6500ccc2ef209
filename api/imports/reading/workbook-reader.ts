import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { bytesOf, type FileRow, type FileRows, type Source, Unreadable } from './file-reader.ts'
import { repacked, TooLarge } from './zip-reader.ts'

const rowsAtOnce = 500
const mostColumns = 200
const mostRows = 1_048_576
const mostInflated = 50 * 1024 * 1024
const unreadable = 'The file cannot be read as an Excel workbook (.xlsx). Save it anew, or as CSV.'

/**
 * The rows of the first sheet of a workbook that shows. At most 50 MB are unpacked, counted while they are, and nothing in it is
 * run, fetched or expanded; its rows are made one by one.
 */
export async function readWorkbook(source: Source): Promise<FileRows> {
  try {
    const workbook = repacked(await bytesOf(source), mostInflated)
    const { sheet, name, hidden, dates } = await firstVisible(workbook)
    return {
      notes: [`Read from the sheet “${name}”.${hidden > 0 ? ' Hidden sheets are not read.' : ''}`],
      batches: batchesOf(workbook, sheet),
      share: () => 0,
      dates,
    }
  } catch (error) {
    throw asUnreadable(error)
  }
}

async function firstVisible(workbook: Uint8Array) {
  const sheets: { name: string; index: number; shown: boolean }[] = []
  const { dateSystem } = await readXlsx(workbook, {
    // Asked of each sheet before it is read: no, so that none is.
    sheets: ({ name, index, hidden, veryHidden }) => {
      sheets.push({ name, index, shown: !hidden && !veryHidden })
      return false
    },
  })
  const first = sheets.find(({ shown }) => shown) ?? sheets[0]
  if (!first) throw new Unreadable('The workbook holds no sheet.')
  const hidden = sheets.filter(({ shown }) => !shown).length
  return {
    sheet: first.index,
    name: first.name,
    hidden,
    dates: dateSystem === '1904' ? (1904 as const) : (1900 as const),
  }
}

async function* batchesOf(workbook: Uint8Array, sheet: number): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = []
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet })) {
      if (!(index >= 0 && index < mostRows))
        throw new Unreadable('The workbook has rows beyond the last that Excel has.')
      if (values.every(isEmpty)) continue
      batch.push({ row: index + 1, cells: Array.from(values.slice(0, mostColumns), textOf) })
      if (batch.length < rowsAtOnce) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw asUnreadable(error)
  }
  if (batch.length > 0) yield batch
}

function asUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error
  if (error instanceof TooLarge)
    return new Unreadable('The workbook holds more than 50 MB once unpacked. Send the list alone, or save it as CSV.')
  return new Unreadable(unreadable)
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** A day without a time is a day. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace('T00:00:00.000Z', '')
  return typeof value === 'object' ? '' : String(value)
}
