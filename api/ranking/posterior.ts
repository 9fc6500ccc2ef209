import { factor } from './cholesky.ts'
import type { Observations } from './observations.ts'
import { fitPanel, floored } from './panel-model.ts'
import type { Components } from './variance-components.ts'

/** By item: how much its level counts in the figure of its technology. */
export type ShareOfItem = (item: number) => number

/**
 * What a panel's answers leave open about one figure of each technology, a weighted sum of its items' levels. Given the
 * effects that technologies share (mean, specialisms, leanings), figures do not depend on one another: figure k is
 * `middle[k]` + Σ slope · (the shared effects' departures from their middle) + `spread[k]` · a normal of its own.
 */
export interface Posterior {
  middle: Float64Array
  spread: Float64Array
  /** Figure k's slopes stand from `start[k]` to `start[k + 1]`. */
  start: Uint32Array
  effect: Uint32Array
  slope: Float64Array
  /** The shared effects' precision is U'U, U being this triangle of `size` rows. */
  upper: Float64Array
  size: number
}

/** Where the mean, the specialisms and the panel members stand among the shared effects. */
interface Places {
  specialism: number
  leaning: number
  size: number
}

/**
 * The exact posterior of the panel model at these components (Searle, Casella & McCulloch 1992, chapter 7): technologies
 * and pairs are taken out one technology at a time, which leaves a small dense system for what they share. Pauses often.
 */
export function* posteriorOf(
  seen: Observations,
  components: Components,
  technologies: ArrayLike<number>,
  shareOf: ShareOfItem,
): Generator<void, Posterior> {
  const parts = floored(components)
  const fit = fitPanel(seen, components)
  yield
  const places = placesOf(seen)
  const itemsOf = itemsByTechnology(seen)
  const precision = priorPrecision(parts, places)
  for (let k = 0; k < seen.technologies; k++) {
    addTechnology(precision, seen, parts, places, itemsOf[k]!, itemsOf[k + 1]!)
    if (k % 64 === 0) yield
  }
  const upper = yield* factor(precision, places.size)
  const centre = Float64Array.from([fit.mean, ...fit.specialism, ...fit.leaning])
  const figures = new Figures(seen, parts, places, centre, technologies.length)
  for (let row = 0; row < technologies.length; row++) {
    const k = technologies[row]!
    figures.add(row, itemsOf[k]!, itemsOf[k + 1]!, shareOf)
    if (row % 64 === 0) yield
  }
  return { ...figures.finished(), upper, size: places.size }
}

function placesOf({ specialisms, panellists }: Observations): Places {
  return { specialism: 1, leaning: 1 + specialisms, size: 1 + specialisms + panellists }
}

/** Items come by technology: technology k owns those from `[k]` to `[k + 1]`. */
function itemsByTechnology({ technology, technologies }: Observations): Uint32Array {
  const start = new Uint32Array(technologies + 1)
  for (const k of technology) start[k + 1]!++
  for (let k = 0; k < technologies; k++) start[k + 1]! += start[k]!
  return start
}

function priorPrecision(parts: Components, { specialism, leaning, size }: Places): Float64Array {
  const precision = new Float64Array(size * size)
  for (let i = specialism; i < size; i++) precision[i * size + i] = 1 / (i < leaning ? parts.specialism : parts.leaning)
  return precision
}

