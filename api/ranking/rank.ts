import { bandOfYear, type Criterion, type Horizon, type Method, type Weights } from '../scans/method.ts'
import { isInLens, type Lens, type OpenedLens, openLens, type ScanSpecialism } from './lens.ts'
import { enoughForSpread, type PooledYears, yearPooler } from './median-year.ts'
import { nameRanksOf, putInPlaces } from './order.ts'
import { contributionsOf, type Findings, findingsOf, scoreOf, sharesOf, type Values, valuesOf } from './score.ts'
import type { Tallies } from './tally.ts'
import { isAllWithheld, type Withheld, withheldOf } from './withheld.ts'

/** A technology as the scan holds it, in the order of the tallies' numbers. */
export interface Candidate {
  id: string
  name: string
  /** The name made comparable, by `alphabetOf`: worked out once, since every ranking sorts by it. */
  alphabet: string
  /** 1 to 9, or null where the scan team has not set it. */
  readiness: number | null
}

/** Everything a ranking is made from. */
export interface RankingInput {
  tallies: Tallies
  candidates: readonly Candidate[]
  specialisms: readonly ScanSpecialism[]
  method: Method
  horizon: Horizon
  /** What `withheldFrom` gives for a technology, where the caller keeps it: it does not depend on the lens. */
  withheld?: (technology: number) => Withheld
  /** By number: the rank of its name among all, where the caller keeps it, since names are slow to compare. */
  nameRank?: ArrayLike<number>
}

export const listNames = ['ranked', 'awaiting', 'already-here', 'not-affected'] as const
export type ListName = (typeof listNames)[number]

/** Why a technology awaits answers. `withheld`: too few panel members in this lens for a figure to be shown. */
export type Missing = 'not-asked' | 'panellists' | 'answers' | 'withheld' | 'imminence' | 'readiness'

export interface Listed extends Candidate {
  /** The technology's number in the tallies. */
  number: number
  panellists: number
}

export interface Ranked extends Listed {
  place: number
  /** 0 to 100, rounded to 1e-9. */
  score: number
  /** Points that add up to the score. */
  contributions: Record<Criterion, number>
  /** 0 to 1. */
  values: Values
  found: Findings
  years: PooledYears
  band: number
}

export interface Awaiting extends Listed {
  missing: Missing[]
}

/** The four lists; every technology of the scan stands in exactly one of them. */
export interface Ranking {
  lens: OpenedLens
  shares: Record<Criterion, number>
  ranked: Ranked[]
  awaiting: Awaiting[]
  alreadyHere: Listed[]
  notAffected: Listed[]
}

/** Puts the technologies of a scan in order for a lens, by the method of design 3.2. `weights` replace the method's. */
export function rank(input: RankingInput, lens: Lens, weights: Weights = input.method.weights): Ranking {
  return weigh(readThrough(input, lens), weights)
}

/** What a lens finds on a technology that it can place, whatever the weights. */
export interface Reading extends Pick<Ranked, 'found' | 'values' | 'years' | 'band'> {
  listed: Listed
}

/** A scan read through a lens, before anything is weighed: rankings by different weights share it. */
export interface LensReading extends Pick<Ranking, 'lens' | 'awaiting' | 'alreadyHere' | 'notAffected'> {
  placeable: Reading[]
  /** Nobody says when. */
  undated: Listed[]
  nameRank: ArrayLike<number>
}

export function readThrough(input: RankingInput, lens: Lens): LensReading {
  const opened = openLens(lens, input.specialisms)
  const reading: LensReading = {
    lens: opened,
    placeable: [],
    undated: [],
    nameRank: input.nameRank ?? nameRanksOf(input.candidates),
    awaiting: [],
    alreadyHere: [],
    notAffected: [],
  }
  const yearsOf = yearPooler(input.tallies, opened, input.method, input.horizon)
  const isWithheld = withheldIn(input, opened)
  for (let number = 0; number < input.candidates.length; number++) {
    const { id, name, alphabet, readiness } = input.candidates[number]!
    const listed = { id, name, alphabet, readiness, number, panellists: input.tallies.panellists[number]! }
    place(reading, input, listed, yearsOf, isWithheld)
  }
  return reading
}

/** Puts one technology in its list. */
function place(
  reading: LensReading,
  input: RankingInput,
  listed: Listed,
  yearsOf: (technology: number) => PooledYears | null,
  isWithheld: (technology: number) => boolean,
): void {
  const { method } = input
  const found = findingsOf(input.tallies, listed.number, reading.lens)
  const gap = gapInAnswers(method, listed, found, isWithheld)
  if (gap) reading.awaiting.push(awaitingFor([gap], listed))
  else if (found.already * 2 > found.answers) reading.alreadyHere.push(listed)
  else if (found.affected === 0) reading.notAffected.push(listed)
  else {
    const years = yearsOf(listed.number)
    const values = valuesOf(found, listed.readiness, reading.lens, method)
    // A technology without any year has no place on the radar, whatever the weight of imminence.
    if (years === null || values.imminence === null) reading.undated.push(listed)
    else {
      const band = bandOfYear(method, input.horizon, years.middle)
      reading.placeable.push({ listed, found, values, years, band })
    }
  }
}

