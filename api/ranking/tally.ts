import { type AnswerLog, arrivalCode, stanceNumber } from '../ratings/answer-log.ts'
import { imminenceOf, soonness, swanson } from '../ratings/imminence.ts'
import { yearsFromStart } from '../ratings/rating.ts'
import { bandCount, type Horizon, type Method } from '../scans/method.ts'

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
  /** By specialism number: the panel members (numbers) who have answered in it on any technology. */
  voices: ReadonlySet<number>[]
  /** By specialism number: 1 where anybody was heard from, if only to say that they cannot judge. */
  heard: Uint8Array
}

/** By pair. `answers` leaves out those who cannot judge; `impact` sums whole 1–9 over `rated`; `imminence` sums 0..1. */
export interface PairSums {
  specialism: Uint16Array
  answers: Uint32Array
  rated: Uint32Array
  already: Uint32Array
  cannotJudge: Uint32Array
  impact: Uint32Array
  imminence: Float64Array
  imminenceAnswers: Uint32Array
  /** How many `rated` answers name each band (four numbers a pair), and how many name years. */
  byBand: Uint16Array
  inYears: Uint16Array
  /** Where the pair's answers begin. */
  answerStart: Uint32Array
}

/** Every answer that counts, those that cannot judge left out. `arrival` and `p50` are as in the log. */
export interface CountedAnswers {
  specialism: Uint16Array
  panellist: Uint32Array
  stance: Uint8Array
  arrival: Uint8Array
  p50: Int8Array
}

/**
 * Which answer counts is each panellist's latest on a pair, in the rounds up to `asOfRound` (design 3.1). One pass groups
 * the log by technology; a second, from the newest entry back, takes the first it meets of each panellist and specialism.
 */
export function tally(log: AnswerLog, asked: AskedPairs, asOfRound: number, method: Method, horizon: Horizon): Tallies {
  const technologies = log.technologies.ids.length
  const counts = (round: number) => round <= asOfRound
  const { pairStart, pairs } = pairsOf(asked, technologies, counts)
  const { start, entries } = entriesByTechnology(log, technologies, counts)
  const answers = emptyAnswers(entries.length)
  const answerStart = new Uint32Array(technologies + 1)
  const panellists = new Uint32Array(technologies)
  const specialisms = log.specialisms.ids.length
  const seenPair = new Uint32Array(Math.max(1, log.panellists.ids.length * specialisms))
  const seenPanellist = new Uint32Array(Math.max(1, log.panellists.ids.length))
  const pairOf = new Int32Array(Math.max(1, specialisms))
  const soonOf = soonnessTable(log, method, horizon)
  const counted = { entry: [] as number[], pair: [] as number[] }
  const hasVoice = new Uint8Array(seenPair.length)
  const nextOf = new Uint32Array(pairs.answers.length)
  let kept = 0

  for (let k = 0; k < technologies; k++) {
    answerStart[k] = kept
    let found = 0
    pairOf.fill(-1)
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) pairOf[pairs.specialism[p]!] = p
    for (let i = start[k + 1]! - 1; i >= start[k]!; i--) {
      const entry = entries[i]!
      const specialism = log.specialism[entry]!
      const panellist = log.panellist[entry]!
      const slot = panellist * specialisms + specialism
      if (seenPair[slot] === k + 1) continue
      seenPair[slot] = k + 1
      const stance = log.stance[entry]!
      if (stance === stanceNumber.withdrawn) continue
      const pair = pairOf[specialism]!
      if (pair < 0) continue
      if (stance === stanceNumber['cannot-judge']) {
        pairs.cannotJudge[pair]!++
        continue
      }
      addAnswer(pairs, pair, stance, log.impact[entry]!, soonOf(entry))
      if (stance === stanceNumber.rated) addArrival(pairs, pair, log.arrival[entry]!)
      hasVoice[slot] = 1
      counted.entry[found] = entry
      counted.pair[found++] = pair
      if (seenPanellist[panellist] !== k + 1) {
        seenPanellist[panellist] = k + 1
        panellists[k]!++
      }
    }
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) {
      pairs.answerStart[p] = nextOf[p] = kept
      kept += pairs.answers[p]!
    }
    for (let i = 0; i < found; i++) copyAnswer(log, counted.entry[i]!, answers, nextOf[counted.pair[i]!]!++)
  }
  answerStart[technologies] = kept
  return {
    technologies,
    pairStart,
    pairs,
    answerStart,
    answers,
    panellists,
    ...heardIn(pairs, hasVoice, specialisms),
  }
}

function copyAnswer(log: AnswerLog, entry: number, answers: CountedAnswers, at: number): void {
  answers.specialism[at] = log.specialism[entry]!
  answers.panellist[at] = log.panellist[entry]!
  answers.stance[at] = log.stance[entry]!
  answers.arrival[at] = log.arrival[entry]!
  answers.p50[at] = log.p50[entry]!
}

