import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { archivedColumns, stepsOf } from '../../db/archive/rows.ts'
import { archivedTables } from '../../db/archive/tables.ts'
import type { Database } from '../../db/open.ts'
import {
  ArchiveProblem,
  type Ending,
  type Header,
  longestLine,
  readHeader,
  readLine,
  type WrittenCell,
} from './format.ts'

/** The tables of a registry as an archive of it must hold them, and the steps it has been through. */
export interface Expected {
  steps: string[]
  tables: { name: string; columns: string[] }[]
}

export async function expectedOf(db: Database): Promise<Expected> {
  const columns = await archivedColumns(db)
  return {
    steps: await stepsOf(db),
    tables: archivedTables.map(({ name }) => ({ name, columns: columns.get(name)! })),
  }
}

export interface ArchivedRow {
  /** Index among the expected tables. */
  table: number
  cells: WrittenCell[]
}

/**
 * Every row of an archive, one after another, checked as it is read: the form of each line, the order of the tables, and in the
 * end that nothing is missing, added or altered, by the counts and the digest. Throws `ArchiveProblem`, also after the last row.
 */
export async function* rowsIn(file: string, expected: Expected): AsyncGenerator<ArchivedRow, string> {
  const digest = createHash('sha256')
  const counts = expected.tables.map(() => 0)
  let header: Header | undefined
  let table = -1
  let ending: Ending | undefined
  for await (const { line, number } of linesOf(file)) {
    if (ending) throw new ArchiveProblem(`Line ${number}: there is something after the end of the archive.`)
    const read = parsed(line, number)
    if (!header) {
      header = readHeader(read, expected.steps)
      add(digest, line)
      continue
    }
    const found = readLine(read)
    if (found === undefined) throw new ArchiveProblem(`Line ${number} is none that an archive holds.`)
    if ('end' in found) {
      ending = found
      continue
    }
    add(digest, line)
    if ('table' in found) {
      table++
      ensureTable(found, expected.tables[table], number)
    } else {
      const columns = expected.tables[table]?.columns.length
      if (found.length !== columns)
        throw new ArchiveProblem(
          `Line ${number}: a row of ${found.length} cells stands where one of ${columns ?? 0} belongs.`,
        )
      counts[table]!++
      yield { table, cells: found }
    }
  }
  if (!header) throw new ArchiveProblem('The file is empty.')
  if (!ending || table !== expected.tables.length - 1)
    throw new ArchiveProblem('The archive is cut off: its last line is missing. Nothing was read.')
  ensureWhole(ending, expected, counts, digest.digest('hex'))
  return ending.sha256
}

function ensureTable(
  found: { table: string; columns: string[] },
  expected: Expected['tables'][number] | undefined,
  number: number,
) {
  if (found.table === expected?.name && found.columns.join() === expected.columns.join()) return
  throw new ArchiveProblem(
    `Line ${number}: the table “${found.table.slice(0, 60)}” does not stand here, or not with these columns.`,
  )
}

function ensureWhole(ending: Ending, { tables }: Expected, counts: readonly number[], sha256: string): void {
  const wrong = tables.find(({ name }, i) => ending.rows[name] !== counts[i])
  if (wrong)
    throw new ArchiveProblem(
      `The archive is not whole: its last line counts ${Number(ending.rows[wrong.name] ?? 0)} rows of “${wrong.name}”, and it holds ${counts[tables.indexOf(wrong)]}.`,
    )
  if (ending.sha256 !== sha256)
    throw new ArchiveProblem('The archive was altered: its SHA-256 is not the one in its last line.')
}

function add(digest: Hash, line: Buffer): void {
  digest.update(line).update('\n')
}

function parsed(line: Buffer, number: number): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line))
  } catch {
    throw new ArchiveProblem(`Line ${number} cannot be read as JSON.`)
  }
}

/** The lines of a file without their ends; a last one that is cut off counts as one. */
async function* linesOf(file: string): AsyncGenerator<{ line: Buffer; number: number }> {
  let started: Buffer[] = []
  let length = 0
  let number = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield { line: Buffer.concat([...started, chunk.subarray(from, end)]), number: ++number }
      from = end + 1
      started = []
      length = 0
    }
    if (from === chunk.length) continue
    started.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > longestLine) throw new ArchiveProblem(`Line ${number + 1} is longer than any of an archive.`)
  }
  if (length > 0) yield { line: Buffer.concat(started), number: ++number }
}
