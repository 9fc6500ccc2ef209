import { spreadsheets } from '../contract/media.ts'
import { Refusal } from '../refusal.ts'
import { startThread } from '../thread.ts'

/** What the worker is given, and what it says. */
export interface ReadingTask {
  bytes: Uint8Array
  kind: keyof typeof spreadsheets
}
export type Reading = { cells: string[][] } | { problem: string }

const patienceMs = 15_000
const memoryMb = 192

/** One at a time: a spreadsheet may take all the room a worker has. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The cells of a CSV file or of the first visible sheet of a workbook, as texts, row by row from the first. It is read in a
 * thread of its own, with bounds on memory and time, since its maker may mean harm. Throws a refusal that says what is wrong.
 */
export async function readSpreadsheet(bytes: Uint8Array, media: string): Promise<string[][]> {
  const kind = media.toLowerCase().startsWith(spreadsheets.csv) ? 'csv' : 'xlsx'
  const reading = last.then(() => readInWorker({ bytes, kind }))
  last = reading
  const read = await reading
  if ('cells' in read) return read.cells
  throw new Refusal('invalid', read.problem, { errors: [{ pointer: '', detail: read.problem }] })
}

/** Never rejects. */
function readInWorker(task: ReadingTask): Promise<Reading> {
  return new Promise((resolve) => {
    const worker = startThread(new URL('./spreadsheet-worker', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const end = (reading: Reading) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(reading)
    }
    const timer = setTimeout(
      () =>
        end({ problem: 'Reading the spreadsheet takes too long. Send a smaller one, without anything but the list.' }),
      patienceMs,
    )
    worker.once('message', (reading: Reading) => end(reading))
    worker.once('error', () => end({ problem: 'The file cannot be read as a spreadsheet, or it holds too much.' }))
    worker.once('exit', () => end({ problem: 'The file cannot be read as a spreadsheet.' }))
  })
}
