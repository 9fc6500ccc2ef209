import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import type { Import } from '../../../api/contract/imports.ts'
import { Chance } from '../chance.ts'
import { Client, headersOf } from '../client.ts'
import { type Figure, shortMs } from '../figures.ts'
import { tokens } from '../registry.ts'
import { type RunningServer, startOffing } from '../servers.ts'
import type { Size } from '../sizes.ts'

const rows = 100_000
const fewer = 10_000
const more = 400_000
const aimTimes = 2
/** What memory may differ by and still be called the same. */
const aimGrowthMiB = 50
const tables = {
  signals: ['signals', 'signal_records'],
  technologies: ['technologies', 'technology_specialisms', 'evidence'],
} as const
type Kind = keyof typeof tables

/** Files of signals and of technologies with evidence, from the first byte sent to the last row on disk. */
export async function measureImporting(file: string, size: Size, folder: string): Promise<Figure[]> {
  const figures: Figure[] = []
  const peaks: number[] = []
  for (const kind of ['signals', 'technologies'] as const) {
    const measured = await importOf(kind, rows, file, folder)
    figures.push(figureOf(size, kind, measured, insertedBare(kind, measured.copy, file, folder)))
    if (kind === 'signals') peaks.push(measured.peakMiB)
    rmSync(measured.copy)
  }
  for (const many of [fewer, more]) {
    const { peakMiB, copy } = await importOf('signals', many, file, folder)
    peaks.push(peakMiB)
    rmSync(copy)
  }
  return [...figures, memoryOf(size, peaks)]
}

function figureOf(size: Size, kind: Kind, it: Measured, bareMs: number): Figure {
  const times = it.ms / bareMs
  return {
    size: size.name,
    what: `${rows / 1000},000 ${kind} by a CSV file`,
    measured: `${Math.round((rows / it.ms) * 1000)} rows/s (${shortMs(it.checkMs)} read and checked, ${shortMs(it.enterMs)} entered), ${times.toFixed(2)} × better-sqlite3 (${shortMs(bareMs)}); at most ${it.peakMiB.toFixed(0)} MiB; a read waits at most ${shortMs(it.longestReadMs)}`,
    aim: `${aimTimes} ×`,
    held: times <= aimTimes,
    numbers: { ...numbersOf(it), bareMs, times },
  }
}

const numbersOf = ({ ms, checkMs, enterMs, peakMiB, restMiB, longestReadMs }: Measured) => ({
  ms,
  checkMs,
  enterMs,
  peakMiB,
  restMiB,
  longestReadMs,
})

/** Caches and heaps fill up to their bounds at first; after that, memory must not grow with the file. */
function memoryOf(size: Size, [usual = 0, few = 0, many = 0]: number[]): Figure {
  const [first, second, third] = [fewer, rows, more].map((count) => count.toLocaleString('en-GB'))
  return {
    size: size.name,
    what: `memory with files of ${first}, ${second} and ${third} signals`,
    measured: `at most ${few.toFixed(0)}, ${usual.toFixed(0)} and ${many.toFixed(0)} MiB`,
    aim: `+ ${aimGrowthMiB} MiB from the second to the third`,
    held: many - usual <= aimGrowthMiB,
    numbers: { few, usual, many },
  }
}

interface Measured {
  ms: number
  checkMs: number
  enterMs: number
  /** Of the whole process, its threads included. */
  peakMiB: number
  restMiB: number
  longestReadMs: number
  /** The registry with the rows in it. */
  copy: string
}

async function importOf(kind: Kind, many: number, file: string, folder: string): Promise<Measured> {
  const copy = join(folder, 'importing.db')
  copyFileSync(file, copy)
  const csv = Buffer.from(kind === 'signals' ? signalsCsv(many) : technologiesCsv(many))
  const offing = await startOffing(copy, tokens.scanner, '/api/v1/technologies?limit=1')
  const client = new Client(offing.origin, tokens.scanner)
  const watched = watch(offing)
  const start = performance.now()
  const found = await lookedAt(offing, client, kind, csv)
  const checked = performance.now()
  if (found.counts.good !== many) throw new Error(`Of ${many} rows ${JSON.stringify(found.counts)}: ${found.failure}`)
  await client.expect('POST', `/api/v1/imports/${found.id}/enter`, {}, { 'If-Match': `"${found.version}"` })
  const end = performance.now()
  const seen = await watched.end()
  client.close()
  await offing.stop()
  return { ms: end - start, checkMs: checked - start, enterMs: end - checked, ...seen, copy }
}

