import { stanceNumber } from '../ratings/answer-log.ts'
import { type Correlation, correlationsOf } from './correlations.ts'
import { stretchOf } from './cut-scale.ts'
import { type Observations, observe } from './observations.ts'
import { type Posterior, posteriorOf } from './posterior.ts'
import type { PairSums, Tallies } from './tally.ts'
import { type Components, estimateComponents, leastFreedom } from './variance-components.ts'

/** What is supposed until a panel has shown otherwise: impacts on one item differ by some 3 points, soonness by 0.3. */
const priors = { impact: { leaning: 2, residue: 2.25 }, imminence: { leaning: 0.02, residue: 0.04 } }

/** How many degrees of freedom what is supposed counts for. */
const priorFreedom = 5

/** So many that a draw is hardly wider. */
const wellKnown = 1e6

/** What a panel's answers say of impacts (0 to 9) and of imminence (0 to 1), pooled over the scan, whatever the lens. */
export interface PanelModels {
  impact: Posterior
  imminence: Posterior
  correlation: Correlation
  /** Degrees of freedom behind the variances. */
  freedom: number
}

/**
 * The models of these answers, or null where there are too few to say. `panellists` is how many have a number. Who knows the
 * variances, as nobody does but where panels are made up, may give them.
 */
export function* modelsOf(
  tallies: Tallies,
  panellists: number,
  known?: { impact: Components; imminence: Components },
): Generator<void, PanelModels | null> {
  const impacts = affectedImpacts(tallies, panellists)
  yield
  const { components, freedom } = estimateComponents(impacts, priors.impact)
  yield
  if (freedom.residue < leastFreedom) return null
  const thought = stretched(components, stretchOf(impacts.value.filter((impact) => impact > 0)))
  const impact = yield* posteriorOf(impacts, known?.impact ?? thought)
  const soon = affectedSoon(tallies, panellists)
  yield
  const spread = known?.imminence ?? estimateComponents(soon, priors.imminence).components
  yield
  const imminence = yield* posteriorOf(soon, spread)
  const correlation = correlationsOf(tallies, panellists)
  return { impact, imminence, correlation, freedom: known ? wellKnown : priorFreedom + freedom.leaning }
}

function stretched(components: Components, by: number): Components {
  const { technology, specialism, pair, leaning, residue } = components
  return {
    technology: technology * by,
    specialism: specialism * by,
    pair: pair * by,
    leaning: leaning * by,
    residue: residue * by,
  }
}

const isAffected = (pairs: PairSums, pair: number) => pairs.rated[pair]! * 2 >= pairs.answers[pair]!

/** Impacts, "no" and "already" as 0, where most say "yes": what Ī is the mean of. */
function affectedImpacts(tallies: Tallies, panellists: number): Observations {
  const { pairs, answers } = tallies
  return observe(tallies, panellists, (i, p) =>
    isAffected(pairs, p) ? (answers.stance[i] === stanceNumber.rated ? answers.impact[i]! : 0) : undefined,
  )
}

function affectedSoon(tallies: Tallies, panellists: number): Observations {
  const { pairs, answers } = tallies
  return observe(tallies, panellists, (i, p) =>
    isAffected(pairs, p) && answers.soon[i]! >= 0 ? answers.soon[i]! : undefined,
  )
}
