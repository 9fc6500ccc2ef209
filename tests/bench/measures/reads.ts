import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { Client, headersOf } from '../client.ts'
import { type Figure, median, shortMs } from '../figures.ts'
import { searchWords } from '../made-up.ts'
import { categorySlug, technologySlug, tokens } from '../registry.ts'
import { type RunningServer, startBare } from '../servers.ts'
import type { Size } from '../sizes.ts'

const blocks = 12
const connections = 50
const secondsUnderLoad = 2
const times = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

interface Reads {
  what: string
  /** Different addresses of the same kind, asked in turn. */
  paths: string[]
  /** How many of them are asked in one block before the other server has its turn. */
  perBlock: number
}

function readsOf(size: Size): Reads[] {
  const some = times.map((i) => technologySlug(Math.floor((i * size.technologies) / times.length)))
  return [
    {
      what: 'top 50 under a filter',
      paths: times.map((i) => `/ranking?category=${categorySlug(i)}&limit=50`),
      perBlock: 60,
    },
    { what: 'the full ranked list', paths: ['/ranking?limit=20000'], perBlock: size.technologies > 5000 ? 3 : 20 },
    { what: 'the heat map of 500 technologies', paths: ['/heat-map?limit=500'], perBlock: 20 },
    { what: 'one technology', paths: some.map((slug) => `/technologies/${slug}`), perBlock: 60 },
    { what: 'its place taken apart', paths: some.map((slug) => `/ranking/${slug}`), perBlock: 60 },
    { what: 'a search', paths: times.map((i) => `/technologies?q=${searchWords[i * 2]}`), perBlock: 60 },
  ].map((reads) => ({ ...reads, paths: reads.paths.map((path) => `/api/v1${path}`) }))
}

/** The reads people wait for, beside a bare Express server that sends the same bytes, turn by turn in the same run. */
export async function measureReads(offing: RunningServer, size: Size, folder: string): Promise<Figure[]> {
  const reads = readsOf(size)
  const firstAsked = await askAll(offing, reads, folder)
  const bare = await startBare(join(folder, 'manifest.json'), reads[0]!.paths[0]!)
  const figures: Figure[] = []
  for (const read of reads) {
    figures.push(await forOneUser(offing, bare, size, read))
    figures.push(await underLoad(offing, bare, size, read))
    figures.push(told(size, `${read.what}, first time asked`, firstAsked.get(read)!))
  }
  await bare.stop()
  return figures
}

/** Asks everything once, and lays the answers down for the bare server. Returns the medians of the first time. */
async function askAll(offing: RunningServer, reads: readonly Reads[], folder: string): Promise<Map<Reads, number>> {
  const client = new Client(offing.origin, tokens.scanner)
  const manifest: Record<string, string> = {}
  const medians = new Map<Reads, number>()
  for (const read of reads) {
    const took: number[] = []
    for (const path of read.paths) {
      const { body, ms } = await client.expect('GET', path)
      took.push(ms)
      manifest[path] = join(folder, `answer-${Object.keys(manifest).length}.json`)
      writeFileSync(manifest[path]!, body)
    }
    medians.set(read, median(took))
  }
  client.close()
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return medians
}

async function forOneUser(offing: RunningServer, bare: RunningServer, size: Size, read: Reads): Promise<Figure> {
  const ours = new Client(offing.origin, tokens.scanner)
  const theirs = new Client(bare.origin)
  const took = { ours: [] as number[], theirs: [] as number[] }
  for (let block = -2; block < blocks; block++) {
    const one = await askBlock(ours, read)
    const other = await askBlock(theirs, read)
    // The first blocks warm both up.
    if (block < 0) continue
    took.ours.push(...one)
    took.theirs.push(...other)
  }
  for (const client of [ours, theirs]) client.close()
  const [a, b] = [median(took.ours), median(took.theirs)]
  return {
    size: size.name,
    what: `${read.what}, one user`,
    measured: `${shortMs(a)} / ${shortMs(b)} = ${(a / b).toFixed(2)}×`,
    aim: '1.5× or +0.3 ms',
    held: a <= Math.max(1.5 * b, b + 0.3),
    numbers: { ms: a, bareMs: b, ratio: a / b },
  }
}

async function askBlock(client: Client, read: Reads): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < read.perBlock; i++) took.push((await client.get(read.paths[i % read.paths.length]!)).ms)
  return took
}

async function underLoad(offing: RunningServer, bare: RunningServer, size: Size, read: Reads): Promise<Figure> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    ours.push(await perSecond(offing.origin, read, headersOf(tokens.scanner)))
    theirs.push(await perSecond(bare.origin, read, {}))
  }
  const [a, b] = [median(ours), median(theirs)]
  return {
    size: size.name,
    what: `${read.what}, ${connections} connections`,
    measured: `${a.toFixed(0)}/s, bare ${b.toFixed(0)}/s = ${(b / a).toFixed(2)}×`,
    aim: '2×',
    held: b / a <= 2,
    numbers: { perSecond: a, barePerSecond: b, ratio: b / a },
  }
}

async function perSecond(origin: string, read: Reads, headers: Record<string, string>): Promise<number> {
  const requests = read.paths.map((path) => ({ path }))
  const result = await autocannon({ url: origin, connections, duration: secondsUnderLoad, headers, requests })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${read.paths[0]}: ${result.non2xx} answers were not 2xx.`)
  return result.requests.total / result.duration
}

function told(size: Size, what: string, ms: number): Figure {
  return { size: size.name, what, measured: shortMs(ms), aim: '', held: null, numbers: { ms } }
}
