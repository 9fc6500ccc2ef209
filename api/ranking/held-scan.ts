import { AnswerLog } from '../ratings/answer-log.ts'
import type { Horizon, Method } from '../scans/method.ts'
import type { Lens, ScanSpecialism } from './lens.ts'
import { type Candidate, type Ranking, type RankingInput, rank, withheldFrom } from './rank.ts'
import { type Tallies, tally } from './tally.ts'

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
}

/** How many rankings of a scan are kept: lenses and weights asked before are answered without ranking again. */
const rankingsKept = 80

/** One scan held in memory: its answers in columns, and what has been worked out from them. */
export class HeldScan {
  readonly log: AnswerLog
  private readonly asked = { technology: [] as number[], specialism: [] as number[], firstRound: [] as number[] }
  private readonly knownPairs = new Set<number>()
  private readonly tallies = new Map<number, Tallies>()
  private readonly inputs = new Map<number, RankingInput>()
  private readonly rankings = new Map<string, Ranking>()
  private candidates: readonly HeldCandidate[] = []
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
    this.candidates = numbered
    this.inputs.clear()
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

  /** The answers that count as of a closed round. */
  talliesAsOf(round: number): Tallies {
    const known = this.tallies.get(round)
    if (known) return known
    const tallies = tally(this.log, this.asked, round, this.state.method, this.state.horizon)
    this.tallies.set(round, tallies)
    return tallies
  }

  /** All that a ranking as of a closed round is made from. */
  inputAsOf(round: number): RankingInput {
    const known = this.inputs.get(round)
    if (known) return known
    const bare = { ...this.state, candidates: this.candidates, tallies: this.talliesAsOf(round) }
    const input = { ...bare, withheld: this.candidates.map((_, technology) => withheldFrom(bare, technology)) }
    this.inputs.set(round, input)
    return input
  }

  rankingAsOf(round: number, lens: Lens, weights: Method['weights']): Ranking {
    const key = JSON.stringify([round, lens, weights])
    const known = this.rankings.get(key)
    if (known) return known
    const ranking = rank(this.inputAsOf(round), lens, weights)
    if (this.rankings.size >= rankingsKept) this.rankings.delete(this.rankings.keys().next().value!)
    this.rankings.set(key, ranking)
    return ranking
  }

  candidate(number: number): HeldCandidate {
    return this.candidates[number]!
  }
}
