import { type Criterion, criteria, type Weights, wholeWeight } from '../scans/method.ts'
import { moveWeight, othersOf } from '../scans/move-weight.ts'
import { contributionsOf, scoreOf, sharesOf, type Values } from './score.ts'

/** A change of one weight that takes one technology past another; the others keep their proportions. */
export interface WeightChange {
  criterion: Criterion
  /** Basis points: what it weighs now, and the first whole weight at which the two have swapped. */
  from: number
  to: number
  /** Where the two are level, in basis points, exactly. */
  crossing: number
  /** All four weights at which they have swapped. */
  weights: Weights
}

/**
 * The smallest change of one weight that puts `below` strictly above `above`; null where no change of a single weight does.
 * `size` is how many specialisms of the lens carry weight.
 */
export function smallestSwap(above: Values, below: Values, weights: Weights, size: number): WeightChange | null {
  const changes = criteria.flatMap((criterion) => swapBy(criterion, above, below, weights, size) ?? [])
  const way = ({ from, to }: WeightChange) => Math.abs(to - from)
  // Within a tie the first criterion: the sort keeps their order.
  return changes.sort((a, b) => way(a) - way(b))[0] ?? null
}

/**
 * Scores are linear in the weights, so that with one weight at t, and the others sharing 1 − t in their proportions, the one is ahead
 * of the other by t · d + (1 − t) · o: d is by how much on this criterion, o on the others together. They are level at o ⁄ (o − d).
 */
export function crossingOf(
  criterion: Criterion,
  above: Values,
  below: Values,
  weights: Weights,
  size: number,
): number | null {
  const ahead = (one: Criterion) => (carries(one, size) ? (above[one] ?? 0) - (below[one] ?? 0) : 0)
  const parts = othersOf(weights, criterion)
  const all = criteria.reduce((sum, one) => sum + parts[one], 0)
  const others = criteria.reduce((sum, one) => sum + parts[one] * ahead(one), 0) / all
  const own = ahead(criterion)
  const level = others === own ? Number.NaN : others / (others - own)
  return level >= 0 && level <= 1 ? wholeWeight * level : null
}

/** With one specialism in the lens reach carries no weight. */
const carries = (criterion: Criterion, size: number) => criterion !== 'reach' || size > 1

/** From where they are level, away from the present weight, to the first whole weight at which the scores themselves say so. */
function swapBy(
  criterion: Criterion,
  above: Values,
  below: Values,
  weights: Weights,
  size: number,
): WeightChange | null {
  if (!carries(criterion, size)) return null
  const crossing = crossingOf(criterion, above, below, weights, size)
  if (crossing === null) return null
  const from = weights[criterion]
  const step = crossing >= from ? 1 : -1
  const scoreBy = (values: Values, moved: Weights) => scoreOf(contributionsOf(values, sharesOf(moved, size)))
  for (let to = step > 0 ? Math.ceil(crossing) : Math.floor(crossing); to >= 0 && to <= wholeWeight; to += step) {
    const moved = moveWeight(weights, criterion, to)
    if (scoreBy(below, moved) > scoreBy(above, moved)) return { criterion, from, to, crossing, weights: moved }
  }
  return null
}
