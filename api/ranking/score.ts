import { type Criterion, criteria, type Method, type Weights, wholeWeight } from '../scans/method.ts'
import type { OpenedLens } from './lens.ts'
import type { Tallies } from './tally.ts'

/** What a lens finds on one technology. Sums are weighted by h; counts are plain. */
export interface Findings {
  /** Specialisms of the lens that the scan asks about it: |M|. */
  asked: number
  /** Specialisms with an answer: |A|. */
  answered: number
  /** Of those, the ones it affects: |A∖N|. */
  affected: number
  answers: number
  already: number
  /** h(M∖N): silence is not a "no". */
  reachable: number
  /** Σ h over A∖N, Σ h·Ī over A∖N. */
  affectedWeight: number
  impact: number
  /** Over the specialisms of A∖N that say when: Σ h, and Σ h·(mean e). */
  datedWeight: number
  imminence: number
}

/** 0 to 1 for each criterion; null where the answers do not give it. */
export type Values = Record<Criterion, number | null>

/** Reads the sums of one technology through a lens (design 3.2: M, A, N and the sums over A∖N). */
export function findingsOf(tallies: Tallies, technology: number, lens: OpenedLens): Findings {
  const { pairs } = tallies
  let asked = 0
  let answered = 0
  let affected = 0
  let answers = 0
  let already = 0
  let reachable = 0
  let affectedWeight = 0
  let impact = 0
  let datedWeight = 0
  let imminence = 0
  const end = tallies.pairStart[technology + 1]!
  for (let p = tallies.pairStart[technology]!; p < end; p++) {
    const h = lens.weight[pairs.specialism[p]!]!
    if (h === 0) continue
    asked++
    reachable += h
    const here = pairs.answers[p]!
    if (here === 0) continue
    answered++
    answers += here
    already += pairs.already[p]!
    const notRated = here - pairs.rated[p]!
    if (notRated * 2 > here) {
      reachable -= h
      continue
    }
    affected++
    affectedWeight += h
    impact += (h * pairs.impact[p]!) / here
    const dated = pairs.imminenceAnswers[p]!
    if (dated === 0) continue
    datedWeight += h
    imminence += (h * pairs.imminence[p]!) / dated
  }
  return {
    asked,
    answered,
    affected,
    answers,
    already,
    reachable,
    affectedWeight,
    impact,
    datedWeight,
    imminence,
  }
}

/** The four criteria, each 0 to 1 (the table of design 3.2). `readiness` is 1 to 9, or null where it is not set. */
export function valuesOf(found: Findings, readiness: number | null, lens: OpenedLens, method: Method): Values {
  const impact = found.affectedWeight > 0 ? found.impact / (9 * found.affectedWeight) : null
  const share = Math.min(1, found.reachable / (method.reachFull * lens.total))
  return {
    impact,
    reach: impact === null ? null : impact * share,
    imminence: found.datedWeight > 0 ? found.imminence / found.datedWeight : null,
    readiness: readiness === null ? null : (readiness - 1) / 8,
  }
}

/** With one specialism in the lens, reach carries no weight and the rest keep their proportions. Sums to 1. */
export function sharesOf(weights: Weights, lensSize: number): Record<Criterion, number> {
  const counted = lensSize === 1 && weights.reach < wholeWeight ? { ...weights, reach: 0 } : weights
  const total = criteria.reduce((sum, criterion) => sum + counted[criterion], 0)
  return mapCriteria((criterion) => counted[criterion] / total)
}

/** The points, 0 to 100 in all, that each criterion adds to the score. A missing value adds nothing. */
export function contributionsOf(values: Values, shares: Record<Criterion, number>): Record<Criterion, number> {
  return {
    impact: 100 * shares.impact * (values.impact ?? 0),
    reach: 100 * shares.reach * (values.reach ?? 0),
    imminence: 100 * shares.imminence * (values.imminence ?? 0),
    readiness: 100 * shares.readiness * (values.readiness ?? 0),
  }
}

/** Scores are compared, and shown, rounded to 1e-9, so that the order of adding up never decides a place. */
export function scoreOf(contributions: Record<Criterion, number>): number {
  const sum = contributions.impact + contributions.reach + contributions.imminence + contributions.readiness
  return Math.round(sum * 1e9) / 1e9
}

export function mapCriteria<T>(of: (criterion: Criterion) => T): Record<Criterion, T> {
  return { impact: of('impact'), reach: of('reach'), imminence: of('imminence'), readiness: of('readiness') }
}