/** `hasVoice` holds, for each panel member, one flag a specialism. */
function heardIn(pairs: PairSums, hasVoice: Uint8Array, specialisms: number) {
  const voices = Array.from({ length: specialisms }, () => new Set<number>())
  const heard = new Uint8Array(specialisms)
  hasVoice.forEach((has, slot) => {
    if (has) voices[slot % specialisms]!.add(Math.floor(slot / specialisms))
  })
  for (let p = 0; p < pairs.specialism.length; p++)
    if (pairs.answers[p]! + pairs.cannotJudge[p]! > 0) heard[pairs.specialism[p]!] = 1
  return { voices, heard }
}

function addAnswer(pairs: PairSums, pair: number, stance: number, impact: number, soon: number): void {
  pairs.answers[pair]!++
  if (stance === stanceNumber.already) pairs.already[pair]!++
  if (stance !== stanceNumber.rated) return
  pairs.rated[pair]!++
  pairs.impact[pair]! += impact
  if (soon < 0) return
  pairs.imminence[pair]! += soon
  pairs.imminenceAnswers[pair]!++
}

function addArrival(pairs: PairSums, pair: number, arrival: number): void {
  if (arrival === arrivalCode.years) pairs.inYears[pair]!++
  else if (arrival < bandCount) pairs.byBand[pair * bandCount + arrival]!++
}

/** How soon an entry of the log expects arrival, 0 to 1, or -1 where it does not say. Bands and years are worked out once. */
function soonnessTable(log: AnswerLog, method: Method, horizon: Horizon): (entry: number) => number {
  const ofBand = Array.from(
    { length: method.bandEnds.length + 1 },
    (_, band) => imminenceOf({ kind: 'band', band }, method, horizon) ?? -1,
  )
  const first = yearsFromStart.from
  const ofYear = Array.from({ length: yearsFromStart.to - first + 1 }, (_, i) =>
    soonness(horizon.startYear + first + i, horizon),
  )
  return (entry) => {
    const code = log.arrival[entry]!
    if (code !== arrivalCode.years) return ofBand[code] ?? -1
    const at = (offset: number) => ofYear[offset - first]!
    return swanson(at(log.p10[entry]!), at(log.p50[entry]!), at(log.p90[entry]!))
  }
}

/** Entries of the rounds that count, grouped by technology, oldest first within each (a counting sort). */
function entriesByTechnology(log: AnswerLog, technologies: number, counts: (round: number) => boolean) {
  const inRound = Array.from({ length: 1 + maximum(log.round, log.length) }, (_, round) => counts(round))
  const start = new Uint32Array(technologies + 1)
  for (let i = 0; i < log.length; i++) if (inRound[log.round[i]!]) start[log.technology[i]! + 1]!++
  for (let k = 0; k < technologies; k++) start[k + 1]! += start[k]!
  const next = start.slice()
  const entries = new Uint32Array(start[technologies]!)
  for (let i = 0; i < log.length; i++) if (inRound[log.round[i]!]) entries[next[log.technology[i]!]!++] = i
  return { start, entries }
}

function pairsOf(asked: AskedPairs, technologies: number, counts: (round: number) => boolean) {
  const pairStart = new Uint32Array(technologies + 1)
  for (let i = 0; i < asked.technology.length; i++)
    if (counts(asked.firstRound[i]!)) pairStart[asked.technology[i]! + 1]!++
  for (let k = 0; k < technologies; k++) pairStart[k + 1]! += pairStart[k]!
  const next = pairStart.slice()
  const pairs = emptyPairs(pairStart[technologies]!)
  for (let i = 0; i < asked.technology.length; i++)
    if (counts(asked.firstRound[i]!)) pairs.specialism[next[asked.technology[i]!]!++] = asked.specialism[i]!
  return { pairStart, pairs }
}

function emptyPairs(length: number): PairSums {
  return {
    specialism: new Uint16Array(length),
    answers: new Uint32Array(length),
    rated: new Uint32Array(length),
    already: new Uint32Array(length),
    cannotJudge: new Uint32Array(length),
    impact: new Uint32Array(length),
    imminence: new Float64Array(length),
    imminenceAnswers: new Uint32Array(length),
    byBand: new Uint16Array(length * bandCount),
    inYears: new Uint16Array(length),
    answerStart: new Uint32Array(length),
  }
}

function emptyAnswers(length: number): CountedAnswers {
  return {
    specialism: new Uint16Array(length),
    panellist: new Uint32Array(length),
    stance: new Uint8Array(length),
    arrival: new Uint8Array(length),
    p50: new Int8Array(length),
  }
}

function maximum(column: Uint16Array, length: number): number {
  let largest = 0
  for (let i = 0; i < length; i++) if (column[i]! > largest) largest = column[i]!
  return largest
}
