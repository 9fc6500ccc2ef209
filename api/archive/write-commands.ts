import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { archivedColumns, type Cell, inOneSnapshot, rowsOf, stepsOf } from '../../db/archive/rows.ts'
import { archivedTables } from '../../db/archive/tables.ts'
import type { Database, Registry } from '../../db/open.ts'
import { ArchiveProblem, headerOf, longestLine, type WrittenCell } from './format.ts'

export interface Archived {
  rows: Record<string, number>
  bytes: number
  sha256: string
}

/**
 * Writes the whole registry into a new text file, as it is at one moment, while others go on writing. The file stands there whole
 * or not at all, readable by its owner only: it holds who (an id) answered what.
 */
export async function writeArchive(registry: Registry, file: string, product: string): Promise<Archived> {
  if (existsSync(file)) throw new ArchiveProblem(`There is a file “${file}” already. Choose another name.`)
  const partly = `${file}.part`
  const handle = await open(partly, 'w', 0o600)
  try {
    const archived = await inOneSnapshot(registry, (db) => writeRows(db, new LineWriter(handle), product))
    await handle.sync()
    await rename(partly, file)
    return archived
  } catch (error) {
    await rm(partly, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function writeRows(db: Database, lines: LineWriter, product: string): Promise<Archived> {
  const columns = await archivedColumns(db)
  const rows: Record<string, number> = {}
  await lines.write(headerOf(product, await stepsOf(db)))
  for (const table of archivedTables) {
    const names = columns.get(table.name)!
    await lines.write({ table: table.name, columns: names })
    rows[table.name] = 0
    for await (const cells of rowsOf(db, table, names)) {
      await lines.write(cells.map(written))
      rows[table.name]!++
    }
  }
  const sha256 = await lines.end(rows)
  return { rows, bytes: lines.bytes, sha256 }
}

const written = (cell: Cell): WrittenCell =>
  cell instanceof Uint8Array ? { base64: Buffer.from(cell).toString('base64') } : cell

const bytesAtOnce = 256 * 1024

/** Lines of JSON into a file, some at a time, with the digest of all. */
class LineWriter {
  private readonly digest = createHash('sha256')
  private waiting: string[] = []
  private size = 0
  private readonly handle: FileHandle
  bytes = 0

  constructor(handle: FileHandle) {
    this.handle = handle
  }

  async write(line: object): Promise<void> {
    const text = `${JSON.stringify(line)}\n`
    if (text.length > longestLine) throw new ArchiveProblem('A row is longer than an archive holds.')
    this.waiting.push(text)
    this.size += text.length
    if (this.size > bytesAtOnce) await this.flush()
  }

  /** Writes the last line; returns the digest of all before. */
  async end(rows: Record<string, number>): Promise<string> {
    await this.flush()
    const sha256 = this.digest.digest('hex')
    const last = Buffer.from(`${JSON.stringify({ end: true, rows, sha256 })}\n`)
    await this.handle.writeFile(last)
    this.bytes += last.length
    return sha256
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.waiting.join(''))
    this.waiting = []
    this.size = 0
    this.digest.update(bytes)
    this.bytes += bytes.length
    await this.handle.writeFile(bytes)
  }
}