/** Adds what the answers on one technology say of the shared effects. */
function addTechnology(
  precision: Float64Array,
  seen: Observations,
  parts: Components,
  places: Places,
  firstItem: number,
  endItem: number,
): void {
  const { size } = places
  const together = new Map<number, number>()
  let total = 0
  for (let item = firstItem; item < endItem; item++) {
    const [from, to] = [seen.start[item]!, seen.start[item + 1]!]
    const n = to - from
    const own = 1 / (parts.pair + parts.residue / n)
    total += own
    const common = [0, places.specialism + seen.specialism[item]!]
    const members = Array.from(seen.panellist.subarray(from, to), (member) => places.leaning + member)
    for (const i of common) addTo(together, i, own)
    for (const i of members) addTo(together, i, own / n)
    for (const i of common) for (const j of common) precision[i * size + j]! += own
    for (const i of common)
      for (const j of members) {
        precision[i * size + j]! += own / n
        precision[j * size + i]! += own / n
      }
    const among = own / (n * n) - 1 / (n * parts.residue)
    for (const i of members) {
      for (const j of members) precision[i * size + j]! += among
      precision[i * size + i]! += 1 / parts.residue
    }
  }
  const shared = parts.technology / (1 + parts.technology * total)
  for (const [i, a] of together) for (const [j, b] of together) precision[i * size + j]! -= shared * a * b
}

function addTo(sums: Map<number, number>, key: number, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}

/** Gathers the figures, one technology after another. */
class Figures {
  private readonly middle: Float64Array
  private readonly spread: Float64Array
  private readonly start: Uint32Array
  private readonly effect: number[] = []
  private readonly slope: number[] = []
  private readonly seen: Observations
  private readonly parts: Components
  private readonly places: Places
  private readonly centre: Float64Array

  constructor(seen: Observations, parts: Components, places: Places, centre: Float64Array, figures: number) {
    this.seen = seen
    this.parts = parts
    this.places = places
    this.centre = centre
    this.middle = new Float64Array(figures)
    this.spread = new Float64Array(figures)
    this.start = new Uint32Array(figures + 1)
  }

  add(row: number, firstItem: number, endItem: number, shareOf: ShareOfItem): void {
    const { seen, parts, places } = this
    const { gains, variance } = gainsOf(seen, parts, firstItem, endItem, shareOf)
    const slopes = new Map<number, number>()
    for (let item = firstItem; item < endItem; item++) {
      const [from, to] = [seen.start[item]!, seen.start[item + 1]!]
      const gain = gains[item - firstItem]!
      addTo(slopes, 0, shareOf(item) - gain)
      addTo(slopes, places.specialism + seen.specialism[item]!, shareOf(item) - gain)
      for (let i = from; i < to; i++) {
        this.middle[row]! += (gain * seen.value[i]!) / (to - from)
        addTo(slopes, places.leaning + seen.panellist[i]!, -gain / (to - from))
      }
    }
    for (const [effect, slope] of slopes) {
      this.middle[row]! += slope * this.centre[effect]!
      this.effect.push(effect)
      this.slope.push(slope)
    }
    this.spread[row] = Math.sqrt(Math.max(0, variance))
    this.start[row + 1] = this.effect.length
  }

  finished() {
    const { middle, spread, start } = this
    return { middle, spread, start, effect: Uint32Array.from(this.effect), slope: Float64Array.from(this.slope) }
  }
}

/**
 * How far each item's mean answer moves the figure, and what variance is left to it, given the shared effects. Items of one
 * technology covary by its own component; the inverse is by Sherman & Morrison.
 */
function gainsOf(seen: Observations, parts: Components, firstItem: number, endItem: number, shareOf: ShareOfItem) {
  const items = Array.from({ length: endItem - firstItem }, (_, i) => firstItem + i)
  const shares = items.map(shareOf)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const prior = shares.map((share) => parts.technology * whole + parts.pair * share)
  const own = items.map((item) => 1 / (parts.pair + parts.residue / (seen.start[item + 1]! - seen.start[item]!)))
  const total = own.reduce((sum, each) => sum + each, 0)
  const pulled = prior.reduce((sum, each, i) => sum + each * own[i]!, 0)
  const back = (parts.technology * pulled) / (1 + parts.technology * total)
  const gains = prior.map((each, i) => own[i]! * (each - back))
  const before = shares.reduce((sum, share, i) => sum + share * prior[i]!, 0)
  return { gains, variance: before - prior.reduce((sum, each, i) => sum + each * gains[i]!, 0) }
}
