import { availableParallelism } from 'node:os'
import { Chance, dirichlet } from '../../../api/ranking/chance.ts'
import { type DrawPlan, drawsInBlock, usualPlan } from '../../../api/ranking/draw-plan.ts'
import { RegistryFollower } from '../../../api/ranking/follower.ts'
import { lanes } from '../../../api/ranking/lane-kernels.ts'
import { LensDraws } from '../../../api/ranking/lens-draws.ts'
import { type LensRows, rowsOf } from '../../../api/ranking/lens-rows.ts'
import { PanelDraws } from '../../../api/ranking/panel-draws.ts'
import { modelsOf } from '../../../api/ranking/panel-models.ts'
import { comparable, Placing } from '../../../api/ranking/placing.ts'
import type { Tallies } from '../../../api/ranking/tally.ts'
import { openRegistry } from '../../../db/open.ts'
import { finished } from '../../support/finished.ts'
import { type Figure, shortMs } from '../figures.ts'
import type { Size } from '../sizes.ts'

/** Threads as they are built: those run from the sources would be measured with their translation. */
const built = new URL('../../../dist/api/ranking/certainty-crew.js', import.meta.url).href

const plan: DrawPlan = { ...usualPlan, seed: 1 }
const aims = { S: null, M: 1300, L: null }
const times = 3

interface Drawn {
  tallies: Tallies
  panellists: number
  rows: LensRows & { ids: string[] }
}

/** How sure the ranking of all answers is, all specialisms together: with one thread and with as many as there are cores. */
export async function measureCertainty(file: string, size: Size): Promise<Figure[]> {
  const drawn = await drawnFrom(file)
  const figures = [splitOf(size, drawn)]
  for (const threads of new Set([1, availableParallelism()])) figures.push(await wholeOf(size, drawn, threads))
  return figures
}

/** Both rounds, the open one too: the figures go nowhere. */
async function drawnFrom(file: string): Promise<Drawn> {
  const registry = await openRegistry(file)
  const [scan] = (await new RegistryFollower(registry.read).followed()).scans
  const { held, method } = scan!
  const ranking = held.rankingAsOf(2, { kind: 'all' }, method.weights)
  const drawn = {
    tallies: held.talliesAsOf(2),
    panellists: held.log.panellists.ids.length,
    rows: rowsOf(ranking, method.reachFull),
  }
  await registry.close()
  return drawn
}

/** From nothing to all that is kept, threads started and models fitted; and once more, with both there. */
async function wholeOf(size: Size, { tallies, panellists, rows }: Drawn, threads: number): Promise<Figure> {
  const { CertaintyCrew }: typeof import('../../../api/ranking/certainty-crew.ts') = await import(built)
  const first: Took[] = []
  const again: Took[] = []
  for (let time = 0; time < times; time++) {
    const crew = new CertaintyCrew(tallies, panellists, threads)
    first.push(await took(() => crew.compute(rows, plan)))
    again.push(await took(() => crew.compute({ ...rows, name: `again ${time}` }, plan)))
    await crew.end()
  }
  const least = (of: readonly Took[], what: keyof Took) => Math.min(...of.map((one) => one[what]))
  const [ms, cpuMs, moreMs] = [least(first, 'ms'), least(first, 'cpuMs'), least(again, 'ms')]
  const aim = threads > 1 ? aims[size.name] : null
  return {
    size: size.name,
    what: `certainty: ${plan.draws} draws of ${rows.ids.length}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    measured: `${shortMs(ms)} (${shortMs(cpuMs)} of processors), each lens more ${shortMs(moreMs)}, best of ${times}`,
    aim: aim === null ? '' : `${aim} ms`,
    held: aim === null ? null : ms <= aim,
    numbers: { ms, cpuMs, moreMs, threads },
  }
}

/** Where the time of one thread goes, each part by itself: what nine in ten stretches of it take at least. */
function splitOf(size: Size, { tallies, panellists, rows }: Drawn): Figure {
  const model = quick(5, () => finished(modelsOf(tallies, panellists)))
  const panel = new PanelDraws(finished(modelsOf(tallies, panellists))!)
  const count = rows.ids.length
  const stretches = plan.draws / lanes
  const chance = new Chance(1)
  const own = new Float64Array(count * lanes)
  const effects = new Float64Array(panel.models.impact.size * lanes)
  const random = quick(100, () => {
    for (let model = 0; model < 2; model++) for (const numbers of [own, effects]) chance.fill(numbers)
    for (let lane = 0; lane < lanes; lane++) dirichlet(chance, rows.shares, plan.concentration)
  })
  const shared = panel.shared(drawsInBlock, chance)
  const lens = new LensDraws(rows, plan, panel)
  const drawing = quick(100, () => finished(lens.block(0, lanes, shared)))
  const sharing = quick(100, () => panel.shared(lanes, chance))
  const placing = new Placing(count)
  const places = new Uint16Array(count * drawsInBlock)
  const scores = Float64Array.from(rows.impact, (impact) => comparable(100 * impact + 6 * chance.normal()))
  const sorting = quick(200, () => placing.place(scores, places, 0, drawsInBlock)) * plan.draws
  const whole = (drawing + sharing) * stretches
  const numbers = { model, random: random * stretches, sorting, sums: whole - random * stretches - sorting }
  return {
    size: size.name,
    what: `certainty, one thread's time: models; random numbers; sums; sorting`,
    measured: [numbers.model, numbers.random, numbers.sums, numbers.sorting].map(shortMs).join('; '),
    aim: '',
    held: null,
    numbers,
  }
}

function quick(repeats: number, work: () => unknown): number {
  const taken = Array.from({ length: repeats }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return taken.sort((a, b) => a - b)[Math.floor(repeats / 10)]!
}

/** On the clock, and of all processors together. */
interface Took {
  ms: number
  cpuMs: number
}

async function took(work: () => Promise<unknown>): Promise<Took> {
  const start = performance.now()
  const used = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 }
}
