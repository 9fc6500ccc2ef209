import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { declarationsIn } from '../../db/declarations.ts'
import { methodOf } from '../../db/methods.ts'
import type { Database } from '../../db/open.ts'
import { type PanelSeat, panelOf } from '../../db/panels.ts'
import { scanCandidates } from '../../db/queue.ts'
import { answersAfter, arrivalIn } from '../../db/ratings.ts'
import { pairsAfter, type RoundHead, roundsOf } from '../../db/rounds.ts'
import { type HeldSpecialism, heldSpecialisms, type ScanHead, scans } from '../../db/scans.ts'
import { shareCounts } from '../../db/shares.ts'
import { type RegistryState, registryState } from '../../db/state.ts'
import { type NewCategory, slicedCategories } from '../../db/taxonomy.ts'
import { RoundCount, type RoundProgress } from '../ratings/progress.ts'
import type { Method } from '../scans/method.ts'
import { countedRounds, isPilot } from '../scans/round.ts'
import { HeldScan, type ScanState } from './held-scan.ts'
import { alphabetOf } from './order.ts'

/** A scan as the follower knows it at the present revision. */
export interface FollowedScan {
  head: ScanHead
  method: Method
  /** All of them, a pilot first. */
  rounds: RoundHead[]
  specialisms: HeldSpecialism[]
  panel: PanelSeat[]
  state: ScanState
  held: HeldScan
}

/** The registry as far as rankings need it, at one revision. */
export interface FollowedRegistry {
  state: RegistryState
  categories: readonly NewCategory[]
  /** Newest first. */
  scans: readonly FollowedScan[]
}

/** Small enough that a page's rows are garbage before they are old. */
const pageSize = 2_000

/**
 * Holds every scan's answers in memory and keeps up with the database by its revision, so that any number of processes can
 * do the same. Answers and asked pairs are only ever added, so it reads on from the last it has seen.
 */
export class RegistryFollower {
  private registry: FollowedRegistry = {
    state: { revision: -1, restarts: -1, demonstration: false },
    categories: [],
    scans: [],
  }
  private lastPair = 0
  private lastAnswer = 0
  private held = new Map<string, HeldScan>()
  private counts = new Map<string, RoundCount>()
  private lastTurn: Promise<void> = Promise.resolve()
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  /** The present state of the registry; one short query. */
  async present(): Promise<RegistryState> {
    return registryState(this.db)
  }

  /** The registry as of the present revision. */
  async followed(): Promise<FollowedRegistry> {
    const present = await this.present()
    while (this.isBehind(present)) await this.inTurn(() => this.catchUp())
    return this.registry
  }

  /** How far a round has come, up to this moment: answers of an open round move no revision. */
  readonly progressOf = async (round: string): Promise<RoundProgress> => {
    await this.followed()
    await this.inTurn(() => this.readAnswers(this.registry.scans))
    return this.countOf(round)
  }

  /** Runs one piece of reading at a time. */
  private inTurn(read: () => Promise<void>): Promise<void> {
    const turn = this.lastTurn.then(read)
    this.lastTurn = turn.catch(() => {})
    return turn
  }

  private isBehind(present: RegistryState): boolean {
    const { revision, restarts } = this.registry.state
    return present.revision > revision || present.restarts > restarts
  }

  private async catchUp(): Promise<void> {
    const state = await this.present()
    if (!this.isBehind(state)) return
    if (state.restarts !== this.registry.state.restarts) this.forget()
    const followed = await this.readScans()
    await this.readPairs(followed)
    await this.readAnswers(followed)
    // Started again meanwhile, so that parts of two demonstrations were read: still behind, and read again.
    if ((await this.present()).restarts !== state.restarts) return
    for (const scan of followed) scan.held.update(scan.state)
    this.registry = { state, categories: await slicedCategories(this.db), scans: followed }
  }

  private forget(): void {
    this.lastPair = 0
    this.lastAnswer = 0
    this.held = new Map()
    this.counts = new Map()
  }

  private async readScans(): Promise<FollowedScan[]> {
    const followed: FollowedScan[] = []
    for (const head of await scans(this.db)) followed.push(await this.readScan(head))
    return followed
  }

