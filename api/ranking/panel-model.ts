import { solve } from './conjugate-gradient.ts'
import type { Observations } from './observations.ts'
import type { Components } from './variance-components.ts'

/** What a panel's answers are made of, as far as they tell. Effects are by number, in the unit of the answers. */
export interface PanelFit {
  mean: number
  technology: Float64Array
  specialism: Float64Array
  /** How much higher than others each panel member marks: sums to zero, and is the smaller the less they answered. */
  leaning: Float64Array
}

/**
 * answer = mean + technology + specialism + pair + the panel member's leaning + residue, all random but the mean (design
 * 3.3). The effects are the best linear unbiased predictions: Henderson's mixed model equations (Searle, Casella &
 * McCulloch 1992, chapter 7), the pairs absorbed into the residue, solved in sweeps that are linear in the answers.
 *
 * A specialism's level and its panel members' leanings show in the same answers. Their variances say how to share out what
 * a whole specialism marks higher than others: see `cannotTellApart` for where even that is a guess.
 */
export function fitPanel(seen: Observations, components: Components): PanelFit {
  const { technologies, specialisms, panellists } = seen
  const places = { technology: 1, specialism: 1 + technologies, leaning: 1 + technologies + specialisms }
  const equations = mixedModel(seen, floored(components), places)
  const found = solve(equations)
  const from = (start: number, length: number) => centred(found.subarray(start, start + length))
  return {
    mean: found[0]!,
    technology: from(places.technology, technologies),
    specialism: from(places.specialism, specialisms),
    leaning: from(places.leaning, panellists),
  }
}

/** The equations say that each kind of effect sums to zero; this takes off what rounding left. */
function centred(effects: Float64Array): Float64Array {
  const sum = effects.reduce((total, effect) => total + effect, 0)
  const present = effects.reduce((count, effect) => count + (effect === 0 ? 0 : 1), 0)
  return effects.map((effect) => (effect === 0 ? 0 : effect - sum / present))
}

/** No component is quite nothing, so that its inverse exists. */
export function floored(components: Components): Components {
  const total = Object.values(components).reduce((sum, component) => sum + component, 0) || 1
  const least = (component: number) => Math.max(component, total * 1e-6)
  return {
    technology: least(components.technology),
    specialism: least(components.specialism),
    pair: least(components.pair),
    leaning: least(components.leaning),
    residue: least(components.residue),
  }
}

interface Places {
  technology: number
  specialism: number
  leaning: number
}

function mixedModel(seen: Observations, components: Components, places: Places) {
  const { residue, pair } = components
  const size = places.leaning + seen.panellists
  const right = new Float64Array(size)
  const diagonal = new Float64Array(size)
  const precision = precisionsOf(components, places, size)
  /** How much of an item's sum the pair's own effect takes up, for n answers. */
  const absorbed = (n: number) => pair / (residue + n * pair)
  eachItem(seen, places, (from, to, k, s) => {
    const share = absorbed(to - from)
    let sum = 0
    for (let i = from; i < to; i++) sum += seen.value[i]!
    for (let i = from; i < to; i++) {
      const j = places.leaning + seen.panellist[i]!
      right[j]! += (seen.value[i]! - share * sum) / residue
      diagonal[j]! += (1 - share) / residue
    }
    const weight = (to - from) / (residue + (to - from) * pair)
    for (const place of [0, k, s]) {
      right[place]! += sum / (residue + (to - from) * pair)
      diagonal[place]! += weight
    }
  })
  for (let i = 0; i < size; i++) diagonal[i]! += precision[i]!
  const multiply = (x: Float64Array, into: Float64Array) => {
    for (let i = 0; i < size; i++) into[i] = precision[i]! * x[i]!
    eachItem(seen, places, (from, to, k, s) => {
      const base = x[0]! + x[k]! + x[s]!
      let sum = (to - from) * base
      for (let i = from; i < to; i++) sum += x[places.leaning + seen.panellist[i]!]!
      const taken = absorbed(to - from) * sum
      for (let i = from; i < to; i++) {
        const j = places.leaning + seen.panellist[i]!
        into[j]! += (base + x[j]! - taken) / residue
      }
      const rest = sum / (residue + (to - from) * pair)
      into[0]! += rest
      into[k]! += rest
      into[s]! += rest
    })
  }
  return { right, diagonal: diagonal.map((d) => d || 1), multiply }
}

function precisionsOf(components: Components, places: Places, size: number): Float64Array {
  const precision = new Float64Array(size)
  precision.fill(1 / components.technology, places.technology, places.specialism)
  precision.fill(1 / components.specialism, places.specialism, places.leaning)
  precision.fill(1 / components.leaning, places.leaning)
  return precision
}

function eachItem(
  { start, technology, specialism }: Observations,
  places: Places,
  visit: (from: number, to: number, technology: number, specialism: number) => void,
): void {
  for (let item = 0; item + 1 < start.length; item++)
    visit(start[item]!, start[item + 1]!, places.technology + technology[item]!, places.specialism + specialism[item]!)
}
