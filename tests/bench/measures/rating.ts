import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Client } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { roundIds, specialismSlug, tokens } from '../registry.ts'
import type { RunningServer } from '../servers.ts'
import type { Size } from '../sizes.ts'

const tries = 150
const warmUp = 30

/** An answer put on disk, beside what the disk takes by itself, turn by turn. */
export async function measureRating(offing: RunningServer, size: Size, folder: string): Promise<Figure> {
  const client = new Client(offing.origin, tokens.panellist)
  const technology = await askedTechnology(client)
  const path = `/api/v1/rounds/${roundIds[1]}/ratings/${technology}/${specialismSlug(0)}`
  const file = openSync(join(folder, 'appended'), 'a')
  const row = rowWriter(join(folder, 'one-table.db'))
  const took = { put: [] as number[], sync: [] as number[], row: [] as number[] }
  for (let i = 0; i < warmUp + tries; i++) {
    const answer = { stance: 'rated', impact: 1 + (i % 9), arrival: { kind: 'band', band: i % 4 } }
    const put = (await client.expect('PUT', path, answer, { 'If-Match': '*' })).ms
    const sync = timed(() => appendAndSync(file))
    const inserted = timed(row.insert)
    if (i < warmUp) continue
    took.put.push(put)
    took.sync.push(sync)
    took.row.push(inserted)
  }
  closeSync(file)
  row.close()
  client.close()
  return figureOf(size, median(took.put), median(took.sync), median(took.row))
}

function figureOf(size: Size, put: number, sync: number, row: number): Figure {
  return {
    size: size.name,
    what: 'a rating on disk',
    measured: `${shortMs(put)}; sync ${shortMs(sync)}, a bare row in SQLite ${shortMs(row)}`,
    aim: 'sync + 1 ms',
    held: put <= sync + 1,
    numbers: { ms: put, syncMs: sync, bareRowMs: row },
  }
}

/** A technology that round 2 asks the panel member about. */
async function askedTechnology(client: Client): Promise<string> {
  const { body } = await client.expect('GET', '/api/v1/my-answers')
  const { items } = JSON.parse(body.toString()) as {
    items: { items: { technology: { slug: string }; answer: unknown }[] }[]
  }
  return items[0]!.items.find((item) => item.answer)!.technology.slug
}

const fewKilobytes = Buffer.alloc(4096, 'x')

function appendAndSync(file: number): void {
  writeSync(file, fewKilobytes)
  fsyncSync(file)
}

function rowWriter(file: string) {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table if not exists one (n integer primary key, text text)')
  const insert = db.prepare('insert into one (text) values (?)')
  return { insert: () => void insert.run('x'.repeat(300)), close: () => db.close() }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
