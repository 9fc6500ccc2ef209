import { type Criterion, criteria, type Weights, wholeWeight } from '../scans/method.ts'
import { moveWeight } from '../scans/move-weight.ts'
import { fewestPeople } from './draw-plan.ts'
import { isInLens, type OpenedLens } from './lens.ts'
import {
  type LensReading,
  missingReadiness,
  type Ranking,
  type RankingInput,
  readThrough,
  weigh,
  withheldFrom,
} from './rank.ts'
import type { Recount, Recounted } from './recount.ts'
import { contributionsOf, findingsOf, scoreOf, sharesOf, valuesOf } from './score.ts'
import { type Places, placesByScore, Shifts } from './shifts.ts'

/**
 * Whether what one panel member does to a technology's place is told: not where fewer people, or answers within the lens, stand behind
 * it than ranges are shown from. There every one of them matters, and each knows their own answer.
 */
export function isPanelMemberTold({ panellists, found }: { panellists: number; found: { answers: number } }): boolean {
  return Math.min(panellists, found.answers) >= fewestPeople
}

/** Scores by technology number; `Number.NaN` where it is not ranked. */
export function scoresOf({ ranked }: Ranking, technologies: number): Float64Array {
  const scores = new Float64Array(technologies).fill(Number.NaN)
  for (const { number, score } of ranked) scores[number] = score
  return scores
}

/**
 * What leaving out any one panel member does to the places of a lens. Whose leaving out did it is kept nowhere, and how far a
 * place moves only as a word: places without somebody would be figures of their answers. Pauses often.
 */
export function* withoutPanelMembers(
  recount: Recount,
  reading: LensReading,
  weights: Weights,
): Generator<void, Shifts> {
  const technologies = reading.nameRank.length
  const base = scoresOf(weigh(reading, weights), technologies)
  const shifts = new Shifts(placesByScore(base))
  for (const panellist of recount.panellists) {
    const recounted = recount.without(panellist)
    yield
    shifts.add(placesByScore(scoresWithout(recounted, base, reading.lens, weights)))
    yield
  }
  return shifts
}

/** The scores of a lens, `base`, as they would be with some technologies counted again without somebody. */
export function scoresWithout(
  { technologies, input }: Recounted,
  base: Float64Array,
  { lens }: OpenedLens,
  weights: Weights,
): Float64Array {
  const { ranked } = weigh(readThrough(input, lens), weights)
  const scores = base.slice()
  for (const k of technologies) scores[k] = Number.NaN
  for (const { number, score } of ranked) scores[technologies[number]!] = score
  return scores
}

/** Places as they would be with something left out; by technology number. */
export interface LeftOut<T> {
  what: T
  places: Places
}

/**
 * Leaves out one criterion after another: the others keep their proportions. One that carries no weight, or all of it, is passed by.
 * Pauses after each.
 */
export function* withoutCriteria(reading: LensReading, weights: Weights): Generator<void, LeftOut<Criterion>[]> {
  const shares = sharesOf(weights, reading.lens.size)
  const left: LeftOut<Criterion>[] = []
  for (const criterion of criteria) {
    if (shares[criterion] === 0 || shares[criterion] === 1 || weights[criterion] === wholeWeight) continue
    const ranking = weigh(reading, moveWeight(weights, criterion, 0))
    left.push({ what: criterion, places: placesByScore(scoresOf(ranking, reading.nameRank.length)) })
    yield
  }
  return left
}

/**
 * Leaves out one specialism (a number) of the lens after another, from the scores of what is ranked. Where its figures may not be
 * shown for a technology that one keeps its score: so everything here follows from figures that anybody may read, and tells nothing
 * of those that are hidden. Pauses after each.
 */
export function* withoutSpecialisms(
  input: RankingInput,
  reading: LensReading,
  weights: Weights,
): Generator<void, LeftOut<number>[]> {
  const { lens } = reading
  if (lens.size < 2) return []
  const base = scoresOf(weigh(reading, weights), reading.nameRank.length)
  // Found out once for each technology, and kept with the input.
  for (const { listed } of reading.placeable) {
    withheldFrom(input, listed.number)
    yield
  }
  const left: LeftOut<number>[] = []
  for (let s = 0; s < input.specialisms.length; s++) {
    if (!isInLens(lens.lens, input.specialisms[s]!) || lens.weight[s] === 0) continue
    left.push({ what: s, places: placesByScore(scoresBut(s, input, reading, base, weights)) })
    yield
  }
  return left
}

function scoresBut(
  specialism: number,
  input: RankingInput,
  { lens, placeable }: LensReading,
  base: Float64Array,
  weights: Weights,
): Float64Array {
  const rest = lensBut(specialism, lens)
  const shares = sharesOf(weights, rest.size)
  const scores = base.slice()
  for (const { listed } of placeable) {
    const { number, readiness } = listed
    if (withheldFrom(input, number).specialisms.has(specialism)) continue
    const values = valuesOf(findingsOf(input.tallies, number, rest), readiness, rest, input.method)
    const lacks = values.impact === null || values.imminence === null || missingReadiness(listed, shares).length > 0
    scores[number] = lacks ? Number.NaN : scoreOf(contributionsOf(values, shares))
  }
  return scores
}

function lensBut(specialism: number, lens: OpenedLens): OpenedLens {
  const weight = lens.weight.slice()
  weight[specialism] = 0
  return { lens: lens.lens, weight, total: lens.total - lens.weight[specialism]!, size: lens.size - 1 }
}
