import { type AnswerLog, arrivalCode, stanceNumber } from '../ratings/answer-log.ts'
import { imminenceOf, soonness, swanson } from '../ratings/imminence.ts'
import { yearsFromStart } from '../ratings/rating.ts'
import { bandCount, type Horizon, type Method } from '../scans/method.ts'
import type { CountedAnswers, PairSums } from './tally.ts'

/** Counts the answers of one technology after another, each as if it were alone: what it adds to is its pairs' sums. */
export class AnswerCounter {
  /** How many answers have been kept so far. */
  kept = 0
  /**
   * For each panel member, one flag a specialism: whether they were heard in it, if only to say that they cannot judge, since
   * who those are is nobody's to work out.
   */
  readonly hasVoice: Uint8Array
  private turn = 0
  private panellists = 0
  private found = 0
  private readonly specialisms: number
  private readonly seenPair: Uint32Array
  private readonly seenPanellist: Uint32Array
  private readonly pairOf: Int32Array
  private readonly nextOf: Uint32Array
  private readonly entryFound: number[] = []
  private readonly pairFound: number[] = []
  private readonly soonFound: number[] = []
  private readonly soonOf: (entry: number) => number
  private readonly log: AnswerLog
  private readonly pairs: PairSums
  private readonly answers: CountedAnswers

  constructor(log: AnswerLog, pairs: PairSums, answers: CountedAnswers, method: Method, horizon: Horizon) {
    this.log = log
    this.pairs = pairs
    this.answers = answers
    this.specialisms = log.specialisms.ids.length
    this.seenPair = new Uint32Array(log.panellists.ids.length * this.specialisms)
    this.hasVoice = new Uint8Array(this.seenPair.length)
    this.seenPanellist = new Uint32Array(log.panellists.ids.length)
    this.pairOf = new Int32Array(this.specialisms)
    this.nextOf = new Uint32Array(pairs.answers.length)
    this.soonOf = soonnessTable(log, method, horizon)
  }

  /**
   * Takes a technology's entries, oldest first, its pairs, and the numbers of panel members whose answers on it are left
   * out; returns how many panel members have answered on it.
   */
  count(entries: Uint32Array, firstPair: number, endPair: number, leftOut?: ReadonlySet<number>): number {
    const { pairs } = this
    this.turn++
    this.panellists = 0
    this.found = 0
    this.pairOf.fill(-1)
    for (let p = firstPair; p < endPair; p++) this.pairOf[pairs.specialism[p]!] = p
    for (let i = entries.length - 1; i >= 0; i--)
      if (!leftOut?.has(this.log.panellist[entries[i]!]!)) this.take(entries[i]!)
    for (let p = firstPair; p < endPair; p++) {
      pairs.answerStart[p] = this.nextOf[p] = this.kept
      this.kept += pairs.answers[p]!
    }
    for (let i = 0; i < this.found; i++) this.keep(i, this.nextOf[this.pairFound[i]!]!++)
    return this.panellists
  }

  /** Counts an entry, unless a later one has taken its place. */
  private take(entry: number): void {
    const { log, pairs } = this
    const specialism = log.specialism[entry]!
    const panellist = log.panellist[entry]!
    const slot = panellist * this.specialisms + specialism
    if (this.seenPair[slot] === this.turn) return
    this.seenPair[slot] = this.turn
    const stance = log.stance[entry]!
    const pair = this.pairOf[specialism]!
    if (stance === stanceNumber.withdrawn || pair < 0) return
    this.hasVoice[slot] = 1
    if (stance === stanceNumber['cannot-judge']) {
      pairs.cannotJudge[pair]!++
      return
    }
    pairs.answers[pair]!++
    if (stance === stanceNumber.already) pairs.already[pair]!++
    this.soonFound[this.found] = stance === stanceNumber.rated ? this.addRated(pair, entry) : -1
    this.entryFound[this.found] = entry
    this.pairFound[this.found++] = pair
    if (this.seenPanellist[panellist] === this.turn) return
    this.seenPanellist[panellist] = this.turn
    this.panellists++
  }

  /** Returns how soon the answer expects arrival. */
  private addRated(pair: number, entry: number): number {
    const { log, pairs } = this
    pairs.rated[pair]!++
    pairs.impact[pair]! += log.impact[entry]!
    const arrival = log.arrival[entry]!
    if (arrival === arrivalCode.years) pairs.inYears[pair]!++
    else if (arrival < bandCount) pairs.byBand[pair * bandCount + arrival]!++
    const soon = this.soonOf(entry)
    if (soon < 0) return soon
    pairs.imminence[pair]! += soon
    pairs.imminenceAnswers[pair]!++
    return soon
  }

  private keep(found: number, at: number): void {
    const { log, answers } = this
    const entry = this.entryFound[found]!
    answers.entry[at] = entry
    answers.specialism[at] = log.specialism[entry]!
    answers.panellist[at] = log.panellist[entry]!
    answers.typist[at] = log.typist[entry]!
    answers.stance[at] = log.stance[entry]!
    answers.impact[at] = log.impact[entry]!
    answers.soon[at] = this.soonFound[found]!
    answers.arrival[at] = log.arrival[entry]!
    answers.p50[at] = log.p50[entry]!
  }
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
