import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, shortMs, tableOf } from './figures.ts'
import { measureAnswering } from './measures/answering.ts'
import { measureCertainty } from './measures/certainty.ts'
import { measureClosing } from './measures/closing.ts'
import { measureEditions } from './measures/editions.ts'
import { measureFirstView } from './measures/first-view.ts'
import { measureImporting } from './measures/importing.ts'
import { measurePanelWork } from './measures/panel-work.ts'
import { measureNewRankings } from './measures/rankings.ts'
import { measureRating } from './measures/rating.ts'
import { measureReads } from './measures/reads.ts'
import { measureSearch } from './measures/search.ts'
import { measureStart } from './measures/start.ts'
import { measureWhatIf } from './measures/what-if.ts'
import { makeRegistry, tokens } from './registry.ts'
import { startOffing } from './servers.ts'
import { type Size, sizesNamed } from './sizes.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'offing-bench-'))

try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(): Promise<void> {
  const figures = [measureFirstView()]
  for (const size of sizesNamed(positionals)) figures.push(...(await measure(size)))
  console.log(`\n${tableOf(figures)}`)
  const missed = figures.filter(({ held }) => held === false).length
  console.log(
    `\nNode ${process.version}, ${availableParallelism()} cores. ${missed === 0 ? 'Every aim is held.' : `${missed} aims are not held.`}`,
  )
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`)
}

async function measure(size: Size): Promise<Figure[]> {
  const file = join(folder, `${size.name}.db`)
  const start = performance.now()
  await makeRegistry(file, size)
  say(
    `${size.name}: ${size.technologies} technologies, ${size.ratings} ratings, made in ${shortMs(performance.now() - start)}`,
  )
  const figures = await measureStart(file, size)
  figures.push(...(await measureServer(file, size)))
  say(`${size.name}: measuring the work around a round`)
  figures.push(...(await measurePanelWork(file, size, folder)))
  say(`${size.name}: measuring the search`)
  figures.push(...(await measureSearch(file, size, folder)))
  if (size.name !== 'L') figures.push(...(await measureEditions(file, size, folder)))
  if (size.name !== 'L') figures.push(...(await measureCertainty(file, size)))
  if (size.name === 'M') figures.push(await measureAnswering(file, size, folder))
  if (size.name === 'M') figures.push(...(await measureImporting(file, size, folder)))
  if (size.name !== 'L') figures.push(...(await measureWhatIf(file, size, folder)))
  rmSync(file)
  return figures
}

/** Reads first, then what changes the registry. */
async function measureServer(file: string, size: Size): Promise<Figure[]> {
  const copy = join(folder, 'copy.db')
  copyFileSync(file, copy)
  const offing = await startOffing(copy, tokens.scanner, '/api/v1/ranking?limit=50')
  say(`${size.name}: measuring reads`)
  const figures = await measureReads(offing, size, folder)
  say(`${size.name}: measuring rankings, ratings and closing`)
  figures.push(...(await measureNewRankings(offing, size, '', 1)))
  figures.push(await measureRating(offing, size, folder))
  figures.push(await measureClosing(offing, size))
  figures.push(...(await measureNewRankings(offing, size, ', all answers counted', 2)))
  await offing.stop()
  for (const left of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(left, { force: true })
  return figures
}

function say(sentence: string): void {
  console.error(sentence)
}
