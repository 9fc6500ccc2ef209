import type { Chance } from './chance.ts'
import { lanes, solveUpper } from './cholesky.ts'
import type { Posterior } from './posterior.ts'

/** How impact and imminence go together, -1 to 1: between panel members' leanings, and in the rest. */
export interface Correlation {
  leaning: number
  residue: number
}

/**
 * Draws the impact and the imminence of every ranked technology, `lanes` draws at a time. The two models keep their own
 * variances; what they share is the correlation of the chances that go into them, which is exact where both are answered
 * alike.
 */
export class FigureDraws {
  readonly impact: Float64Array
  readonly imminence: Float64Array
  private readonly models: readonly [Posterior, Posterior]
  private readonly correlation: Correlation
  private readonly chance: Chance
  private readonly shared: readonly [Float64Array, Float64Array]
  private readonly freedom: number
  private readonly widths = new Float64Array(lanes)

  /** The fewer degrees of freedom stand behind the variances, the wider the draws: each by its own chi-squared. */
  constructor(impact: Posterior, imminence: Posterior, correlation: Correlation, freedom: number, chance: Chance) {
    this.freedom = freedom
    this.models = [impact, imminence]
    this.correlation = correlation
    this.chance = chance
    this.impact = new Float64Array(impact.middle.length * lanes)
    this.imminence = new Float64Array(impact.middle.length * lanes)
    this.shared = [new Float64Array(impact.size * lanes), new Float64Array(imminence.size * lanes)]
  }

  next(): void {
    const [impact, imminence] = this.models
    const [first, second] = this.shared
    for (let lane = 0; lane < lanes; lane++)
      this.widths[lane] = Math.sqrt(this.freedom / (2 * this.chance.gamma(this.freedom / 2)))
    this.fillPair(first, second, this.correlation.leaning)
    solveUpper(impact.upper, impact.size, first)
    solveUpper(imminence.upper, imminence.size, second)
    this.fillPair(this.impact, this.imminence, this.correlation.residue)
    figuresFrom(impact, first, this.impact)
    figuresFrom(imminence, second, this.imminence)
  }

  private fillPair(first: Float64Array, second: Float64Array, correlation: number): void {
    const rest = Math.sqrt(1 - correlation ** 2)
    for (let i = 0; i < first.length; i++) {
      const width = this.widths[i % lanes]!
      const draw = width * this.chance.normal()
      first[i] = draw
      second[i] = correlation * draw + rest * width * this.chance.normal()
    }
  }
}

/** Turns each technology's own normals into its figures, 0 to 1, given the shared effects' departures. */
function figuresFrom({ middle, spread, start, effect, slope }: Posterior, shared: Float64Array, own: Float64Array) {
  for (let row = 0; row < middle.length; row++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let e = 0
    let f = 0
    let g = 0
    let h = 0
    for (let i = start[row]!; i < start[row + 1]!; i++) {
      const from = effect[i]! * lanes
      const by = slope[i]!
      a += by * shared[from]!
      b += by * shared[from + 1]!
      c += by * shared[from + 2]!
      d += by * shared[from + 3]!
      e += by * shared[from + 4]!
      f += by * shared[from + 5]!
      g += by * shared[from + 6]!
      h += by * shared[from + 7]!
    }
    const at = row * lanes
    own[at] = toShare(middle[row]! + a + spread[row]! * own[at]!)
    own[at + 1] = toShare(middle[row]! + b + spread[row]! * own[at + 1]!)
    own[at + 2] = toShare(middle[row]! + c + spread[row]! * own[at + 2]!)
    own[at + 3] = toShare(middle[row]! + d + spread[row]! * own[at + 3]!)
    own[at + 4] = toShare(middle[row]! + e + spread[row]! * own[at + 4]!)
    own[at + 5] = toShare(middle[row]! + f + spread[row]! * own[at + 5]!)
    own[at + 6] = toShare(middle[row]! + g + spread[row]! * own[at + 6]!)
    own[at + 7] = toShare(middle[row]! + h + spread[row]! * own[at + 7]!)
  }
}

function toShare(value: number): number {
  return value < 0 ? 0 : Math.min(value, 1)
}
