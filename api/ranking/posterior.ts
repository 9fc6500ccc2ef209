import { factor } from './cholesky.ts'
import type { Observations } from './observations.ts'
import { fitPanel, floored } from './panel-model.ts'
import { type Places, placesOf, type Teams, teamsOf } from './teams.ts'
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
  const model = { seen, parts, places, together: new Float64Array(places.size) }
  for (let k = 0; k < seen.technologies; k++) {
    addTechnology(precision, model, itemsOf[k]!, itemsOf[k + 1]!)
    if (k % 64 === 0) yield
  }
  const upper = yield* factor(precision.matrix, places.size)
  const centre = Float64Array.from([fit.mean, ...fit.specialism, ...fit.leaning])
  return { seen, parts, teams: teamsOf(seen), itemsOf, centre, upper, size: places.size }
}

function itemsByTechnology({ technology, technologies }: Observations): Uint32Array {
  const start = new Uint32Array(technologies + 1)
  for (const k of technology) start[k + 1]!++
  for (let k = 0; k < technologies; k++) start[k + 1]! += start[k]!
  return start
}

function priorPrecision(parts: Components, { specialism, leaning, size }: Places): Precision {
  const precision = new Precision(size)
  for (let i = specialism; i < size; i++) precision.add(i, 1 / (i < leaning ? parts.specialism : parts.leaning))
  return precision
}

/** A symmetric matrix of which the lower triangle is kept. */
class Precision {
  readonly matrix: Float64Array
  private readonly size: number

  constructor(size: number) {
    this.size = size
    this.matrix = new Float64Array(size * size)
  }

  add(effect: number, by: number): void {
    this.matrix[effect * this.size + effect]! += by
  }

  /** Adds by · vv', v having these amounts at these effects, which rise. */
  addSquare(effects: Uint32Array, amounts: Float64Array, by: number): void {
    const { matrix, size } = this
    for (let i = 0; i < effects.length; i++) {
      const row = effects[i]! * size
      const amount = by * amounts[i]!
      for (let j = 0; j <= i; j++) matrix[row + effects[j]!]! += amount * amounts[j]!
    }
  }
}

/** Adds what the answers on one technology say of the shared effects. `together` is all zeros, before and after. */
function addTechnology(
  precision: Precision,
  { seen, parts, places, together }: { seen: Observations; parts: Components; places: Places; together: Float64Array },
  firstItem: number,
  endItem: number,
): void {
  const touched = new Set([0])
  let total = 0
  for (let item = firstItem; item < endItem; item++) {
    const members = seen.panellist.slice(seen.start[item]!, seen.start[item + 1]!).sort()
    const n = members.length
    const own = 1 / (parts.pair + parts.residue / n)
    total += own
    const effects = Uint32Array.of(
      0,
      places.specialism + seen.specialism[item]!,
      ...members.map((m) => m + places.leaning),
    )
    const amounts = new Float64Array(n + 2).fill(1, 0, 2).fill(1 / n, 2)
    precision.addSquare(effects, amounts, own)
    precision.addSquare(effects.subarray(2), amounts.subarray(2), -n / parts.residue)
    effects.forEach((effect, i) => {
      if (i >= 2) precision.add(effect, 1 / parts.residue)
      together[effect]! += own * amounts[i]!
      touched.add(effect)
    })
  }
  const effects = Uint32Array.from(touched).sort()
  const amounts = Float64Array.from(effects, (effect) => together[effect]!)
  precision.addSquare(effects, amounts, -parts.technology / (1 + parts.technology * total))
  for (const effect of effects) together[effect] = 0
}
