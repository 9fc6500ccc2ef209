import type { AnswerLog } from '../ratings/answer-log.ts'
import { AnswerCounter } from './answer-counter.ts'
import { type Interests, interestedByNumber, nobodyLeftOut } from './interests.ts'
import { adjustImpacts } from './leanings.ts'
import type { RankingInput } from './rank.ts'
import { emptyAnswers, emptyPairs, entriesByTechnology, heardIn } from './tally-columns.ts'

/** Technologies (numbers of the log) as they would be without somebody, as a ranking input of their own, in the same order. */
export interface Recounted {
  technologies: readonly number[]
  input: RankingInput
}

/**
 * Counts a closed round's answers as if one panel member had never been on the panel: anew, by the same counter, but only the
 * technologies that they answered on. Where leanings are taken off, everybody else's stay what the whole panel gave.
 */
export class Recount {
  private readonly log: AnswerLog
  private readonly input: RankingInput
  private readonly entriesOf: (technology: number) => Uint32Array
  /** By panel member: the technologies that they were heard on, in the order of their numbers. */
  private readonly heardOn: number[][]
  private readonly interested: ReadonlyMap<number, ReadonlySet<number>>

  constructor(log: AnswerLog, input: RankingInput, asOfRound: number, interests: Interests) {
    this.log = log
    this.input = input
    const { start, entries } = entriesByTechnology(log, input.tallies.technologies, asOfRound)
    this.entriesOf = (k) => entries.subarray(start[k]!, start[k + 1]!)
    this.heardOn = heardOnBy(log, this.entriesOf, input.tallies.technologies)
    this.interested = input.method.leaveOutInterested ? interestedByNumber(interests, log) : nobodyLeftOut
  }

  /** Numbers of the panel members who were heard in the rounds that count. */
  get panellists(): number[] {
    return this.heardOn.flatMap((technologies, panellist) => (technologies.length > 0 ? [panellist] : []))
  }

  without(panellist: number): Recounted {
    const { log, input } = this
    const { method, horizon, specialisms, candidates } = input
    const technologies = this.heardOn[panellist]!
    const { pairStart, pairs } = this.pairsOf(technologies)
    const answers = emptyAnswers(technologies.reduce((sum, k) => sum + this.entriesOf(k).length, 0))
    const counter = new AnswerCounter(log, pairs, answers, method, horizon)
    const answerStart = new Uint32Array(technologies.length + 1)
    const panellists = new Uint32Array(technologies.length)
    technologies.forEach((k, i) => {
      const leftOut = new Set(this.interested.get(k)).add(panellist)
      panellists[i] = counter.count(this.entriesOf(k), pairStart[i]!, pairStart[i + 1]!, leftOut)
      answerStart[i + 1] = counter.kept
    })
    const { someTyped, leanings } = input.tallies
    const heard = heardIn(pairs, counter.hasVoice, log.specialisms.ids.length)
    const tallies = {
      technologies: technologies.length,
      pairStart,
      pairs,
      answerStart,
      answers,
      panellists,
      someTyped,
      leanings,
      ...heard,
    }
    if (leanings) adjustImpacts(tallies, leanings)
    return {
      technologies,
      input: { tallies, candidates: technologies.map((k) => candidates[k]!), specialisms, method, horizon },
    }
  }

  /** The pairs of these technologies, with nothing counted yet. */
  private pairsOf(technologies: readonly number[]) {
    const { pairStart: whole, pairs: counted } = this.input.tallies
    const pairStart = new Uint32Array(technologies.length + 1)
    technologies.forEach((k, i) => {
      pairStart[i + 1] = pairStart[i]! + whole[k + 1]! - whole[k]!
    })
    const pairs = emptyPairs(pairStart[technologies.length]!)
    technologies.forEach((k, i) => {
      pairs.specialism.set(counted.specialism.subarray(whole[k]!, whole[k + 1]!), pairStart[i])
    })
    return { pairStart, pairs }
  }
}

function heardOnBy(log: AnswerLog, entriesOf: (technology: number) => Uint32Array, technologies: number): number[][] {
  const heardOn: number[][] = Array.from({ length: log.panellists.ids.length }, () => [])
  for (let k = 0; k < technologies; k++)
    for (const entry of entriesOf(k)) {
      const theirs = heardOn[log.panellist[entry]!]!
      if (theirs.at(-1) !== k) theirs.push(k)
    }
  return heardOn
}
