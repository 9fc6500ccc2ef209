import { parentPort } from 'node:worker_threads'
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { looksLikeFormula } from '../exchange/plain-text.ts'
import type { WritingTask } from './spreadsheets.ts'

/** A cell for text stays text when somebody edits it, whatever it begins with. */
const textStyle: CellStyle = { numFmt: '@' }

interface Written extends WriteSheet {
  rows: (string | number | null)[][]
  cells: Map<string, { value: string; style: CellStyle }>
}

const sheets: Written[] = []

parentPort!.on('message', async (task: WritingTask) => {
  if (task === 'finish') return parentPort!.postMessage(await writeXlsx({ sheets: sheets.map(withWidths) }))
  if ('sheet' in task)
    return void sheets.push({
      name: task.sheet,
      rows: [],
      cells: new Map(),
      ...(task.headings && { freezePane: task.headings }),
    })
  for (const row of task.rows) addRow(sheets.at(-1)!, row)
})

function addRow({ rows, cells }: Written, row: Written['rows'][number]): void {
  row.forEach((value, column) => {
    if (typeof value === 'string' && looksLikeFormula(value))
      cells.set(`${rows.length},${column}`, { value, style: textStyle })
  })
  rows.push(row)
}

/** Wide enough to read, at most as wide as a sentence. */
function withWidths(sheet: Written): Written {
  const longest = (column: number) =>
    Math.max(...sheet.rows.slice(0, 200).map((row) => String(row[column] ?? '').length))
  const columns = Array.from(sheet.rows[0] ?? [], (_, column) => ({ width: Math.min(60, longest(column) + 2) }))
  return { ...sheet, columns }
}