async function lookedAt(offing: RunningServer, client: Client, kind: Kind, csv: Buffer): Promise<Import> {
  const headers = { ...headersOf(tokens.scanner), 'Content-Type': 'text/csv' }
  const url = `${offing.origin}/api/v1/imports?kind=${kind}&name=rows.csv`
  const sent = (await (await fetch(url, { method: 'POST', headers, body: new Uint8Array(csv) })).json()) as Import
  for (;;) {
    const found: Import = JSON.parse((await client.expect('GET', `/api/v1/imports/${sent.id}`)).body.toString())
    if (found.state !== 'reading') return found
    await pause(20)
  }
}

/** Somebody who reads all the while, and what the process takes. */
function watch(offing: RunningServer) {
  const reader = new Client(offing.origin, tokens.scanner)
  const seen = { peakMiB: 0, restMiB: offing.residentMiB(), longestReadMs: 0 }
  let watching = true
  const watched = (async () => {
    while (watching) {
      const { ms } = await reader.expect('GET', '/api/v1/technologies?limit=10')
      seen.longestReadMs = Math.max(seen.longestReadMs, ms)
      seen.peakMiB = Math.max(seen.peakMiB, offing.residentMiB())
      await pause(10)
    }
    reader.close()
  })()
  const end = async () => {
    watching = false
    await watched
    return seen
  }
  return { end }
}

/** The same rows into the same tables of the same registry, by better-sqlite3 alone, in one transaction. */
function insertedBare(kind: Kind, from: string, file: string, folder: string): number {
  const bare = join(folder, 'bare.db')
  copyFileSync(file, bare)
  const source = new Sqlite(from, { readonly: true })
  const held = tables[kind].map((table) => rowsOf(source, table, kind))
  source.close()
  const target = new Sqlite(bare)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) target.pragma(pragma)
  const inserts = held.map(({ table, columns, values }) => ({
    statement: target.prepare(`insert into ${table} (${columns}) values (${columns.map(() => '?')})`),
    values,
  }))
  const start = performance.now()
  target.transaction(() => {
    for (const { statement, values } of inserts) for (const row of values) statement.run(row)
  })()
  const ms = performance.now() - start
  target.close()
  for (const left of [bare, `${bare}-wal`, `${bare}-shm`]) rmSync(left, { force: true })
  return ms
}

/** The rows that the import brought, in their order, without the numbers that the database gives. */
function rowsOf(source: Sqlite.Database, table: string, kind: Kind) {
  const columns = (source.pragma(`table_info(${table})`) as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== 'n')
  const mine = {
    signals: 'received_at = ?',
    signal_records: 'retrieved_at = ?',
    technologies: 'created_at = ?',
    technology_specialisms: 'technology_id in (select id from technologies where created_at = ?)',
    evidence: 'created_at = ?',
  }[table]!
  const [newest, of] = kind === 'signals' ? ['received_at', 'signals'] : ['created_at', 'technologies']
  const at = source.prepare(`select max(${newest}) from ${of}`).pluck().get()
  const values = source
    .prepare(`select ${columns} from ${table} where ${mine} order by rowid`)
    .raw()
    .all(at) as unknown[][]
  return { table, columns, values }
}

const words =
  'valve trial patients wearable sensor heart rhythm monitor genomic panel service pathway laboratory clinic remote validated measured in of and the with for'.split(
    ' ',
  )

function sentence(chance: Chance, length: number): string {
  return Array.from({ length }, () => chance.pick(words)).join(' ')
}

function signalsCsv(many: number): string {
  const chance = new Chance(1)
  const lines = Array.from(
    { length: many },
    (_, i) =>
      `${sentence(chance, 7)} ${i},"${sentence(chance, 30)}, ${sentence(chance, 8)}",https://example.org/${i},2025-03-${10 + (i % 20)},${sentence(chance, 2)},recruiting,Register,R${i}`,
  )
  return ['Title,Text,Web address,Date,Organisation,Status,Source,Record number', ...lines].join('\n')
}

function technologiesCsv(many: number): string {
  const chance = new Chance(2)
  const lines = Array.from(
    { length: many },
    (_, i) =>
      `${sentence(chance, 4)} ${i},"${sentence(chance, 25)}, as said",Category ${i % 12},Specialism ${i % 55}; Specialism ${(i * 7) % 55},${1 + (i % 9)},trial,"${sentence(chance, 15)}",2025-03,happened,${sentence(chance, 5)},${sentence(chance, 2)},research,https://example.org/${i}`,
  )
  const headings =
    'Name,Description,Category,Specialisms,TRL,Kind of evidence,Evidence,Date of evidence,Happened or planned,Source title,Source publisher,Source type,Web address'
  return [headings, ...lines].join('\n')
}
