import type { Answer, Arrival, Stance } from './rating.ts'
import { stances } from './rating.ts'

/** One version of an answer, as it was given. */
export interface LoggedAnswer extends Answer {
  round: number
  panellist: string
  technology: string
  specialism: string
  /** The account that typed it in from paper; not there where its owner gave it. */
  typist?: string | null
}

/** Gives ids small whole numbers, in the order in which they are first seen. */
export class Numbering {
  readonly ids: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(id: string): number {
    const known = this.numbers.get(id)
    if (known !== undefined) return known
    this.numbers.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }

  find(id: string): number | undefined {
    return this.numbers.get(id)
  }
}

/** How an arrival is kept in a few bytes: a band's index, or one of these. */
export const arrivalCode = { none: 253, cannotSay: 254, years: 255 } as const

/**
 * All answers of one scan, oldest first, one entry a version, as columns of small whole numbers: 2,000,000 answers take
 * some 30 MB, and a fold over them runs over memory in order.
 */
export class AnswerLog {
  readonly technologies = new Numbering()
  readonly specialisms = new Numbering()
  readonly panellists = new Numbering()
  readonly typists = new Numbering()
  length = 0
  round = new Uint16Array(1024)
  technology = new Uint32Array(1024)
  specialism = new Uint16Array(1024)
  panellist = new Uint32Array(1024)
  /** One more than the typist's number; 0 where its owner gave it. */
  typist = new Uint16Array(1024)
  stance = new Uint8Array(1024)
  impact = new Uint8Array(1024)
  arrival = new Uint8Array(1024)
  /** Years after the start of the scan; meaningful where `arrival` is `arrivalCode.years`. */
  p10 = new Int8Array(1024)
  p50 = new Int8Array(1024)
  p90 = new Int8Array(1024)
  readonly startYear: number

  constructor(startYear: number) {
    this.startYear = startYear
  }

  append(answer: LoggedAnswer): void {
    if (this.length === this.round.length) this.grow()
    const at = this.length++
    this.round[at] = answer.round
    this.technology[at] = this.technologies.numberOf(answer.technology)
    this.specialism[at] = this.specialisms.numberOf(answer.specialism)
    this.panellist[at] = this.panellists.numberOf(answer.panellist)
    this.typist[at] = answer.typist ? this.typists.numberOf(answer.typist) + 1 : 0
    this.stance[at] = stanceNumber[answer.stance]
    this.impact[at] = answer.impact ?? 0
    this.setArrival(at, answer.arrival)
  }

  private setArrival(at: number, arrival: Arrival | null): void {
    if (arrival?.kind === 'years') {
      this.arrival[at] = arrivalCode.years
      this.p10[at] = arrival.p10 - this.startYear
      this.p50[at] = arrival.p50 - this.startYear
      this.p90[at] = arrival.p90 - this.startYear
    } else if (arrival?.kind === 'band') this.arrival[at] = arrival.band
    else this.arrival[at] = arrival ? arrivalCode.cannotSay : arrivalCode.none
  }

  private grow(): void {
    this.round = doubled(this.round)
    this.technology = doubled(this.technology)
    this.specialism = doubled(this.specialism)
    this.panellist = doubled(this.panellist)
    this.typist = doubled(this.typist)
    this.stance = doubled(this.stance)
    this.impact = doubled(this.impact)
    this.arrival = doubled(this.arrival)
    this.p10 = doubled(this.p10)
    this.p50 = doubled(this.p50)
    this.p90 = doubled(this.p90)
  }
}

/** A stance as it is kept in the log. */
export const stanceNumber = Object.fromEntries(stances.map((stance, i) => [stance, i])) as Record<Stance, number>

type Column = Uint8Array | Uint16Array | Uint32Array | Int8Array

function doubled<T extends Column>(column: T): T {
  const larger = new (column.constructor as new (length: number) => T)(column.length * 2)
  larger.set(column)
  return larger
}
