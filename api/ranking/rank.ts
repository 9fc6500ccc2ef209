import { bandOfYear, type Criterion, type Horizon, type Method, type Weights } from '../scans/method.ts'
import { type Lens, type OpenedLens, openLens, type ScanSpecialism } from './lens.ts'
import { enoughForSpread, type PooledYears, yearPooler } from './median-year.ts'
import { nameOrder, placesOf, rankingOrder } from './order.ts'
import { contributionsOf, type Findings, findingsOf, scoreOf, sharesOf, type Values, valuesOf } from './score.ts'
import type { Tallies } from './tally.ts'
import { type Withheld, withheldOf } from './withheld.ts'

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
  /** What `withheldFrom` gives for each technology, where the caller keeps it: it does not depend on the lens. */
  withheld?: readonly Withheld[]
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
  const opened = openLens(lens, input.specialisms)
  const shares = sharesOf(weights, opened.size)
  const ranking: Ranking = { lens: opened, shares, ranked: [], awaiting: [], alreadyHere: [], notAffected: [] }
  const yearsOf = yearPooler(input.tallies, opened, input.method, input.horizon)
  input.candidates.forEach((candidate, number) => {
    const panellists = input.tallies.panellists[number]!
    const listed = { ...candidate, number, panellists }
    place(ranking, input, listed, yearsOf)
  })
  ranking.ranked.sort(rankingOrder)
  const places = placesOf(ranking.ranked.map((row) => row.score))
  ranking.ranked.forEach((row, i) => {
    row.place = places[i]!
  })
  for (const list of [ranking.awaiting, ranking.alreadyHere, ranking.notAffected]) list.sort(nameOrder)
  return ranking
}

/** Puts one technology in its list. */
function place(ranking: Ranking, input: RankingInput, listed: Listed, yearsOf: (k: number) => PooledYears | null) {
  const found = findingsOf(input.tallies, listed.number, ranking.lens)
  const gap = gapInAnswers(input, listed, found, ranking.lens.lens)
  if (gap) ranking.awaiting.push({ ...listed, missing: [gap] })
  else if (found.already * 2 > found.answers) ranking.alreadyHere.push(listed)
  else if (found.affected === 0) ranking.notAffected.push(listed)
  else {
    const years = yearsOf(listed.number)
    const values = valuesOf(found, listed.readiness, ranking.lens, input.method)
    const missing = missingOf(values, years, ranking.shares)
    if (missing.length > 0 || !years) ranking.awaiting.push({ ...listed, missing })
    else ranking.ranked.push(scored(ranking, input, { ...listed, found, values, years }))
  }
}

/** Why the answers do not suffice for any figure in this lens, if they do not. */
function gapInAnswers(input: RankingInput, listed: Listed, found: Findings, lens: Lens): Missing | undefined {
  if (listed.panellists < input.method.minimumPanel) return 'panellists'
  if (found.asked === 0) return 'not-asked'
  if (found.answered === 0) return 'answers'
  return isWithheld(input, listed.number, lens) ? 'withheld' : undefined
}

/** The place is given once all scores are known. */
function scored(
  ranking: Ranking,
  input: RankingInput,
  parts: Listed & { found: Findings; values: Values; years: PooledYears },
): Ranked {
  const contributions = contributionsOf(parts.values, ranking.shares)
  const band = bandOfYear(input.method, input.horizon, parts.years.middle)
  return { ...parts, place: 0, score: scoreOf(contributions), contributions, band }
}

/** A technology without any year has no place on the radar, whatever the weight of imminence. */
function missingOf(values: Values, years: PooledYears | null, shares: Record<Criterion, number>): Missing[] {
  const missing: Missing[] = []
  if (years === null || values.imminence === null) missing.push('imminence')
  if (values.readiness === null && shares.readiness > 0) missing.push('readiness')
  return missing
}

function isWithheld(input: RankingInput, technology: number, lens: Lens): boolean {
  const withheld = withheldFrom(input, technology)
  if (lens.kind === 'all') return withheld.all
  if (lens.kind === 'grouping') return withheld.groupings.has(lens.id)
  return withheld.specialisms.has(input.specialisms.findIndex((specialism) => specialism.id === lens.id))
}

/** What readers of any role may not be shown of a technology (design 4, rule 3). */
export function withheldFrom(input: RankingInput, technology: number): Withheld {
  const { tallies, specialisms, method } = input
  return input.withheld?.[technology] ?? withheldOf(tallies, technology, specialisms, method.minimumShown)
}

/** The early and late year of a ranked technology, where enough answers say when. */
export function spreadOf(years: PooledYears): { early: number; late: number } | null {
  return years.answers >= enoughForSpread ? { early: years.early, late: years.late } : null
}
