import type { AnswerLog } from '../ratings/answer-log.ts'
import { bandCount } from '../scans/method.ts'
import type { AskedPairs, CountedAnswers, PairSums } from './tally.ts'

/** Entries of the rounds that count, grouped by technology, oldest first within each (a counting sort). */
export function entriesByTechnology(log: AnswerLog, technologies: number, asOfRound: number) {
  const start = new Uint32Array(technologies + 1)
  for (let i = 0; i < log.length; i++) if (log.round[i]! <= asOfRound) start[log.technology[i]! + 1]!++
  for (let k = 0; k < technologies; k++) start[k + 1]! += start[k]!
  const next = start.slice()
  const entries = new Uint32Array(start[technologies]!)
  for (let i = 0; i < log.length; i++) if (log.round[i]! <= asOfRound) entries[next[log.technology[i]!]!++] = i
  return { start, entries }
}

/** The pairs that the rounds ask, grouped by technology. */
export function pairsOf(asked: AskedPairs, technologies: number, asOfRound: number) {
  const pairStart = new Uint32Array(technologies + 1)
  for (let i = 0; i < asked.technology.length; i++)
    if (asked.firstRound[i]! <= asOfRound) pairStart[asked.technology[i]! + 1]!++
  for (let k = 0; k < technologies; k++) pairStart[k + 1]! += pairStart[k]!
  const next = pairStart.slice()
  const pairs = emptyPairs(pairStart[technologies]!)
  for (let i = 0; i < asked.technology.length; i++)
    if (asked.firstRound[i]! <= asOfRound) pairs.specialism[next[asked.technology[i]!]!++] = asked.specialism[i]!
  return { pairStart, pairs }
}

/** `hasVoice` holds, for each panel member, one flag a specialism. */
export function heardIn(pairs: PairSums, hasVoice: Uint8Array, specialisms: number) {
  const voices = Array.from({ length: specialisms }, () => new Set<number>())
  const heard = new Uint8Array(specialisms)
  hasVoice.forEach((has, slot) => {
    if (has) voices[slot % specialisms]!.add(Math.floor(slot / specialisms))
  })
  for (let p = 0; p < pairs.specialism.length; p++)
    if (pairs.answers[p]! + pairs.cannotJudge[p]! > 0) heard[pairs.specialism[p]!] = 1
  return { voices, heard }
}

export function emptyPairs(length: number): PairSums {
  return {
    specialism: new Uint16Array(length),
    answers: new Uint32Array(length),
    rated: new Uint32Array(length),
    already: new Uint32Array(length),
    cannotJudge: new Uint32Array(length),
    impact: new Float64Array(length),
    imminence: new Float64Array(length),
    imminenceAnswers: new Uint32Array(length),
    byBand: new Uint16Array(length * bandCount),
    inYears: new Uint16Array(length),
    answerStart: new Uint32Array(length),
  }
}

export function emptyAnswers(length: number): CountedAnswers {
  return {
    entry: new Uint32Array(length),
    specialism: new Uint16Array(length),
    panellist: new Uint32Array(length),
    typist: new Uint16Array(length),
    stance: new Uint8Array(length),
    impact: new Uint8Array(length),
    soon: new Float32Array(length),
    arrival: new Uint8Array(length),
    p50: new Int8Array(length),
  }
}
