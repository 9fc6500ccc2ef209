import { alphabetOf } from '../../api/ranking/order.ts'
import { type RankingInput, rank } from '../../api/ranking/rank.ts'
import { tally } from '../../api/ranking/tally.ts'
import { AnswerLog } from '../../api/ratings/answer-log.ts'
import { imminenceOf, soonness } from '../../api/ratings/imminence.ts'
import { bandOfYear, defaultMethod, type Method } from '../../api/scans/method.ts'
import { Chance } from '../bench/chance.ts'
import { horizon } from './given-panel.ts'

/** A made-up panel whose truth is known. Spreads are standard deviations in points of the 1–9 scale. */
export interface Simulation {
  seed: number
  technologies: number
  specialisms: number
  /** Each specialism has from so many to so many panel members. */
  panel: readonly [number, number]
  /** How many specialisms a technology is asked of. */
  asked: number
  /** The chance that a panel member answers an item. */
  answering: number
  leaning: number
  specialismLevel: number
  residue: number
  /** The chance that an answer is "no, no change". */
  no: number
}

export const usualPanel: Omit<Simulation, 'seed'> = {
  technologies: 60,
  specialisms: 20,
  panel: [1, 4],
  asked: 6,
  answering: 0.85,
  leaning: 2,
  specialismLevel: 0.5,
  residue: 1.2,
  no: 0,
}

export interface SimulatedPanel {
  /** The ranking's input with the answers as the panel gave them. */
  inputFor(changes?: Partial<Method>): RankingInput
  /** By number: the score that each technology would have if everybody marked alike and without slips. */
  trueScores: Float64Array
  /** By number: the score if very many people of the same kinds sat on the panel. */
  scoresOfMany: Float64Array
  trueLeanings: Float64Array
  log: AnswerLog
}

interface Item {
  technology: number
  specialism: number
  impact: number
  year: number
  /** What very many people would answer on average. */
  meanImpact: number
  meanSoon: number
}

const { cos, log, max, min, round, sqrt } = Math

/** Very many people, each by how far they stand from the middle in standard deviations. */
const manyPeople = deviates(200)

export function simulate(given: Simulation): SimulatedPanel {
  const chance = new Chance(given.seed)
  const log = new AnswerLog(horizon.startYear)
  const panels = Array.from({ length: given.specialisms }, (_, s) => {
    log.specialisms.numberOf(`s${s}`)
    return Array.from({ length: chance.whole(...given.panel) }, (_, n) => log.panellists.numberOf(`p${s}-${n}`))
  })
  const leanings = log.panellists.ids.map(() => given.leaning * normal(chance))
  const items = itemsOf(given, chance, log)
  for (const item of items)
    for (const member of panels[item.specialism]!) answer(given, item, member, leanings, log, chance)
  const base = {
    candidates: log.technologies.ids.map((id) => ({ id, name: id, alphabet: alphabetOf(id), readiness: 5 })),
    specialisms: log.specialisms.ids.map((id) => ({ id, grouping: 'g', headcount: null })),
    horizon,
  }
  const asked = {
    technology: items.map(({ technology }) => technology),
    specialism: items.map(({ specialism }) => specialism),
    firstRound: items.map(() => 1),
  }
  const inputFor = (changes: Partial<Method> = {}) => {
    const method = { ...defaultMethod, minimumPanel: 1, minimumShown: 1, ...changes }
    return { ...base, method, tallies: tally(log, asked, 1, method, horizon) }
  }
  const scoresIf = (truthOf: (item: Item) => { impact: number; soon: number }) =>
    scoresOf(withTruth(inputFor(), items, given.no, truthOf))
  return {
    inputFor,
    trueScores: scoresIf(({ impact, year }) => ({ impact, soon: soonness(year, horizon) })),
    scoresOfMany: scoresIf(({ meanImpact, meanSoon }) => ({ impact: meanImpact, soon: meanSoon })),
    trueLeanings: Float64Array.from(leanings),
    log,
  }
}

function itemsOf(given: Simulation, chance: Chance, log: AnswerLog): Item[] {
  const levels = Array.from({ length: given.specialisms }, () => given.specialismLevel * normal(chance))
  return Array.from({ length: given.technologies }).flatMap((_, k) => {
    const technology = log.technologies.numberOf(`t${k}`)
    const impact = 5 + spreads.technology * normal(chance)
    const year = horizon.startYear + 5 + yearSpreads.technology * normal(chance)
    const among = levels.map((_, s) => ({ s, at: chance.next() })).sort((a, b) => a.at - b.at)
    return among.slice(0, given.asked).map(({ s }) => {
      const level = clamp(impact + levels[s]! + spreads.pair * normal(chance), 1, 9)
      return itemAt(given, { technology, specialism: s, impact: level, year: year + yearSpreads.pair * normal(chance) })
    })
  })
}