/** Why the answers do not suffice for any figure in this lens, if they do not. */
function gapInAnswers(
  method: Method,
  listed: Listed,
  found: Findings,
  isWithheld: (technology: number) => boolean,
): Missing | undefined {
  if (listed.panellists < method.minimumPanel) return 'panellists'
  if (found.asked === 0) return 'not-asked'
  // Before the answers: that nobody answered may not be told of somebody who was heard.
  if (isWithheld(listed.number)) return 'withheld'
  return found.answered === 0 ? 'answers' : undefined
}

/** Scores what a lens has read, and puts it in order. */
export function weigh(reading: LensReading, weights: Weights): Ranking {
  const { lens, placeable, nameRank } = reading
  const shares = sharesOf(weights, lens.size)
  const ranked: Ranked[] = []
  const awaiting = [...reading.awaiting]
  for (const one of reading.undated) awaiting.push(awaitingFor(['imminence', ...missingReadiness(one, shares)], one))
  for (const one of placeable) {
    const missing = missingReadiness(one.listed, shares)
    if (missing.length > 0) awaiting.push(awaitingFor(missing, one.listed))
    else ranked.push(scored(one, shares))
  }
  putInPlaces(ranked)
  return {
    lens,
    shares,
    ranked,
    awaiting: inNameOrder(awaiting, nameRank),
    alreadyHere: inNameOrder(reading.alreadyHere, nameRank),
    notAffected: inNameOrder(reading.notAffected, nameRank),
  }
}

/** A stage of development that is not set is missing only where it carries weight. */
export function missingReadiness(one: Pick<Candidate, 'readiness'>, shares: Record<Criterion, number>): 'readiness'[] {
  return one.readiness === null && shares.readiness > 0 ? ['readiness'] : []
}

/** Each row goes to the slot of its name; empty slots are left out. */
function inNameOrder<T extends Listed>(rows: readonly T[], nameRank: ArrayLike<number>): T[] {
  const slots = new Array<T | undefined>(nameRank.length)
  for (const row of rows) slots[nameRank[row.number]!] = row
  return slots.filter((row) => row !== undefined)
}

/**
 * The place is given once all scores are known. Rows are written out field by field: spreading costs several times as much,
 * and there is a row for each technology.
 */
function scored({ listed, found, values, years, band }: Reading, shares: Record<Criterion, number>): Ranked {
  const { id, name, alphabet, readiness, number, panellists } = listed
  const contributions = contributionsOf(values, shares)
  const score = scoreOf(contributions)
  return {
    id,
    name,
    alphabet,
    readiness,
    number,
    panellists,
    place: 0,
    score,
    contributions,
    values,
    found,
    years,
    band,
  }
}

function awaitingFor(missing: Missing[], { id, name, alphabet, readiness, number, panellists }: Listed): Awaiting {
  return { id, name, alphabet, readiness, number, panellists, missing }
}

/** Whether the lens's own figure of a technology may not be shown. */
function withheldIn(input: RankingInput, { lens }: OpenedLens): (technology: number) => boolean {
  const { tallies, method } = input
  if (lens.kind === 'all') return (technology) => isAllWithheld(tallies, technology, method.minimumShown)
  if (lens.kind === 'grouping') return (technology) => withheldFrom(input, technology).groupings.has(lens.id)
  const specialism = input.specialisms.findIndex(({ id }) => id === lens.id)
  return (technology) => withheldFrom(input, technology).specialisms.has(specialism)
}

/** How many panel members were heard within a lens, those who cannot judge too. */
export function peopleIn({ tallies, specialisms }: Pick<RankingInput, 'tallies' | 'specialisms'>, lens: Lens): number {
  const isIn = specialisms.map((specialism) => isInLens(lens, specialism))
  return new Set(tallies.voices.flatMap((people, s) => (isIn[s] ? [...people] : []))).size
}

/** What readers of any role may not be shown of a technology (design 4, rule 3). */
export function withheldFrom(input: RankingInput, technology: number): Withheld {
  const { tallies, specialisms, method } = input
  return input.withheld?.(technology) ?? withheldOf(tallies, technology, specialisms, method.minimumShown)
}

/** The early and late year of a ranked technology, where enough answers say when. */
export function spreadOf(years: PooledYears): { early: number; late: number } | null {
  return years.answers >= enoughForSpread ? { early: years.early, late: years.late } : null
}
