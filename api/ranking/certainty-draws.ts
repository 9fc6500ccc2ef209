import { Chance, dirichlet, seedOf } from './chance.ts'
import { lanes } from './cholesky.ts'
import { type DrawPlan, drawsFor, drawsInBlock } from './draw-plan.ts'
import { type Figures, figuresOf } from './figures.ts'
import type { LensRows } from './lens-rows.ts'
import { correlate, drawShared, figuresFrom, levelsFrom, levelsOf, type SharedDraws } from './panel-draws.ts'
import { modelsOf, type PanelModels } from './panel-models.ts'
import { countPlaces, type PlacedBlock, type Question } from './place-counts.ts'
import { comparable, Placing } from './placing.ts'
import type { Tallies } from './tally.ts'

/** Which blocks of draws somebody takes: every `of`-th, from the `part`-th on. */
export interface Part {
  part: number
  of: number
}

/** Numbers of shared draws that a part keeps for the next lens at most; beyond, they are drawn again. */
const mostKept = 8_000_000

/** Streams of chance within a block; those of a lens have its name's. */
const streams = { shared: 1, weights: 2, own: 3 }

/**
 * Draws the places of a scan's ranked technologies, lens by lens, for some of the blocks, and keeps the places of the last lens to
 * be asked about. Levels of items come from the posterior of the panel model, weights from a Dirichlet distribution, both through the
 * formula of design 3.2; which specialisms are affected is taken as the answers have it. All work pauses often.
 */
export class CertaintyDraws {
  private models: PanelModels | null | undefined
  private readonly shared = new Map<number, SharedDraws>()
  private blocks: PlacedBlock[] = []
  private rows = 0
  private readonly tallies: Tallies
  private readonly panellists: number
  private readonly part: Part

  /** `panellists` is how many have a number. */
  constructor(tallies: Tallies, panellists: number, part: Part) {
    this.tallies = tallies
    this.panellists = panellists
    this.part = part
  }

  /** Returns how many draws there are in all parts, 0 where there are too few answers to say. `heard` is told after each block. */
  *draw(rows: LensRows, plan: DrawPlan, heard: (places: number) => void): Generator<void, number> {
    const models = plan.varies === 'weights' ? null : yield* this.modelled()
    if (plan.varies !== 'weights' && !models) return 0
    this.rows = rows.technology.length
    this.blocks = []
    const all = drawsFor(plan.draws, this.rows, lanes)
    const drawing = new LensDraws(rows, plan, models && figuresIn(models, rows))
    for (let block = this.part.part; block * drawsInBlock < all; block += this.part.of) {
      const draws = Math.min(drawsInBlock, all - block * drawsInBlock)
      const shared = models ? this.sharedIn(models, plan, block) : null
      this.blocks.push(yield* drawing.block(block, draws, shared))
      heard(draws * this.rows)
    }
    return all
  }

  /** Over the draws of this part. */
  answer(question: Question): Uint32Array {
    return countPlaces(this.blocks, this.rows, question)
  }

  private *modelled() {
    if (this.models === undefined) this.models = yield* modelsOf(this.tallies, this.panellists)
    return this.models
  }

  /** Lenses share what technologies share: drawn once. */
  private sharedIn(models: PanelModels, { seed }: DrawPlan, block: number): SharedDraws {
    const known = this.shared.get(block)
    if (known) return known
    const drawn = drawShared(models, drawsInBlock, new Chance(seed, block, streams.shared))
    if ((this.shared.size + 1) * drawn.impact.length * 2 <= mostKept) this.shared.set(block, drawn)
    return drawn
  }
}

/** The figures of a lens, and the models that they come from. */
interface LensFigures {
  models: PanelModels
  impact: Figures
  imminence: Figures
}

function figuresIn(models: PanelModels, rows: LensRows): LensFigures {
  const figures = (model: PanelModels['impact'], scale: number, whole: Float64Array) =>
    figuresOf(model, rows.technology, (item, row) => rows.weight[model.seen.specialism[item]!]! / (scale * whole[row]!))
  return {
    models,
    impact: figures(models.impact, 9, rows.affectedWeight),
    imminence: figures(models.imminence, 1, rows.datedWeight),
  }
}

