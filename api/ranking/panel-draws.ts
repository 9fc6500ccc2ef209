import type { Chance } from './chance.ts'
import { LaneProduct, LaneSolution, lanes } from './lane-kernels.ts'
import type { PanelModels } from './panel-models.ts'
import type { Posterior } from './posterior.ts'

/** By name: looked up once, not at every draw. */
const { floor } = Math

/** Draws of one block of what technologies share: by draw, `lanes` of them beside one another, and effect. */
export interface SharedDraws {
  impact: Float64Array
  imminence: Float64Array
  /** By draw: how much wider it is for want of degrees of freedom. */
  widths: Float64Array
}

/** Draws the effects that technologies share, and the levels that follow from them. */
export class PanelDraws {
  readonly models: PanelModels
  private readonly impact: SharedEffects
  private readonly imminence: SharedEffects

  constructor(models: PanelModels) {
    this.models = models
    this.impact = new SharedEffects(models.impact)
    this.imminence = new SharedEffects(models.imminence)
  }

  /**
   * The effects' departures from their middle. The two models keep their own variances; what they share is the correlation of the
   * chances that go into them, which is exact where both are answered alike. The fewer degrees of freedom stand behind the
   * variances, the wider a draw: by its own chi-squared.
   */
  shared(draws: number, chance: Chance): SharedDraws {
    const { impact, imminence, freedom, correlation } = this.models
    const widths = new Float64Array(draws)
    const first = new Float64Array(impact.size * draws)
    const second = new Float64Array(imminence.size * draws)
    for (let draw = 0; draw < draws; draw++) widths[draw] = Math.sqrt(freedom / (2 * chance.gamma(freedom / 2)))
    chance.fill(first)
    chance.fill(second)
    correlate(first, second, correlation.leaning)
    widen(first, widths, impact.size)
    widen(second, widths, imminence.size)
    this.impact.solve(first)
    this.imminence.solve(second)
    return { impact: first, imminence: second, widths }
  }

  /** The levels in so many lanes from this draw on. They stand until the next are asked for. */
  levels(shared: SharedDraws, draw: number): { impact: Float64Array; imminence: Float64Array } {
    return {
      impact: this.impact.levels(shared.impact, draw),
      imminence: this.imminence.levels(shared.imminence, draw),
    }
  }
}

/** What technologies share in one of the models. */
class SharedEffects {
  private readonly size: number
  private readonly solution: LaneSolution
  private readonly product: LaneProduct

  constructor({ upper, size, teams }: Posterior) {
    this.size = size
    this.solution = new LaneSolution(upper, size)
    this.product = new LaneProduct(teams.levels, size)
  }

  /** Turns standard normals into departures, in place. */
  solve(normals: Float64Array): void {
    const { z, run } = this.solution
    for (let at = 0; at < normals.length; at += z.length) {
      z.set(normals.subarray(at, at + z.length))
      run()
      normals.set(z, at)
    }
  }

  levels(effects: Float64Array, draw: number): Float64Array {
    const { input, output, run } = this.product
    input.set(effects.subarray(draw * this.size, (draw + lanes) * this.size))
    run()
    return output
  }
}

/** Lets two rows of standard normals go together so far. */
function correlate(first: Float64Array, second: Float64Array, correlation: number): void {
  const rest = Math.sqrt(1 - correlation * correlation)
  for (let at = 0; at < first.length; at++) second[at] = correlation * first[at]! + rest * second[at]!
}

function widen(normals: Float64Array, widths: Float64Array, size: number): void {
  for (let at = 0; at < normals.length; at++) normals[at]! *= widths[floor(at / (size * lanes)) * lanes + (at % lanes)]!
}
