import { Chance, dirichlet, seedOf } from './chance.ts'
import { type DrawPlan, drawsInBlock, streams } from './draw-plan.ts'
import { type Figures, figuresOf } from './figures.ts'
import { LaneProduct, lanes } from './lane-kernels.ts'
import type { LensRows } from './lens-rows.ts'
import type { PanelDraws, SharedDraws } from './panel-draws.ts'
import type { PlacedBlock } from './place-counts.ts'
import { comparable, Placing } from './placing.ts'
import type { Posterior } from './posterior.ts'

/** By name: looked up once, not at every draw. */
const { min } = Math

/** Draws the places of one lens, block by block; without a panel the answers stand as they are. */
export class LensDraws {
  private readonly rows: LensRows
  private readonly plan: DrawPlan
  private readonly values: DrawnValues | AnsweredValues
  private readonly placing: Placing
  private readonly scores: Float64Array

  constructor(rows: LensRows, plan: DrawPlan, panel: PanelDraws | null) {
    const count = rows.technology.length
    this.rows = rows
    this.plan = plan
    this.values = panel ? new DrawnValues(rows, panel) : new AnsweredValues(rows)
    this.placing = new Placing(count)
    this.scores = new Float64Array(count * lanes)
  }

  *block(block: number, draws: number, shared: SharedDraws | null): Generator<void, PlacedBlock> {
    const { seed } = this.plan
    const count = this.rows.technology.length
    const own = new Chance(seed, block, streams.own, seedOf(this.rows.name))
    const weights = new Chance(seed, block, streams.weights)
    const places = new (count > 65_536 ? Uint32Array : Uint16Array)(count * drawsInBlock)
    const ties: PlacedBlock['ties'] = []
    for (let draw = 0; draw < draws; draw += lanes) {
      if (shared) this.values.draw(shared, draw, own)
      for (let lane = 0; lane < lanes; lane++) {
        const scores = this.scores.subarray(lane * count, (lane + 1) * count)
        this.weigh(this.weightsFrom(weights), lane, scores)
        ties.push(this.placing.place(scores, places, draw + lane, drawsInBlock))
      }
      yield
    }
    return { draws, places, ties }
  }

  private weightsFrom(chance: Chance): readonly number[] {
    const { varies, concentration } = this.plan
    return varies === 'panel' ? this.rows.shares : dirichlet(chance, this.rows.shares, concentration)
  }

  /** The scores of one lane, in points made whole. */
  private weigh(weights: readonly number[], lane: number, scores: Float64Array): void {
    const { reach, readiness } = this.rows
    const { impact, imminence } = this.values
    const [ofImpact, ofReach, ofImminence, ofReadiness] = weights as [number, number, number, number]
    for (let row = 0, at = lane; row < scores.length; row++, at += lanes) {
      const fromImpact = (ofImpact + ofReach * reach[row]!) * impact[at]!
      scores[row] = comparable(100 * (fromImpact + ofImminence * imminence[at]! + ofReadiness * readiness[row]!))
    }
  }
}

/** Each technology's impact and imminence, 0 to 1, as answered, in every lane. */
class AnsweredValues {
  readonly impact: Float64Array
  readonly imminence: Float64Array

  constructor({ impact, imminence }: LensRows) {
    this.impact = new Float64Array(impact.length * lanes).map((_, at) => impact[Math.floor(at / lanes)]!)
    this.imminence = new Float64Array(impact.length * lanes).map((_, at) => imminence[Math.floor(at / lanes)]!)
  }

  draw(_shared: SharedDraws, _draw: number, _own: Chance): void {}
}

/** Each technology's impact and imminence, 0 to 1, as they may be: in lanes. */
class DrawnValues {
  readonly impact: Float64Array
  readonly imminence: Float64Array
  private readonly panel: PanelDraws
  private readonly impacts: LensFigures
  private readonly imminences: LensFigures

  constructor(rows: LensRows, panel: PanelDraws) {
    const { impact, imminence } = panel.models
    this.panel = panel
    this.impacts = new LensFigures(impact, rows, rows.affectedWeight, 9)
    this.imminences = new LensFigures(imminence, rows, rows.datedWeight, 1)
    this.impact = new Float64Array(rows.technology.length * lanes)
    this.imminence = new Float64Array(rows.technology.length * lanes)
  }

  draw(shared: SharedDraws, draw: number, own: Chance): void {
    const { impact, imminence, impacts, imminences, panel } = this
    const levels = panel.levels(shared, draw)
    const widths = shared.widths.subarray(draw, draw + lanes)
    const correlation = panel.models.correlation.residue
    const rest = Math.sqrt(1 - correlation * correlation)
    own.fill(impact)
    own.fill(imminence)
    for (let at = 0; at < impact.length; at++) imminence[at] = correlation * impact[at]! + rest * imminence[at]!
    impacts.fill(impact, levels.impact, widths)
    imminences.fill(imminence, levels.imminence, widths)
  }
}

/** The figures of a lens in one of the models. */
class LensFigures {
  private readonly figures: Figures
  private readonly product: LaneProduct

  /** `whole`: by row, what the weights of its items sum to; the figure has so many parts of a level. */
  constructor(posterior: Posterior, rows: LensRows, whole: Float64Array, parts: number) {
    const { specialism } = posterior.seen
    this.figures = figuresOf(
      posterior,
      rows.technology,
      (item, row) => rows.weight[specialism[item]!]! / (parts * whole[row]!),
    )
    this.product = new LaneProduct(this.figures.slopes, posterior.teams.levels.start.length - 1)
  }

  /** Turns each technology's own normals, in lanes, into its figures. */
  fill(own: Float64Array, levels: Float64Array, widths: Float64Array): void {
    const { middle, spread } = this.figures
    const { input, output, run } = this.product
    input.set(levels)
    run()
    for (let row = 0, at = 0; row < middle.length; row++) {
      const centre = middle[row]!
      const wide = spread[row]!
      for (let lane = 0; lane < lanes; lane++, at++) {
        const value = centre + output[at]! + wide * widths[lane]! * own[at]!
        own[at] = value < 0 ? 0 : min(value, 1)
      }
    }
  }
}