function itemAt(given: Simulation, item: Pick<Item, 'technology' | 'specialism' | 'impact' | 'year'>): Item {
  const spread = sqrt(given.leaning ** 2 + given.residue ** 2)
  let [impact, soon] = [0, 0]
  for (const deviation of manyPeople) {
    impact += impactAt(item.impact + spread * deviation) / manyPeople.length
    soon += soonOfBand[arrivalAt(item.year + yearSpreads.residue * deviation).band]! / manyPeople.length
  }
  return { ...item, meanImpact: impact, meanSoon: soon }
}

/** Standard deviations: of impacts in points, of arrivals in years. */
const spreads = { technology: 1.5, pair: 0.8 }
const yearSpreads = { technology: 3, pair: 1, residue: 2 }

/** The variances with which a panel's impacts (rounded, but not cut) and its soonness (neither) are made. */
export function variancesOf({ leaning, specialismLevel, residue }: Simulation) {
  const soon = (years: number) => (years / horizon.years) ** 2
  return {
    impact: {
      technology: spreads.technology ** 2,
      specialism: specialismLevel ** 2,
      pair: spreads.pair ** 2,
      leaning: leaning ** 2,
      residue: residue ** 2 + 1 / 12,
    },
    imminence: {
      technology: soon(yearSpreads.technology),
      specialism: 0,
      pair: soon(yearSpreads.pair),
      leaning: 0,
      residue: soon(yearSpreads.residue),
    },
  }
}

const soonOfBand = [0, 1, 2, 3].map((band) => imminenceOf({ kind: 'band', band }, defaultMethod, horizon)!)
const impactAt = (level: number) => clamp(round(level), 1, 9)
const arrivalAt = (year: number) => ({ kind: 'band', band: bandOfYear(defaultMethod, horizon, round(year)) }) as const

/** Evenly filled, the two halves alike. */
function deviates(count: number): number[] {
  const chance = new Chance(1)
  const half = Array.from({ length: count / 2 }, () => normal(chance))
  const scale = sqrt(half.reduce((sum, each) => sum + each * each, 0) / half.length)
  return half.flatMap((each) => [each / scale, -each / scale])
}

function answer(given: Simulation, item: Item, member: number, leanings: number[], log: AnswerLog, chance: Chance) {
  if (chance.next() >= given.answering) return
  const isNo = chance.next() < given.no
  const impact = impactAt(item.impact + leanings[member]! + given.residue * normal(chance))
  const arrival = arrivalAt(item.year + yearSpreads.residue * normal(chance))
  log.append({
    round: 1,
    panellist: log.panellists.ids[member]!,
    technology: log.technologies.ids[item.technology]!,
    specialism: log.specialisms.ids[item.specialism]!,
    stance: isNo ? 'not-affected' : 'rated',
    impact: isNo ? null : impact,
    arrival: isNo ? null : arrival,
    reason: null,
  })
}

/** The ranking's own input with the truth in place of the answers. */
function withTruth(
  input: RankingInput,
  items: readonly Item[],
  no: number,
  truthOf: (item: Item) => { impact: number; soon: number },
): RankingInput {
  const { pairs, pairStart } = input.tallies
  const byPair = new Map(items.map((item) => [`${item.technology} ${item.specialism}`, truthOf(item)]))
  const impact = pairs.impact.slice()
  const imminence = pairs.imminence.slice()
  for (let k = 0; k < input.tallies.technologies; k++)
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) {
      const truth = byPair.get(`${k} ${pairs.specialism[p]}`)!
      impact[p] = pairs.answers[p]! * (1 - no) * truth.impact
      imminence[p] = pairs.imminenceAnswers[p]! * truth.soon
    }
  return { ...input, tallies: { ...input.tallies, pairs: { ...pairs, impact, imminence } } }
}

/** Scores by technology number; NaN where a technology is not ranked. */
export function scoresOf(input: RankingInput): Float64Array {
  const scores = new Float64Array(input.candidates.length).fill(Number.NaN)
  for (const { number, score } of rank(input, { kind: 'all' }).ranked) scores[number] = score
  return scores
}

/** Spearman's rank correlation, over those that both know. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const known = Array.from(a.keys()).filter((i) => !Number.isNaN(a[i]! + b[i]!))
  const ranksOf = (values: Float64Array) => {
    const order = known.toSorted((i, j) => values[i]! - values[j]!)
    const ranks = new Map(order.map((i, rank) => [i, rank]))
    return known.map((i) => ranks.get(i)!)
  }
  const [first, second] = [ranksOf(a), ranksOf(b)]
  const squares = first.reduce((sum, rank, i) => sum + (rank - second[i]!) ** 2, 0)
  return 1 - (6 * squares) / (known.length * (known.length ** 2 - 1))
}

export function normal(chance: Chance): number {
  return sqrt(-2 * log(1 - chance.next())) * cos(2 * Math.PI * chance.next())
}

function clamp(value: number, least: number, most: number): number {
  return min(most, max(least, value))
}
