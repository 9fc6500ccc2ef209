import type { Share } from './review.ts'

/** What one specialism's signed review says; `headcount` is whole people, or null where the scan does not hold it. */
export interface Estimate {
  headcount: number | null
  middle: Share
  end: Share
}

/** How specialisms are weighed against one another. */
export type Weighting = 'headcount' | 'plain'

/** The calendar year of the middle of a horizon; of two middle years the earlier. */
export function middleYear(startYear: number, endYear: number): number {
  return Math.floor((startYear + endYear) / 2)
}

/** Headcounts weigh only where the scan holds one for every specialism (as in the ranking), and not all are nought. */
export function weightingOf(specialisms: readonly { headcount: number | null }[]): Weighting {
  const isKnown = specialisms.length > 0 && specialisms.every(({ headcount }) => headcount !== null)
  return isKnown && specialisms.some(({ headcount }) => headcount! > 0) ? 'headcount' : 'plain'
}

/**
 * The share of the workforce of the reviewed specialisms that a technology affects, in whole per cent: low, best and high are
 * each averaged by themselves. That is an average of ranges, and no confidence interval of anything. Of at least one estimate.
 */
export function shareAffected(estimates: readonly Estimate[], weighting: Weighting): { middle: Share; end: Share } {
  const counted = estimates.map((one) => (weighting === 'headcount' ? one.headcount! : 1))
  const total = counted.reduce((a, b) => a + b, 0)
  // Specialisms without anybody in them weigh the same as one another.
  const weights = total > 0 ? counted : estimates.map(() => 1)
  const mean = (figure: (one: Estimate) => number) => averaged(estimates.map(figure), weights)
  const share = (moment: 'middle' | 'end'): Share => ({
    low: mean((one) => one[moment].low),
    best: mean((one) => one[moment].best),
    high: mean((one) => one[moment].high),
  })
  return { middle: share('middle'), end: share('end') }
}

/** Halves are rounded up. The sums are of whole numbers, so their order never decides. */
function averaged(values: readonly number[], weights: readonly number[]): number {
  const sum = values.reduce((before, value, i) => before + value * weights[i]!, 0)
  return Math.round(sum / weights.reduce((a, b) => a + b, 0))
}

/** Largest share at the end first, then at the middle; then by name. */
export function byShare<T extends { name: string; middle: Share; end: Share }>(a: T, b: T): number {
  return b.end.best - a.end.best || b.middle.best - a.middle.best || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}
