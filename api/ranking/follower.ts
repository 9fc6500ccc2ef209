import type { Database } from '../../db/open.ts'
import { scanCandidates } from '../../db/queue.ts'
import { answersAfter } from '../../db/ratings.ts'
import { pairsAfter, type RoundHead, roundsOf } from '../../db/rounds.ts'
import { type HeldSpecialism, heldSpecialisms, methodOf, type ScanHead, scans } from '../../db/scans.ts'
import { type RegistryState, registryState } from '../../db/state.ts'
import type { Method } from '../scans/method.ts'
import { HeldScan, type ScanState } from './held-scan.ts'
import { alphabetOf } from './order.ts'

/** A scan as the follower knows it at the present revision. */
export interface FollowedScan {
  head: ScanHead
  method: Method
  rounds: RoundHead[]
  specialisms: HeldSpecialism[]
  state: ScanState
  held: HeldScan
}

const pageSize = 20_000

/**
 * Holds every scan's answers in memory and keeps up with the database by its revision, so that any number of processes can
 * do the same. Answers and asked pairs are only ever added, so it reads on from the last it has seen.
 */
export class RegistryFollower {
  private state: RegistryState = { revision: -1, restarts: -1, demonstration: false }
  private lastPair = 0
  private lastAnswer = 0
  private scansById = new Map<string, FollowedScan>()
  private catchingUp: Promise<void> | undefined
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  /** The present state of the registry; one short query. */
  async present(): Promise<RegistryState> {
    return registryState(this.db)
  }

  /** All scans, newest first, as of the present revision. */
  async scans(): Promise<FollowedScan[]> {
    const present = await this.present()
    while (present.revision > this.state.revision || present.restarts !== this.state.restarts) {
      this.catchingUp ??= this.catchUp().finally(() => {
        this.catchingUp = undefined
      })
      await this.catchingUp
    }
    return [...this.scansById.values()]
  }

  private async catchUp(): Promise<void> {
    const state = await this.present()
    if (state.restarts !== this.state.restarts) this.forget()
    this.scansById = await this.readScans()
    await this.readPairs()
    await this.readAnswers()
    for (const scan of this.scansById.values()) scan.held.update(scan.state)
    this.state = state
  }

  private forget(): void {
    this.lastPair = 0
    this.lastAnswer = 0
    this.scansById = new Map()
  }

  private async readScans(): Promise<Map<string, FollowedScan>> {
    const followed = new Map<string, FollowedScan>()
    for (const head of await scans(this.db)) followed.set(head.id, await this.readScan(head))
    return followed
  }

  private async readScan(head: ScanHead): Promise<FollowedScan> {
    const { method } = await methodOf(this.db, head.id)
    const rounds = await roundsOf(this.db, head.id)
    const specialisms = await heldSpecialisms(this.db, head.id)
    const candidates = await scanCandidates(this.db, head.id)
    const horizon = { startYear: head.startYear, years: head.horizonYears }
    const inLensForm = specialisms.map(({ id, grouping, headcount }) => ({ id, grouping: grouping.id, headcount }))
    const held =
      this.scansById.get(head.id)?.held ?? new HeldScan({ method, horizon, specialisms: inLensForm, candidates: [] })
    const state = {
      method,
      horizon,
      specialisms: inOrderOf(held.log.specialisms.ids, inLensForm),
      candidates: candidates.map((candidate) => ({ ...candidate, alphabet: alphabetOf(candidate.name) })),
    }
    return { head, method, rounds, specialisms, state, held }
  }

  private async readPairs(): Promise<void> {
    const roundOf = this.roundsById()
    for (;;) {
      const page = await pairsAfter(this.db, this.lastPair, pageSize)
      for (const pair of page) {
        const round = roundOf(pair.round)
        // Asked since the rounds were read: the next turn, at the next revision, reads on from here.
        if (!round) return
        this.scansById.get(round.scan)!.held.ask(pair.technology, pair.specialism, round.number)
        this.lastPair = pair.n
      }
      if (page.length < pageSize) return
    }
  }

  private async readAnswers(): Promise<void> {
    const roundOf = this.roundsById()
    for (;;) {
      const page = await answersAfter(this.db, this.lastAnswer, pageSize)
      for (const row of page) {
        const round = roundOf(row.round)
        if (!round) return
        const { head, held } = this.scansById.get(round.scan)!
        held.log.append({ ...row.answerIn(head.startYear), ...row, round: round.number })
        this.lastAnswer = row.seq
      }
      if (page.length < pageSize) return
    }
  }

  private roundsById(): (id: string) => RoundHead | undefined {
    const byId = new Map([...this.scansById.values()].flatMap((scan) => scan.rounds.map((round) => [round.id, round])))
    return (id) => byId.get(id)
  }
}

/** In the order of their numbers in the log. */
function inOrderOf<T extends { id: string }>(ids: readonly string[], items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
