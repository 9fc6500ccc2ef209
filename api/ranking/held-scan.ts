import { AnswerLog } from '../ratings/answer-log.ts'
import type { Horizon, Method } from '../scans/method.ts'
import { type Declaration, type Interests, interestsAsOf, noInterests } from './interests.ts'
import type { Lens, ScanSpecialism } from './lens.ts'
import { nameRanksOf } from './order.ts'
import {
  type Candidate,
  type LensReading,
  type Ranking,
  type RankingInput,
  readThrough,
  weigh,
  withheldFrom,
} from './rank.ts'
import { Recent } from './recent.ts'
import { Recount } from './recount.ts'
import { type Tallies, tally } from './tally.ts'
import type { Withheld } from './withheld.ts'

export interface HeldCandidate extends Candidate {
  slug: string
  category: string
}

/** What a scan is at one revision of the registry. */
export interface ScanState {
  method: Method
  horizon: Horizon
  /** Always in the same order while the scan lives. */
  specialisms: readonly ScanSpecialism[]
  candidates: readonly HeldCandidate[]
  /** Of interests, in the order in which they were made; needed only where the method leaves the interested out. */
  declarations: readonly Declaration[]
  /** When each closed round that counts was closed, by its number. */
  closings: ReadonlyMap<number, string>
}

/** How many rows of rankings are kept: lenses and weights asked before are answered without ranking again. */
const rowsKept = 200_000

/** One scan held in memory: its answers in columns, and what has been worked out from them. */
export class HeldScan {
  readonly log: AnswerLog
  private readonly asked = { technology: [] as number[], specialism: [] as number[], firstRound: [] as number[] }
  private readonly knownPairs = new Set<number>()
  private readonly tallies = new Map<number, Tallies>()
  private readonly inputs = new Map<number, RankingInput>()
  private readonly withheld = new WeakMap<Tallies, Withheld[]>()
  private readonly readings = new Recent<LensReading>(rowsKept)
  private readonly rankings = new Recent<Ranking>(rowsKept)
  private candidates: readonly HeldCandidate[] = []
  private nameRank: Uint32Array = new Uint32Array()
  state: ScanState

  constructor(state: ScanState) {
    this.state = state
    this.log = new AnswerLog(state.horizon.startYear)
    for (const specialism of state.specialisms) this.log.specialisms.numberOf(specialism.id)
    this.update(state)
  }

  /** Takes in the scan as it is at a later revision. */
  update(state: ScanState): void {
    this.state = state
    const numbered: HeldCandidate[] = []
    for (const candidate of state.candidates) numbered[this.log.technologies.numberOf(candidate.id)] = candidate
    const before = this.candidates
    this.candidates = numbered
    if (namesDiffer(before, numbered)) this.nameRank = nameRanksOf(numbered)
    this.inputs.clear()
    this.readings.clear()
    this.rankings.clear()
    for (const [round, tallies] of this.tallies)
      if (tallies.technologies !== this.log.technologies.ids.length) this.tallies.delete(round)
  }

  /** Notes that a round asks a pair; a pair asked before keeps its first round. Pairs come in the order of their rounds. */
  ask(technology: string, specialism: string, round: number): void {
    const k = this.log.technologies.numberOf(technology)
    const s = this.log.specialisms.numberOf(specialism)
    const key = k * 65_536 + s
    if (this.knownPairs.has(key)) return
    this.knownPairs.add(key)
    this.asked.technology.push(k)
    this.asked.specialism.push(s)
    this.asked.firstRound.push(round)
  }

  /** The interests that held when a round closed, whether or not the method leaves anybody out for them. */
  interestsAsOf(round: number): Interests {
    const { declarations, closings } = this.state
    const closedAt = closings.get(round)
    return closedAt === undefined ? noInterests : interestsAsOf(declarations, closedAt)
  }

  /** The answers that count as of a closed round. */
  talliesAsOf(round: number): Tallies {
    const known = this.tallies.get(round)
    if (known) return known
    const { method, horizon } = this.state
    const tallies = tally(this.log, this.asked, round, method, horizon, this.interestsAsOf(round))
    this.tallies.set(round, tallies)
    return tallies
  }

  /** All that a ranking as of a closed round is made from. */
  inputAsOf(round: number): RankingInput {
    const known = this.inputs.get(round)
    if (known) return known
    const tallies = this.talliesAsOf(round)
    const bare = { ...this.state, candidates: this.candidates, tallies }
    const kept = this.withheld.get(tallies) ?? []
    this.withheld.set(tallies, kept)
    const withheld = (technology: number) => {
      kept[technology] ??= withheldFrom(bare, technology)
      return kept[technology]
    }
    const input = { ...bare, withheld, nameRank: this.nameRank }
    this.inputs.set(round, input)
    return input
  }

  readingAsOf(round: number, lens: Lens): LensReading {
    const ofLens = JSON.stringify([round, lens])
    return this.readings.getOr(ofLens, this.candidates.length, () => readThrough(this.inputAsOf(round), lens))
  }

  /** To count a closed round's answers again without one panel member. */
  recountAsOf(round: number): Recount {
    return new Recount(this.log, this.inputAsOf(round), round, this.interestsAsOf(round))
  }

  rankingAsOf(round: number, lens: Lens, weights: Method['weights']): Ranking {
    const key = JSON.stringify([round, lens, weights])
    return this.rankings.getOr(key, this.candidates.length, () => weigh(this.readingAsOf(round, lens), weights))
  }

  find(id: string): HeldCandidate | undefined {
    const number = this.log.technologies.find(id)
    return number === undefined ? undefined : this.candidates[number]
  }

  candidate(number: number): HeldCandidate {
    return this.candidates[number]!
  }
}

function namesDiffer(before: readonly HeldCandidate[], after: readonly HeldCandidate[]): boolean {
  return before.length !== after.length || after.some(({ alphabet }, number) => alphabet !== before[number]?.alphabet)
}
