import type { Method } from '../scans/method.ts'
import { impactScale } from './rating.ts'

/** From this many answers up a panel's spread is shown and judged; below, only their count and reasons (design 3.3). */
export const enoughForSpread = 5

export type ConsensusState = 'too-few' | 'agreement' | 'disagreement'

/** How whole answers from 1 to 9 lie. `distribution` has nine counts, for 1 to 9. */
export interface Spread {
  lower: number
  median: number
  upper: number
  distribution: number[]
}

/**
 * The value below which a share (0 to 1) of the values lies, interpolated evenly between neighbours: type 7 of Hyndman & Fan
 * 1996, The American Statistician 50. Of at least one value, in any order; rounded to 1e-9, so that no rounding error decides.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return rounded(low + (high - low) * (position - below))
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Quartiles and distribution of impacts; of at least one. */
export function spreadOf(impacts: readonly number[]): Spread {
  return {
    lower: quantile(impacts, 0.25),
    median: median(impacts),
    upper: quantile(impacts, 0.75),
    distribution: distributionOf(impacts),
  }
}

/** How many answers give each impact, from 1 to 9. */
export function distributionOf(impacts: readonly number[]): number[] {
  const counts = new Array<number>(impactScale.to).fill(0)
  for (const impact of impacts) counts[impact - impactScale.from]!++
  return counts
}

/** The range test of RAND/UCLA, with its parts. All on the 1–9 scale. */
export interface RangeTest {
  p30: number
  p70: number
  /** The range between them, and the widest that is no disagreement, given how far it lies from the middle of the scale. */
  range: number
  limit: number
  disagreement: boolean
}

/**
 * Disagreement as the RAND/UCLA Appropriateness Method has it: the range from the 30th to the 70th percentile is wider than
 * 2.35 + 1.5 × the distance of its centre from 5 (Fitch et al. 2001, The RAND/UCLA Appropriateness Method User's Manual,
 * MR-1269, IPR against IPRAS). Of at least one impact.
 */
export function rangeTest(impacts: readonly number[]): RangeTest {
  const p30 = quantile(impacts, 0.3)
  const p70 = quantile(impacts, 0.7)
  const range = rounded(p70 - p30)
  const limit = rounded(2.35 + 1.5 * Math.abs(5 - (p30 + p70) / 2))
  return { p30, p70, range, limit, disagreement: range > limit }
}

/** Per cent (0 to 100) of the impacts in the third of the scale (1–3, 4–6, 7–9) that holds most of them. Of at least one. */
export function percentInModalThird(impacts: readonly number[]): number {
  const counts = [0, 0, 0]
  for (const impact of impacts) counts[thirdOf(impact)]!++
  return (100 * Math.max(...counts)) / impacts.length
}

/** 0 for 1–3, 1 for 4–6, 2 for 7–9. */
export const thirdOf = (impact: number) => Math.floor((impact - impactScale.from) / 3)

type ConsensusMethod = Pick<Method, 'consensusRule' | 'consensusThreshold'>

/** Whether a specialism's panel agrees how much would change, by the scan's rule, which was fixed before the first round. */
export function stateOfConsensus(impacts: readonly number[], method: ConsensusMethod): ConsensusState {
  if (impacts.length < enoughForSpread) return 'too-few'
  if (method.consensusRule === 'disagreement') return rangeTest(impacts).disagreement ? 'disagreement' : 'agreement'
  return percentInModalThird(impacts) >= method.consensusThreshold ? 'agreement' : 'disagreement'
}

/**
 * Whether a panel agrees when, from its answers' bands (0 is soonest). RAND/UCLA's limits belong to the 1–9 scale, so by the
 * rule of the range a panel disagrees where its 30th and 70th percentile are two bands apart or more: the middle of the
 * panel does not fit into two neighbouring bands. By the other rule, enough answers must name the same band.
 */
export function stateOfArrival(bands: readonly number[], method: ConsensusMethod): ConsensusState {
  if (bands.length < enoughForSpread) return 'too-few'
  if (method.consensusRule === 'disagreement')
    return quantile(bands, 0.7) - quantile(bands, 0.3) >= 2 ? 'disagreement' : 'agreement'
  const most = Math.max(...bands.map((band) => bands.filter((other) => other === band).length))
  return (100 * most) / bands.length >= method.consensusThreshold ? 'agreement' : 'disagreement'
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9
}
