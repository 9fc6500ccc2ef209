import { parentPort, workerData } from 'node:worker_threads'
import { type FileRow, sourceOfBytes, Unreadable } from '../imports/reading/file-reader.ts'
import { readRows } from '../imports/reading/forms-reader.ts'
import type { Reading, ReadingTask } from './read-spreadsheet.ts'

const mostRows = 2000
const mostColumns = 100

const task: ReadingTask = workerData
parentPort!.postMessage(await read())

async function read(): Promise<Reading> {
  try {
    const cells: string[][] = []
    let last = 0
    const { batches } = await readRows(task.kind, sourceOfBytes(task.bytes))
    for await (const batch of batches) for (const row of batch) if (isFilled(row)) last = place(cells, row)
    if (last > mostRows) return { problem: `The spreadsheet has ${last} rows, more than can be read: ${mostRows}.` }
    return { cells }
  } catch (error) {
    return { problem: error instanceof Unreadable ? error.message : 'The file cannot be read as a spreadsheet.' }
  }
}

/** Rows between that hold nothing stand there too, so that each is found at its number. */
function place(cells: string[][], { row, cells: texts }: FileRow): number {
  if (row > mostRows) return row
  while (cells.length < row - 1) cells.push([])
  cells.push(texts.slice(0, mostColumns))
  return row
}

function isFilled({ cells }: FileRow): boolean {
  return cells.some((cell) => cell.trim() !== '')
}
