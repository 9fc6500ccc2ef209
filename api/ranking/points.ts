import { type Criterion, criteria } from '../scans/method.ts'

/** A score as the whole number that is shown. */
export const wholeScore = (score: number) => Math.round(score)

/**
 * The contributions as whole points that add up to the score that is shown: each is rounded down, and the points left
 * over go to the largest remainders, in the order of the criteria within a tie.
 */
export function wholePoints(contributions: Record<Criterion, number>): Record<Criterion, number> {
  const whole = { ...contributions }
  for (const criterion of criteria) whole[criterion] = Math.floor(contributions[criterion])
  const sum = criteria.reduce((total, criterion) => total + contributions[criterion], 0)
  const left = wholeScore(sum) - criteria.reduce((total, criterion) => total + whole[criterion], 0)
  const byRemainder = criteria.toSorted((a, b) => (contributions[b] % 1) - (contributions[a] % 1))
  for (const criterion of byRemainder.slice(0, left)) whole[criterion]++
  return whole
}
