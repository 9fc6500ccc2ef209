import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { pairsAmong } from '../../../api/duplicates/pairs.ts'
import { Chance } from '../chance.ts'
import { Client } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { addLibrary, soughtWords } from '../library.ts'
import { madeUpTechnology } from '../made-up.ts'
import { tokens } from '../registry.ts'
import { startOffing } from '../servers.ts'
import type { Size } from '../sizes.ts'

const aimMs = 50
const rounds = 5
const tables = ['technology_search', 'evidence_search', 'signal_search']

/** What is typed on the way to a word, and words as they stand: each is asked as the search box asks it. */
function typed(): Record<string, string[]> {
  const { common, rare } = soughtWords
  return {
    'one letter': common.map((word) => word.slice(0, 1)),
    'two letters': common.map((word) => word.slice(0, 2)),
    'three letters': common.map((word) => word.slice(0, 3)),
    'four letters': common.map((word) => word.slice(0, 4)),
    'a word of most texts': common,
    'a rare word': rare,
    'two words, the second begun': common.map((word, i) => `${rare[i]} ${word.slice(0, 1)}`),
  }
}

/** A search of everything as one types, beside SQLite asked alone for the ten best rows of each of the three indexes. */
export async function measureSearch(file: string, size: Size, folder: string): Promise<Figure[]> {
  const copy = join(folder, 'search.db')
  copyFileSync(file, copy)
  const { evidence, signals } = await addLibrary(copy, size)
  const offing = await startOffing(copy, tokens.scanner, '/api/v1/technologies?limit=1')
  const client = new Client(offing.origin, tokens.scanner)
  const bare = new Sqlite(copy, { readonly: true })
  const figures: Figure[] = []
  for (const [what, queries] of Object.entries(typed())) {
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = -1; round < rounds; round++)
      for (const q of queries) {
        const { ms } = await client.expect('GET', `/api/v1/search?limit=4&q=${encodeURIComponent(q)}`)
        const alone = askAlone(bare, q)
        // The first round warms both up.
        if (round >= 0) ours.push(ms)
        if (round >= 0) theirs.push(alone)
      }
    figures.push(figureOf(size, `search over ${evidence + signals + size.technologies} texts, ${what}`, ours, theirs))
  }
  figures.push(await pairsListed(client, size))
  bare.close()
  client.close()
  await offing.stop()
  for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  return figures
}

/** The query that comes to mind first: the ten best of everything that matches. */
function askAlone(bare: Sqlite.Database, q: string): number {
  const match = q
    .split(' ')
    .map((word) => `"${word}"*`)
    .join(' ')
  const start = performance.now()
  for (const table of tables)
    bare.prepare(`select rowid from ${table} where ${table} match ? order by rank limit 10`).all(match)
  return performance.now() - start
}

function figureOf(size: Size, what: string, ours: number[], theirs: number[]): Figure {
  const [ms, bareMs] = [median(ours), median(theirs)]
  const p95 = ours.toSorted((a, b) => a - b)[Math.floor(ours.length * 0.95)]!
  return {
    size: size.name,
    what,
    measured: `${shortMs(ms)}, p95 ${shortMs(p95)}; SQLite alone, ranking all, ${shortMs(bareMs)} = ${(ms / bareMs).toFixed(2)}×`,
    aim: `p95 ${aimMs} ms`,
    held: p95 <= aimMs,
    numbers: { ms, p95, bareMs, ratio: ms / bareMs },
  }
}

/** The first list of near-duplicates after a change, and how long the comparing itself takes. */
async function pairsListed(client: Client, size: Size): Promise<Figure> {
  const { ms } = await client.expect('GET', '/api/v1/duplicates')
  const again = (await client.expect('GET', '/api/v1/duplicates')).ms
  const candidates = Array.from({ length: size.technologies }, (_, i) => {
    const { name, description } = madeUpTechnology(i, new Chance(i))
    return { id: String(i), name, aliases: [], text: description, identifiers: [] }
  })
  const start = performance.now()
  const work = pairsAmong(candidates, 2000)
  while (!work.next().done);
  const comparing = performance.now() - start
  return {
    size: size.name,
    what: 'near-duplicates, listed for the first time',
    measured: `${shortMs(ms)}, then ${shortMs(again)}; comparing alone ${shortMs(comparing)}`,
    aim: '',
    held: null,
    numbers: { ms, again, comparing },
  }
}
