import { certaintyFrom, type PlaceRange } from '../../api/ranking/certainty.ts'
import { CertaintyDraws } from '../../api/ranking/certainty-draws.ts'
import { usualPlan } from '../../api/ranking/draw-plan.ts'
import { rowsOf } from '../../api/ranking/lens-rows.ts'
import { placesOf } from '../../api/ranking/order.ts'
import { modelsOf, type PanelModels } from '../../api/ranking/panel-models.ts'
import { type Ranked, rank } from '../../api/ranking/rank.ts'
import { finished } from '../support/finished.ts'
import { type SimulatedPanel, type Simulation, simulate, variancesOf } from '../support/simulated-panel.ts'
import type { Setting } from './settings.ts'

/** How well ranges keep their word on panels of one kind. Shares are 0 to 1; widths are shares of the list. */
export interface Coverage {
  panels: number
  /** Panels of which nothing was said, for want of answers. */
  unsaid: number
  covered: number
  /** Of `covered`: from panel to panel, since the technologies of one panel share their chances. */
  error: number
  width: number
  oracle: { covered: number; width: number }
}

type OfPanel = { covered: number; width: number }

/** Draws the ranges of every panel of a setting, at fixed weights, and looks for the true places in them. */
export async function coverageOf({ panels, simulation }: Setting, draws: number, firstSeed: number): Promise<Coverage> {
  const found: { ours: OfPanel; oracle: OfPanel }[] = []
  for (let panel = 0; panel < panels; panel++) {
    const one = await ofPanel({ ...simulation, seed: firstSeed + panel }, draws)
    if (one) found.push(one)
  }
  const mean = (of: (one: (typeof found)[number]) => number) =>
    found.reduce((sum, one) => sum + of(one), 0) / found.length
  const covered = mean(({ ours }) => ours.covered)
  const spread = mean(({ ours }) => (ours.covered - covered) ** 2)
  return {
    panels,
    unsaid: panels - found.length,
    covered,
    error: Math.sqrt(spread / (found.length - 1)),
    width: mean(({ ours }) => ours.width),
    oracle: { covered: mean(({ oracle }) => oracle.covered), width: mean(({ oracle }) => oracle.width) },
  }
}

async function ofPanel(simulation: Simulation, draws: number): Promise<{ ours: OfPanel; oracle: OfPanel } | null> {
  const panel = simulate(simulation)
  const { tallies } = panel.inputFor()
  const people = panel.log.panellists.ids.length
  const ours = await against(panel, draws, () => modelsOf(tallies, people))
  const oracle = await against(panel, draws, () => modelsOf(tallies, people, variancesOf(simulation)))
  return ours && oracle && { ours, oracle }
}

async function against(
  panel: SimulatedPanel,
  draws: number,
  modelling: () => Generator<void, PanelModels | null>,
): Promise<OfPanel | null> {
  const input = panel.inputFor()
  const { ranked, ...ranking } = rank(input, { kind: 'all' })
  const { ids, ...rows } = rowsOf({ ranked, ...ranking }, input.method.reachFull)
  const drawing = new CertaintyDraws(modelling, { part: 0, of: 1 })
  const plan = { ...usualPlan, draws, seed: 1, varies: 'panel' } as const
  const drawn = finished(drawing.draw(rows, plan, () => {}))
  if (drawn === 0) return null
  const { ranges } = await certaintyFrom(ids, { draws: drawn, seed: 1 }, async (question) => drawing.answer(question))
  return compare(ranges, truePlaces(ranked, panel.trueScores))
}

/** By row: the place by the levels that the panel's answers are made from, unrounded, uncut, without leanings. */
function truePlaces(ranked: readonly Ranked[], scores: Float64Array): number[] {
  const order = ranked.map((_, row) => row).toSorted((a, b) => scores[ranked[b]!.number]! - scores[ranked[a]!.number]!)
  const places = placesOf(order.map((row) => scores[ranked[row]!.number]!))
  return ranked.map((_, row) => places[order.indexOf(row)]!)
}

function compare(ranges: readonly PlaceRange[], places: readonly number[]): OfPanel {
  const inside = ranges.filter(({ low, high }, row) => low <= places[row]! && places[row]! <= high)
  const width = ranges.reduce((sum, { low, high }) => sum + high - low + 1, 0)
  return { covered: inside.length / ranges.length, width: width / (ranges.length * ranges.length) }
}
