import { arrivalCode, stanceNumber } from '../ratings/answer-log.ts'
import { yearsFromStart } from '../ratings/rating.ts'
import { positionsByShare, wholeUnit } from '../ratings/year-weights.ts'
import { bandCount, type Horizon, type Method, spreadOfBand } from '../scans/method.ts'
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
  const spreads = Array.from({ length: bandCount }, (_, band) => spreadOfBand(method, band))
  const unit = wholeUnit(spreads)
  const first = yearsFromStart.from
  const weightOfYear = new Float64Array(Math.max(yearsFromStart.to, spreads[3]!.to) - first + 1)
  const byBand = new Uint32Array(bandCount)
  const spread = new Uint32Array(bandCount)
  const { answers, pairs } = tallies

  return (technology: number): PooledYears | null => {
    weightOfYear.fill(0)
    byBand.fill(0)
    spread.fill(0)
    let counted = 0
    for (let p = tallies.pairStart[technology]!; p < tallies.pairStart[technology + 1]!; p++)
      if (lens.weight[pairs.specialism[p]!] !== 0) counted += addPair(p)
    if (counted === 0) return null
    for (let band = 0; band < spreads.length; band++) {
      const { from, to } = spreads[band]!
      const each = (spread[band]! * unit) / (to - from + 1)
      for (let year = from; year <= to; year++) weightOfYear[year - first]! += each
    }
    const [early, middle, late] = positionsByShare(weightOfYear, counted * unit, tenthHalfNineTenths)
    const year = (index: number) => horizon.startYear + first + index
    return {
      middle: year(middle!),
      early: year(early!),
      late: year(late!),
      answers: counted,
      byBand: Array.from(byBand),
    }
  }

  /** Adds what a pair's answers say; returns how many say when. */
  function addPair(pair: number): number {
    let dated = pairs.inYears[pair]!
    if (dated > 0) addYears(pair)
    for (let band = 0; band < bandCount; band++) {
      const here = pairs.byBand[pair * bandCount + band]!
      spread[band]! += here
      byBand[band]! += here
      dated += here
    }
    return dated
  }

  function addYears(pair: number): void {
    const end = pairs.answerStart[pair]! + pairs.answers[pair]!
    for (let i = pairs.answerStart[pair]!; i < end; i++) {
      if (answers.stance[i] !== stanceNumber.rated || answers.arrival[i] !== arrivalCode.years) continue
      weightOfYear[answers.p50[i]! - first]! += unit
      byBand[bandOfOffset(answers.p50[i]!, method)]!++
    }
  }
}

const tenthHalfNineTenths = [0.1, 0.5, 0.9]

function bandOfOffset(offset: number, method: Method): number {
  const index = method.bandEnds.findIndex((end) => offset <= end)
  return index < 0 ? method.bandEnds.length : index
}
