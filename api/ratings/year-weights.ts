import { bandOfYear, bandsOf, type Horizon, type Method, spreadOfBand } from '../scans/method.ts'
import type { Arrival } from './rating.ts'

/** The band of an answer that says when; three years stand in that of their middle. Null for "can't say". */
export function bandOfArrival(arrival: Arrival, method: Method, horizon: Horizon): number | null {
  if (arrival.kind === 'cannot-say') return null
  return arrival.kind === 'band' ? arrival.band : bandOfYear(method, horizon, arrival.p50)
}

/**
 * The calendar years by which given shares (0 to 1, rising) of the answers' weight have come. Each answer counts once: a band
 * spread evenly over its years, three years at their middle (design 3.4). Null where nobody says when.
 */
export function yearsByShare(
  arrivals: readonly Arrival[],
  shares: readonly number[],
  method: Method,
  horizon: Horizon,
): number[] | null {
  const spreads = bandsOf(method, horizon).map(({ index }) => spreadOfBand(method, index))
  const unit = wholeUnit(spreads)
  const weights = new Map<number, number>()
  const add = (year: number, weight: number) => weights.set(year, (weights.get(year) ?? 0) + weight)
  for (const arrival of arrivals) {
    if (arrival.kind === 'years') add(arrival.p50, unit)
    if (arrival.kind !== 'band') continue
    const { from, to } = spreads[arrival.band]!
    for (let year = from; year <= to; year++) add(horizon.startYear + year, unit / (to - from + 1))
  }
  if (weights.size === 0) return null
  const years = [...weights.keys()].sort((a, b) => a - b)
  const inOrder = years.map((year) => weights.get(year)!)
  const total = inOrder.reduce((a, b) => a + b, 0)
  return positionsByShare(inOrder, total, shares).map((position) => years[position]!)
}

/** The weight of one answer: whole, and whole again when it is divided among the years of any of these spans. */
export function wholeUnit(spans: readonly { from: number; to: number }[]): number {
  return spans.map(({ from, to }) => to - from + 1).reduce(leastCommonMultiple)
}

/** For each share, in rising order, the first position by which at least that share of the total weight has come. */
export function positionsByShare(weights: ArrayLike<number>, total: number, shares: readonly number[]): number[] {
  const found: number[] = []
  let come = 0
  for (let i = 0; i < weights.length && found.length < shares.length; i++) {
    come += weights[i]!
    // Weights are whole; only what is wanted may carry a rounding error.
    while (found.length < shares.length && come >= total * shares[found.length]! - 1e-6) found.push(i)
  }
  return found
}

function leastCommonMultiple(a: number, b: number): number {
  return (a * b) / greatestCommonDivisor(a, b)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