  private async readScan(head: ScanHead): Promise<FollowedScan> {
    const { method } = await methodOf(this.db, head.id)
    const rounds = await roundsOf(this.db, head.id)
    const specialisms = await heldSpecialisms(this.db, head.id)
    for (const round of rounds) await this.readShares(round)
    const panel = await panelOf(this.db, head.id)
    const horizon = { startYear: head.startYear, years: head.horizonYears }
    const inLensForm = specialisms.map(({ id, grouping, headcount }) => ({ id, grouping: grouping.id, headcount }))
    const closings = closingsOf(rounds)
    const declarations = await declarationsIn(this.db, head.id)
    const bare = { method, horizon, specialisms: inLensForm, candidates: [], declarations, closings }
    const held = this.held.get(head.id) ?? new HeldScan(bare)
    // Kept at once: should the reading fail half way, the next one goes on from where it stopped.
    this.held.set(head.id, held)
    const candidates = (await scanCandidates(this.db, head.id)).map((candidate) => ({
      ...candidate,
      alphabet: alphabetIn(held, candidate),
    }))
    const state = { ...bare, specialisms: inOrderOf(held.log.specialisms.ids, inLensForm), candidates }
    return { head, method, rounds, specialisms, panel, state, held }
  }

  /** Who is asked how much: shares of a closed round stay as they are. */
  private async readShares(round: RoundHead): Promise<void> {
    const count = this.countOf(round.id)
    if (!round.shared) count.shares = null
    else if (round.state !== 'closed' || !count.shares) count.shares = await shareCounts(this.db, round.id)
  }

  private async readPairs(followed: readonly FollowedScan[]): Promise<void> {
    const roundOf = roundsIn(followed)
    for (;;) {
      const page = await pairsAfter(this.db, this.lastPair, pageSize)
      for (const pair of page) {
        const round = roundOf(pair.round)
        // Asked since the rounds were read: the next turn, at the next revision, reads on from here.
        if (!round) return
        if (!isPilot(round)) round.held.ask(pair.technology, pair.specialism, round.number)
        this.countOf(pair.round).ask(pair)
        this.lastPair = pair.n
      }
      if (page.length < pageSize) return
      await turnOfOthers()
    }
  }

  private async readAnswers(followed: readonly FollowedScan[]): Promise<void> {
    const roundOf = roundsIn(followed)
    for (;;) {
      const page = await answersAfter(this.db, this.lastAnswer, pageSize)
      for (const written of page) {
        const round = roundOf(written.round)
        if (!round) return
        const { panellist, technology, specialism, typist, stance, impact } = written
        const answer = { stance, impact, arrival: arrivalIn(written, round.startYear), reason: null }
        if (!isPilot(round))
          round.held.log.append({ round: round.number, panellist, technology, specialism, typist, ...answer })
        this.countOf(written.round).hear(written)
        this.lastAnswer = written.seq
      }
      if (page.length < pageSize) return
      await turnOfOthers()
    }
  }

  private countOf(round: string): RoundCount {
    const known = this.counts.get(round)
    if (known) return known
    const count = new RoundCount()
    this.counts.set(round, count)
    return count
  }
}

/** Its name made comparable: not worked out again while it has the same name. */
function alphabetIn(held: HeldScan, candidate: { id: string; name: string }): string {
  const known = held.find(candidate.id)
  return known?.name === candidate.name ? known.alphabet : alphabetOf(candidate.name)
}

/** When each closed round that counts was closed. */
function closingsOf(rounds: readonly RoundHead[]): Map<number, string> {
  return new Map(countedRounds(rounds).flatMap(({ number, closedAt }) => (closedAt ? [[number, closedAt]] : [])))
}

/** Finds a round by id, with the scan it belongs to. */
function roundsIn(followed: readonly FollowedScan[]) {
  const rounds = followed.flatMap(({ held, head, rounds }) =>
    rounds.map(({ id, number }) => [id, { held, number, startYear: head.startYear }] as const),
  )
  const byId = new Map(rounds)
  return (id: string) => byId.get(id)
}

/** In the order of their numbers in the log. */
function inOrderOf<T extends { id: string }>(ids: readonly string[], items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
