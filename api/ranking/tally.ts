import type { AnswerLog } from '../ratings/answer-log.ts'
import type { Horizon, Method } from '../scans/method.ts'
import { AnswerCounter } from './answer-counter.ts'
import { type Interests, interestedByNumber, nobodyLeftOut, noInterests } from './interests.ts'
import { adjustImpacts, leaningsOf } from './leanings.ts'
import { emptyAnswers, entriesByTechnology, heardIn, pairsOf } from './tally-columns.ts'

/** Pairs (technology, specialism) that rounds have asked, in the log's numbers, each once, with the first round to ask it. */
export interface AskedPairs {
  technology: ArrayLike<number>
  specialism: ArrayLike<number>
  firstRound: ArrayLike<number>
}

/**
 * The answers that count, grouped by technology and within it by pair, and their sums by pair. Technology k owns the pairs
 * from `pairStart[k]` to `pairStart[k + 1]` and the answers from `answerStart[k]` to `answerStart[k + 1]`; of these, pair p
 * owns those from `pairs.answerStart[p]` on, `pairs.answers[p]` of them.
 */
export interface Tallies {
  technologies: number
  pairStart: Uint32Array
  pairs: PairSums
  answerStart: Uint32Array
  answers: CountedAnswers
  /** Different panel members with an answer on the technology, in the whole scan. */
  panellists: Uint32Array
  /** By specialism number: the panel members (numbers) heard in it on any technology, those who cannot judge too. */
  voices: ReadonlySet<number>[]
  /** Whether any answer was typed in from paper. */
  someTyped: boolean
  /** By panel member: what was taken off their "yes" answers; null where answers count as given. */
  leanings: Float64Array | null
  /** By specialism number: 1 where anybody was heard from, if only to say that they cannot judge. */
  heard: Uint8Array
}

/** By pair. `answers` leaves out those who cannot judge; `impact` sums 1–9 over `rated`, `imminence` 0..1. */
export interface PairSums {
  specialism: Uint16Array
  answers: Uint32Array
  rated: Uint32Array
  already: Uint32Array
  cannotJudge: Uint32Array
  impact: Float64Array
  imminence: Float64Array
  imminenceAnswers: Uint32Array
  /** How many `rated` answers name each band (four numbers a pair), and how many name years. */
  byBand: Uint16Array
  inYears: Uint16Array
  /** Where the pair's answers begin. */
  answerStart: Uint32Array
}

/**
 * Every answer that counts, those that cannot judge left out. `impact`, `arrival` and `p50` are as in the log: as given, whatever
 * the rater scale. `soon` is 0..1, or -1 where the answer does not say when.
 */
export interface CountedAnswers {
  /** Where it stands in the log. */
  entry: Uint32Array
  specialism: Uint16Array
  panellist: Uint32Array
  /** As in the log: 0 where its owner gave it. */
  typist: Uint16Array
  stance: Uint8Array
  impact: Uint8Array
  soon: Float32Array
  arrival: Uint8Array
  p50: Int8Array
}

/**
 * Which answer counts is each panellist's latest on a pair, in the rounds up to `asOfRound` (design 3.1). One pass groups
 * the log by technology; a second, from the newest entry back, takes the first it meets of each panellist and specialism.
 * `interests` are left out where the method says so.
 */
export function tally(
  log: AnswerLog,
  asked: AskedPairs,
  asOfRound: number,
  method: Method,
  horizon: Horizon,
  interests: Interests = noInterests,
): Tallies {
  const technologies = log.technologies.ids.length
  const { pairStart, pairs } = pairsOf(asked, technologies, asOfRound)
  const { start, entries } = entriesByTechnology(log, technologies, asOfRound)
  const answers = emptyAnswers(entries.length)
  const answerStart = new Uint32Array(technologies + 1)
  const panellists = new Uint32Array(technologies)
  const counter = new AnswerCounter(log, pairs, answers, method, horizon)
  const leftOut = method.leaveOutInterested ? interestedByNumber(interests, log) : nobodyLeftOut
  for (let k = 0; k < technologies; k++) {
    const ofTechnology = entries.subarray(start[k]!, start[k + 1]!)
    panellists[k] = counter.count(ofTechnology, pairStart[k]!, pairStart[k + 1]!, leftOut.get(k))
    answerStart[k + 1] = counter.kept
  }
  const tallies: Tallies = {
    technologies,
    pairStart,
    pairs,
    answerStart,
    answers,
    panellists,
    someTyped: log.typists.ids.length > 0,
    leanings: null,
    ...heardIn(pairs, counter.hasVoice, log.specialisms.ids.length),
  }
  if (method.raterScale === 'adjusted') {
    tallies.leanings = leaningsOf(tallies, log.panellists.ids.length)
    adjustImpacts(tallies, tallies.leanings)
  }
  return tallies
}
