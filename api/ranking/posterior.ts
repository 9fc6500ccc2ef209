import { factor } from './cholesky.ts'
import type { Observations } from './observations.ts'
import { fitPanel, floored } from './panel-model.ts'
import { type Teams, teamsOf } from './teams.ts'
import type { Components } from './variance-components.ts'

/**
 * What a panel's answers leave open about the effects that technologies share (mean, specialisms, leanings), given the
 * variances. Given these effects technologies do not depend on one another: see `figures.ts`.
 */
export interface Posterior {
  seen: Observations
  parts: Components
  teams: Teams
  /** Items come by technology: technology k owns those from `[k]` to `[k + 1]`. */
  itemsOf: Uint32Array
  /** The shared effects' middle: the mean, then the specialisms, then the panel members. */
  centre: Float64Array
  /** Their precision is U'U, U being this triangle of `size` rows. */
  upper: Float64Array
  size: number
}

/** Where the specialisms and the panel members stand among the shared effects; the mean stands first. */
export interface Places {
  specialism: number
  leaning: number
  size: number
}

/**
 * The exact posterior of the panel model at these components (Searle, Casella & McCulloch 1992, chapter 7): technologies
 * and pairs are taken out one technology at a time, which leaves a small dense system for what they share. Pauses often.
 */
export function* posteriorOf(seen: Observations, components: Components): Generator<void, Posterior> {
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
  return { seen, parts, teams: teamsOf(seen), itemsOf, centre, upper, size: places.size }
}

export function placesOf({ specialisms, panellists }: Observations): Places {
  return { specialism: 1, leaning: 1 + specialisms, size: 1 + specialisms + panellists }
}

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
