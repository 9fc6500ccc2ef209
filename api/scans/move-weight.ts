import { type Criterion, criteria, type Weights, wholeWeight } from './method.ts'

/**
 * Weights with one of them moved (in basis points, cut to 0 … 10,000), and what is left shared out among the others as
 * `othersOf` says. Whole, and 10,000 in all: each is rounded down, and what is then missing goes to the largest remainders,
 * in the order of the criteria within a tie.
 */
export function moveWeight(weights: Weights, moved: Criterion, to: number, usual?: Weights): Weights {
  const goal = Math.min(wholeWeight, Math.max(0, Math.round(to)))
  const parts = othersOf(weights, moved, usual)
  const all = criteria.reduce((sum, criterion) => sum + parts[criterion], 0)
  const left = wholeWeight - goal
  const next: Weights = { ...parts, [moved]: goal }
  const others = criteria.filter((criterion) => criterion !== moved)
  for (const other of others) next[other] = Math.floor((left * parts[other]) / all)
  const missing = left - others.reduce((sum, other) => sum + next[other], 0)
  const byRemainder = others.toSorted((a, b) => ((left * parts[b]) % all) - ((left * parts[a]) % all))
  for (const other of byRemainder.slice(0, missing)) next[other]++
  return next
}

/**
 * In which proportions the others share what one weight leaves them: those that they have; where they have nothing, those
 * of the `usual` weights; where these too give them nothing, evenly. Whole numbers, 0 for the one itself.
 */
export function othersOf(weights: Weights, but: Criterion, usual: Weights = weights): Weights {
  const even = { impact: 1, reach: 1, imminence: 1, readiness: 1 }
  const choices = [weights, usual, even].map((parts) => ({ ...parts, [but]: 0 }))
  return choices.find((parts) => criteria.some((criterion) => parts[criterion] > 0))!
}