/** Draws one lens, block by block. */
class LensDraws {
  private readonly rows: LensRows
  private readonly plan: DrawPlan
  private readonly figures: LensFigures | null
  private readonly stream: number
  private readonly placing: Placing
  private readonly impact: Float64Array
  private readonly imminence: Float64Array
  private readonly scores: Float64Array
  private readonly levels: readonly [Float64Array, Float64Array] | null

  constructor(rows: LensRows, plan: DrawPlan, figures: LensFigures | null) {
    const count = rows.technology.length
    this.rows = rows
    this.plan = plan
    this.figures = figures
    this.stream = seedOf(rows.name)
    this.placing = new Placing(count)
    this.impact = new Float64Array(count * lanes)
    this.imminence = new Float64Array(count * lanes)
    this.scores = new Float64Array(count * lanes)
    this.levels = figures && [
      new Float64Array(levelsOf(figures.models.impact) * lanes),
      new Float64Array(levelsOf(figures.models.imminence) * lanes),
    ]
  }

  *block(block: number, draws: number, shared: SharedDraws | null): Generator<void, PlacedBlock> {
    const { seed } = this.plan
    const count = this.rows.technology.length
    const own = new Chance(seed, block, streams.own, this.stream)
    const weights = new Chance(seed, block, streams.weights)
    const places = new (count > 65_536 ? Uint32Array : Uint16Array)(count * drawsInBlock)
    const ties: PlacedBlock['ties'] = []
    for (let draw = 0; draw < draws; draw += lanes) {
      if (shared) this.drawFigures(shared, draw, own)
      else this.asAnswered()
      this.weigh(Array.from({ length: lanes }, () => this.weightsFrom(weights)))
      for (let lane = 0; lane < lanes; lane++) {
        const scores = this.scores.subarray(lane * count, (lane + 1) * count)
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

  private drawFigures(shared: SharedDraws, draw: number, own: Chance): void {
    const { models, impact, imminence } = this.figures!
    const [first, second] = this.levels!
    own.fill(this.impact)
    own.fill(this.imminence)
    correlate(this.impact, this.imminence, models.correlation.residue, shared.widths.subarray(draw, draw + lanes))
    levelsFrom(models.impact, ofLanes(shared.impact, models.impact.size, draw), first)
    levelsFrom(models.imminence, ofLanes(shared.imminence, models.imminence.size, draw), second)
    figuresFrom(impact, first, this.impact)
    figuresFrom(imminence, second, this.imminence)
  }

  private asAnswered(): void {
    const { impact, imminence } = this.rows
    for (let row = 0; row < impact.length; row++) {
      this.impact.fill(impact[row]!, row * lanes, (row + 1) * lanes)
      this.imminence.fill(imminence[row]!, row * lanes, (row + 1) * lanes)
    }
  }

  /** Scores the draws that stand in the lanes, each by its own weights, into one row of scores a lane. */
  private weigh(weights: readonly (readonly number[])[]): void {
    const { reach, readiness } = this.rows
    const { impact, imminence, scores } = this
    const count = reach.length
    for (let lane = 0; lane < lanes; lane++) {
      const [ofImpact, ofReach, ofImminence, ofReadiness] = weights[lane]! as [number, number, number, number]
      for (let row = 0, at = lane, to = lane * count; row < count; row++, at += lanes, to++) {
        const fromImpact = (ofImpact + ofReach * reach[row]!) * impact[at]!
        const score = 100 * (fromImpact + ofImminence * imminence[at]! + ofReadiness * readiness[row]!)
        scores[to] = comparable(score)
      }
    }
  }
}

function ofLanes(shared: Float64Array, size: number, draw: number): Float64Array {
  return shared.subarray(draw * size, (draw + lanes) * size)
}
