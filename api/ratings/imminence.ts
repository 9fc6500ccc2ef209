import { endOf, type Horizon, type Method, spreadOfBand } from '../scans/method.ts'
import type { Arrival } from './rating.ts'

/** How soon a year is within the horizon: 1 at its start, falling evenly to 0 at its end. Design 3.2, f(y). */
export function soonness(year: number, horizon: Horizon): number {
  return Math.min(1, Math.max(0, (endOf(horizon) - year) / horizon.years))
}

/**
 * How soon one answer expects arrival, 0 to 1, or null where it cannot say. Three years are weighed 0.3, 0.4, 0.3
 * (Swanson's rule: Hurst, Brown & Swanson 2000, AAPG Bulletin 84); a band answer is the mean over the years of its
 * band; "after" the horizon is 0.
 */
export function imminenceOf(arrival: Arrival, method: Method, horizon: Horizon): number | null {
  if (arrival.kind === 'cannot-say') return null
  if (arrival.kind === 'band') return imminenceOfBand(arrival.band, method, horizon)
  return swanson(soonness(arrival.p10, horizon), soonness(arrival.p50, horizon), soonness(arrival.p90, horizon))
}

/** The mean of what is known at three points, one chance in ten either side of the middle. */
export function swanson(early: number, middle: number, late: number): number {
  return 0.3 * early + 0.4 * middle + 0.3 * late
}

function imminenceOfBand(band: number, method: Method, horizon: Horizon): number {
  if (band >= method.bandEnds.length) return 0
  const { from, to } = spreadOfBand(method, band)
  let sum = 0
  for (let year = from; year <= to; year++) sum += soonness(horizon.startYear + year, horizon)
  return sum / (to - from + 1)
}
