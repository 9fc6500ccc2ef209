import { parseArgs } from 'node:util'
import { type Coverage, coverageOf } from './coverage.ts'
import { beyond, grid, type Setting } from './settings.ts'

/**
 * Whether ranges keep their word: `npm run simulate -- --panels 0.5 --draws 4000 --seed 2 --only '| 300 |'` makes half as many panels a
 * setting, others than the usual ones, and only in the settings whose row in the table has these signs.
 */
const { values } = parseArgs({
  options: {
    panels: { type: 'string', default: '1' },
    draws: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
})

/** What is promised, in per cent: in every setting at least, at its lower bound; and on average. */
const promise = { least: 87, average: [88, 97] }

await run()

async function run(): Promise<void> {
  const promised = await table('| panel members a specialism | specialisms asked | technologies | leanings', grid)
  await table('| beyond what is promised', beyond)
  const panels = promised.reduce((sum, one) => sum + one.panels, 0)
  const average = promised.reduce((sum, { covered }) => sum + covered, 0) / promised.length
  const least = Math.min(...promised.map(lowerBound))
  console.log(
    `\n${panels} panels. On average ${percent(average)} are covered; the least lower bound is ${percent(least)}.`,
  )
  const holds = 100 * least >= promise.least && within(100 * average, promise.average)
  console.log(holds ? 'The ranges keep their word.' : 'The ranges do not keep their word.')
  if (!holds) process.exitCode = 1
}

async function table(head: string, settings: readonly Setting[]): Promise<Coverage[]> {
  const columns = [
    'panels',
    'covered',
    'at least',
    'mean width',
    'covered, variances known',
    'mean width, variances known',
  ]
  console.log(`\n${head} | ${columns.join(' | ')} |`)
  console.log(`|${' --- |'.repeat(head.split('|').length - 1 + columns.length)}`)
  const found: Coverage[] = []
  for (const setting of settings.filter(({ name }) => `| ${name} |`.includes(values.only))) {
    const panels = Math.max(2, Math.round(setting.panels * Number(values.panels)))
    const one = await coverageOf({ ...setting, panels }, Number(values.draws), Number(values.seed) * 1000)
    found.push(one)
    console.log(`| ${setting.name} | ${cellsOf(one).join(' | ')} |`)
  }
  return found
}

function cellsOf(one: Coverage): string[] {
  const { panels, unsaid, covered, width, oracle } = one
  const made = unsaid > 0 ? `${panels}, ${unsaid} with too few answers` : String(panels)
  return [made, ...[covered, lowerBound(one), width, oracle.covered, oracle.width].map(percent)]
}

/** With 39 chances in 40 not less would be covered on very many panels. */
function lowerBound({ covered, error }: Coverage): number {
  return covered - 1.96 * error
}

function within(value: number, [from, to]: readonly number[]): boolean {
  return from! <= value && value <= to!
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
