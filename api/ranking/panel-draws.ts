import type { Chance } from './chance.ts'
import { lanes, solveUpper } from './cholesky.ts'
import type { Figures } from './figures.ts'
import type { PanelModels } from './panel-models.ts'
import { type Posterior, placesOf } from './posterior.ts'

/** Draws of one block in which technologies share their chances: by draw (in lanes) and effect. */
export interface SharedDraws {
  impact: Float64Array
  imminence: Float64Array
  /** By draw: how much wider it is for want of degrees of freedom. */
  widths: Float64Array
}

/**
 * Draws the shared effects' departures from their middle. The two models keep their own variances; what they share is the
 * correlation of the chances that go into them, which is exact where both are answered alike. The fewer degrees of freedom
 * stand behind the variances, the wider a draw: by its own chi-squared.
 */
export function drawShared(models: PanelModels, draws: number, chance: Chance): SharedDraws {
  const { impact, imminence, freedom, correlation } = models
  const widths = new Float64Array(draws)
  const first = new Float64Array(impact.size * draws)
  const second = new Float64Array(imminence.size * draws)
  for (let draw = 0; draw < draws; draw++) widths[draw] = Math.sqrt(freedom / (2 * chance.gamma(freedom / 2)))
  chance.fill(first)
  chance.fill(second)
  for (let draw = 0; draw < draws; draw += lanes) {
    const one = first.subarray(draw * impact.size, (draw + lanes) * impact.size)
    const two = second.subarray(draw * imminence.size, (draw + lanes) * imminence.size)
    correlate(one, two, correlation.leaning, widths.subarray(draw, draw + lanes))
    solveUpper(impact.upper, impact.size, one)
    solveUpper(imminence.upper, imminence.size, two)
  }
  return { impact: first, imminence: second, widths }
}

/** Lets two rows of standard normals go together so far, and widens both lane by lane. */
export function correlate(first: Float64Array, second: Float64Array, correlation: number, widths: Float64Array): void {
  const rest = Math.sqrt(1 - correlation * correlation)
  for (let at = 0; at < first.length; at += lanes)
    for (let lane = 0; lane < lanes; lane++) {
      const width = widths[lane]!
      const one = first[at + lane]!
      first[at + lane] = width * one
      second[at + lane] = width * (correlation * one + rest * second[at + lane]!)
    }
}

/** How many levels a figure may build on. */
export const levelsOf = ({ seen, teams }: Posterior) => seen.specialisms + teams.specialism.length

/** The levels of specialisms and teams, in lanes, from the shared effects of as many draws. */
export function levelsFrom(posterior: Posterior, shared: Float64Array, levels: Float64Array): void {
  const { seen, teams } = posterior
  const places = placesOf(seen)
  for (let s = 0; s < seen.specialisms; s++)
    for (let lane = 0; lane < lanes; lane++)
      levels[s * lanes + lane] = shared[lane]! + shared[(places.specialism + s) * lanes + lane]!
  for (let t = 0; t < teams.specialism.length; t++) {
    const at = (seen.specialisms + t) * lanes
    const [from, to] = [teams.start[t]!, teams.start[t + 1]!]
    levels.fill(0, at, at + lanes)
    for (let i = from; i < to; i++)
      for (let lane = 0, member = (places.leaning + teams.member[i]!) * lanes; lane < lanes; lane++)
        levels[at + lane]! += shared[member + lane]!
    for (let lane = 0; lane < lanes; lane++)
      levels[at + lane] = levels[at + lane]! / (to - from) + levels[teams.specialism[t]! * lanes + lane]!
  }
}

/** Turns each technology's own normals, in lanes, into its figures, 0 to 1, given the levels. */
export function figuresFrom({ middle, spread, start, level, slope }: Figures, levels: Float64Array, own: Float64Array) {
  for (let row = 0; row < middle.length; row++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    let g = 0
    let h = 0
    const end = start[row + 1]!
    for (let i = start[row]!; i < end; i++) {
      const from = level[i]! * lanes
      const by = slope[i]!
      a += by * levels[from]!
      b += by * levels[from + 1]!
      c += by * levels[from + 2]!
      d += by * levels[from + 3]!
      e += by * levels[from + 4]!
      f += by * levels[from + 5]!
      g += by * levels[from + 6]!
      h += by * levels[from + 7]!
    }
    const at = row * lanes
    const centre = middle[row]!
    const wide = spread[row]!
    own[at] = toShare(centre + a + wide * own[at]!)
    own[at + 1] = toShare(centre + b + wide * own[at + 1]!)
    own[at + 2] = toShare(centre + c + wide * own[at + 2]!)
    own[at + 3] = toShare(centre + d + wide * own[at + 3]!)
    own[at + 4] = toShare(centre + e + wide * own[at + 4]!)
    own[at + 5] = toShare(centre + f + wide * own[at + 5]!)
    own[at + 6] = toShare(centre + g + wide * own[at + 6]!)
    own[at + 7] = toShare(centre + h + wide * own[at + 7]!)
  }
}

function toShare(value: number): number {
  return Math.max(0, Math.min(1, value))
}
