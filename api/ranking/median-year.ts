import { arrivalCode, stanceNumber } from '../ratings/answer-log.ts'
import { yearsFromStart } from '../ratings/rating.ts'
import { type Horizon, type Method, spreadOfBand } from '../scans/method.ts'
import type { OpenedLens } from './lens.ts'
import type { Tallies } from './tally.ts'

/** When a technology is expected, in calendar years: half of the answers' weight lies at or before `middle`. */
export interface PooledYears {
  middle: number
  /** One tenth of the weight lies at or before `early`, nine tenths at or before `late`. */
  early: number
  late: number
  /** How many answers say when. */
  answers: number
  /** How many of them fall in each band. */
  byBand: number[]
}

/** From this many answers up, an early and a late year are shown beside the middle one (design 3.3). */
export const enoughForSpread = 5

/**
 * Pools the years of all `rated` answers of one technology under a lens, each answer counted once: a band answer is spread
 * evenly over its years, three years count at their middle (design 3.4). Weights are whole numbers throughout, so the
 * same answers give the same year in any order and on any machine. Returns null where no answer says when.
 */
export function yearPooler(tallies: Tallies, lens: OpenedLens, method: Method, horizon: Horizon) {
  const spreads = [0, 1, 2, 3].map((band) => spreadOfBand(method, band))
  const unit = spreads.map((spread) => spread.to - spread.from + 1).reduce(leastCommonMultiple)
  const first = yearsFromStart.from
  const weightOfYear = new Float64Array(Math.max(yearsFromStart.to, spreads[3]!.to) - first + 1)
  const byBand = [0, 0, 0, 0]
  const { answers } = tallies

  return (technology: number): PooledYears | null => {
    weightOfYear.fill(0)
    byBand.fill(0)
    const spread = [0, 0, 0, 0]
    let counted = 0
    for (let i = tallies.answerStart[technology]!; i < tallies.answerStart[technology + 1]!; i++) {
      if (answers.stance[i] !== stanceNumber.rated || lens.weight[answers.specialism[i]!] === 0) continue
      const code = answers.arrival[i]!
      if (code === arrivalCode.years) {
        weightOfYear[answers.p50[i]! - first]! += unit
        byBand[bandOfOffset(answers.p50[i]!, method)]!++
      } else if (code < spreads.length) {
        spread[code]!++
        byBand[code]!++
      } else continue
      counted++
    }
    if (counted === 0) return null
    spreads.forEach(({ from, to }, band) => {
      const each = (spread[band]! * unit) / (to - from + 1)
      for (let year = from; year <= to; year++) weightOfYear[year - first]! += each
    })
    const yearAt = (share: number) => horizon.startYear + first + quantile(weightOfYear, counted * unit * share)
    return { middle: yearAt(0.5), early: yearAt(0.1), late: yearAt(0.9), answers: counted, byBand: [...byBand] }
  }
}

/** Index of the first year by which at least `wanted` of the weight has come. */
function quantile(weights: Float64Array, wanted: number): number {
  let come = 0
  for (let i = 0; i < weights.length; i++) {
    come += weights[i]!
    // Weights are whole; only `wanted` may carry a rounding error.
    if (come >= wanted - 1e-6) return i
  }
  return weights.length - 1
}

function bandOfOffset(offset: number, method: Method): number {
  const index = method.bandEnds.findIndex((end) => offset <= end)
  return index < 0 ? method.bandEnds.length : index
}

function leastCommonMultiple(a: number, b: number): number {
  return (a * b) / greatestCommonDivisor(a, b)
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
