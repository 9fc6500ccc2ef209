import { stanceNumber } from '../ratings/answer-log.ts'
import { criteria } from '../scans/method.ts'
import { Chance, dirichlet } from './chance.ts'
import { lanes } from './cholesky.ts'
import { correlationsOf } from './correlations.ts'
import { FigureDraws } from './figure-draws.ts'
import { type Observations, observe } from './observations.ts'
import { type Posterior, posteriorOf } from './posterior.ts'
import type { Ranked, Ranking, RankingInput } from './rank.ts'
import { ScoreDraws } from './score-draws.ts'
import type { PairSums } from './tally.ts'
import { estimateComponents, leastFreedom } from './variance-components.ts'

/** What is drawn: how often, from which seed, and whether the panel, the weights or both are left open. */
export interface DrawPlan {
  draws: number
  seed: number
  varies: 'panel' | 'weights' | 'both'
}

export const usualDraws = 10_000
/** Weights are as firm as if so many points had been shared out (design 3.3). */
const weightConcentration = 50
/** No more scores than this are held at once: where very many technologies are ranked, each is drawn less often. */
const mostScores = 10_000_000

/** What is supposed until a panel has shown otherwise: impacts on one item differ by some 3 points, soonness by 0.3. */
const priors = { impact: { leaning: 2, residue: 2.25 }, imminence: { leaning: 0.02, residue: 0.04 } }

/** How many degrees of freedom what is supposed counts for. */
const priorFreedom = 5

/**
 * Draws what the scores of the ranked technologies may be, given the panel's answers and how firm the weights are: the levels
 * of items from the posterior of the panel model, the weights from a Dirichlet distribution, both through the formula of
 * design 3.2. Which specialisms are affected is taken as the answers have it. Returns null where there are too few answers
 * to say. Pauses often, so that whoever runs it can let others have a turn; `panellists` is how many have a number.
 */
export function* drawScores(
  input: RankingInput,
  ranking: Ranking,
  panellists: number,
  plan: DrawPlan,
): Generator<void, ScoreDraws | null> {
  const models = yield* modelsOf(input, ranking, panellists)
  if (!models) return null
  const correlation = correlationsOf(input.tallies, panellists)
  yield
  const chance = new Chance(plan.seed)
  const { impact, imminence } =
    plan.varies === 'weights' ? { impact: settled(models.impact), imminence: settled(models.imminence) } : models
  const figures = new FigureDraws(impact, imminence, correlation, models.freedom, chance)
  const scores = new ScoreDraws(ranking.ranked.length, drawsFor(plan.draws, ranking.ranked.length))
  const fixed = ranking.ranked.map((row) => fixedOf(row, input, ranking))
  const shares = criteria.map((criterion) => ranking.shares[criterion])
  const weights = () => (plan.varies === 'panel' ? shares : dirichlet(chance, shares, weightConcentration))
  for (let draw = 0; draw < scores.draws; draw += lanes) {
    figures.next()
    weighDraws(scores, draw, figures, fixed, Array.from({ length: lanes }, weights))
    yield
  }
  return scores
}

function drawsFor(wanted: number, rows: number): number {
  return Math.ceil(Math.min(wanted, mostScores / Math.max(1, rows)) / lanes) * lanes
}

function* modelsOf(input: RankingInput, { ranked, lens }: Ranking, panellists: number) {
  const numbers = ranked.map(({ number }) => number)
  const found = new Map(ranked.map((row) => [row.number, row.found]))
  /** The weight of an item's specialism among those that count for its technology. */
  const shareIn = (seen: Observations, figure: 'affectedWeight' | 'datedWeight') => (item: number) =>
    lens.weight[seen.specialism[item]!]! / found.get(seen.technology[item]!)![figure]
  const impacts = affectedImpacts(input, panellists)
  yield
  const { components, freedom } = estimateComponents(impacts, priors.impact)
  yield
  if (freedom.residue < leastFreedom) return null
  const ofImpact = shareIn(impacts, 'affectedWeight')
  const impact: Posterior = yield* posteriorOf(impacts, components, numbers, (item) => ofImpact(item) / 9)
  const soon = affectedSoon(input, panellists)
  yield
  const spread = estimateComponents(soon, priors.imminence).components
  yield
  const imminence: Posterior = yield* posteriorOf(soon, spread, numbers, shareIn(soon, 'datedWeight'))
  return { impact, imminence, freedom: priorFreedom + freedom.leaning }
}

const isAffected = (pairs: PairSums, pair: number) => pairs.rated[pair]! * 2 >= pairs.answers[pair]!

/** Impacts, "no" and "already" as 0, where most say "yes": what Ī is the mean of. */
function affectedImpacts({ tallies }: RankingInput, panellists: number): Observations {
  const { pairs, answers } = tallies
  return observe(tallies, panellists, (i, p) =>
    isAffected(pairs, p) ? (answers.stance[i] === stanceNumber.rated ? answers.impact[i]! : 0) : undefined,
  )
}

function affectedSoon({ tallies }: RankingInput, panellists: number): Observations {
  const { pairs, answers } = tallies
  return observe(tallies, panellists, (i, p) =>
    isAffected(pairs, p) && answers.soon[i]! >= 0 ? answers.soon[i]! : undefined,
  )
}

/** The same figures, with nothing left open. */
function settled(posterior: Posterior): Posterior {
  return {
    ...posterior,
    spread: new Float64Array(posterior.spread.length),
    slope: new Float64Array(posterior.slope.length),
  }
}

/** What no draw changes: reach is `reach` · impact. */
interface Fixed {
  reach: number
  readiness: number
}

function fixedOf({ found, values }: Ranked, { method }: RankingInput, { lens }: Ranking): Fixed {
  return { reach: Math.min(1, found.reachable / (method.reachFull * lens.total)), readiness: values.readiness ?? 0 }
}

/** Scores the draws that stand in the lanes, each by its own weights: one row of criteria a lane. */
function weighDraws(
  scores: ScoreDraws,
  draw: number,
  { impact, imminence }: FigureDraws,
  fixed: readonly Fixed[],
  weights: readonly (readonly number[])[],
): void {
  const flat = Float64Array.from(weights.flat())
  for (let row = 0; row < fixed.length; row++) {
    const { reach, readiness } = fixed[row]!
    for (let lane = 0; lane < lanes; lane++) {
      const at = row * lanes + lane
      const w = lane * criteria.length
      const fromImpact = (flat[w]! + flat[w + 1]! * reach) * impact[at]!
      scores.set(row, draw + lane, 100 * (fromImpact + flat[w + 2]! * imminence[at]! + flat[w + 3]! * readiness))
    }
  }
}
