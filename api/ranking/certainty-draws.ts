import { Chance } from './chance.ts'
import { type DrawPlan, drawsFor, drawsInBlock, streams } from './draw-plan.ts'
import { lanes } from './lane-kernels.ts'
import { LensDraws } from './lens-draws.ts'
import type { LensRows } from './lens-rows.ts'
import { PanelDraws, type SharedDraws } from './panel-draws.ts'
import type { PanelModels } from './panel-models.ts'
import { countPlaces, type PlacedBlock, type Question } from './place-counts.ts'

/** Which blocks of draws somebody takes: every `of`-th, from the `part`-th on. */
export interface Part {
  part: number
  of: number
}

/** Numbers of shared draws that a part keeps for the next lens at most; beyond, they are drawn again. */
const mostKept = 8_000_000

/**
 * Draws the places of a scan's ranked technologies, lens by lens, for some of the blocks, and keeps the places of the last lens to
 * be asked about. Levels of items come from the posterior of the panel model, weights from a Dirichlet distribution, both through the
 * formula of design 3.2; which specialisms are affected is taken as the answers have it. All work pauses often.
 */
export class CertaintyDraws {
  private panel: PanelDraws | null | undefined
  private readonly shared = new Map<number, SharedDraws>()
  private blocks: PlacedBlock[] = []
  private rows = 0
  private readonly modelling: () => Generator<void, PanelModels | null>
  private readonly part: Part

  /** `modelling` fits the panel model, once and only where it is needed. */
  constructor(modelling: () => Generator<void, PanelModels | null>, part: Part) {
    this.modelling = modelling
    this.part = part
  }

  /** Returns how many draws there are in all parts, 0 where there are too few answers to say. `heard` is told after each block. */
  *draw(rows: LensRows, plan: DrawPlan, heard: (places: number) => void): Generator<void, number> {
    const panel = plan.varies === 'weights' ? null : yield* this.modelled()
    if (plan.varies !== 'weights' && !panel) return 0
    this.rows = rows.technology.length
    this.blocks = []
    const all = drawsFor(plan.draws, this.rows, lanes)
    const drawing = new LensDraws(rows, plan, panel)
    for (let block = this.part.part; block * drawsInBlock < all; block += this.part.of) {
      const draws = Math.min(drawsInBlock, all - block * drawsInBlock)
      const shared = panel && this.sharedIn(panel, plan, block)
      this.blocks.push(yield* drawing.block(block, draws, shared))
      heard(draws * this.rows)
    }
    return all
  }

  /** Over the draws of this part. */
  answer(question: Question): Uint32Array {
    return countPlaces(this.blocks, this.rows, question)
  }

  private *modelled(): Generator<void, PanelDraws | null> {
    if (this.panel === undefined) {
      const models = yield* this.modelling()
      this.panel = models && new PanelDraws(models)
    }
    return this.panel
  }

  /** Lenses share what technologies share: drawn once. */
  private sharedIn(panel: PanelDraws, { seed }: DrawPlan, block: number): SharedDraws {
    const known = this.shared.get(block)
    if (known) return known
    const drawn = panel.shared(drawsInBlock, new Chance(seed, block, streams.shared))
    if ((this.shared.size + 1) * drawn.impact.length * 2 <= mostKept) this.shared.set(block, drawn)
    return drawn
  }
}
