import { availableParallelism } from 'node:os'
import { Job } from '../job.ts'
import { lastClosed } from '../scans/round.ts'
import { type Certainty, CertaintyCrew, certaintyOf } from './certainty-crew.ts'
import { seedOf } from './chance.ts'
import { usualPlan, type Varies } from './draw-plan.ts'
import type { FollowedScan, RegistryFollower } from './follower.ts'
import type { HeldScan } from './held-scan.ts'
import { type Lens, lensesOver } from './lens.ts'
import { nameOfRows } from './lens-rows.ts'
import type { RankingInput } from './rank.ts'
import type { Tallies } from './tally.ts'

/** What is known at this moment of how sure a lens is. */
export type Known = Certainty | { state: 'no-round' } | { state: 'working'; progress: number }

const stopped = 'Stopped before it was worked out.'

/** In places to draw: what is done before a thread would have started. */
export const smallWork = 250_000

/** Run from the sources, threads would first have to learn to read them. */
export const usualThreads = import.meta.url.endsWith('.ts') ? 0 : availableParallelism()

/**
 * Works out how sure rankings are: each lens of a closed round once, one at a time, first what is asked for and then what may be. What
 * it found it keeps as long as the answers add up to the same.
 */
export class CertaintyKeeper {
  /** Of a scan's last closed round alone. An edition holds its scan by itself, so that the two do not drive out each other's. */
  private readonly kept = new WeakMap<HeldScan, { tallies: Tallies; jobs: Map<string, Job<Certainty>> }>()
  private waiting: Job<Certainty>[] = []
  private present: Job<Certainty> | undefined
  private crew: { tallies: Tallies; crew: CertaintyCrew } | undefined
  private working: Promise<void> | undefined
  private isAhead = false
  private isStopping = false
  readonly follower: RegistryFollower
  private readonly threads: number

  constructor(follower: RegistryFollower, threads = usualThreads) {
    this.follower = follower
    this.threads = threads
  }

  /** From now on every lens of a closed round is worked out before anybody asks. */
  workAhead(): void {
    this.isAhead = true
  }

  /** Never rejects: what cannot be worked out ahead is tried again when somebody asks. */
  async roundClosed(round: string): Promise<void> {
    if (!this.isAhead) return
    const { scans } = await this.follower.followed().catch(() => ({ scans: [] }))
    const scan = scans.find(({ rounds }) => rounds.some(({ id }) => id === round))
    if (scan) for (const lens of lensesOver(scan.state.specialisms)) this.jobFor(scan, lens, 'both')
  }

  /** What is known now; what is not is worked out next. An error is told once, and then it is tried again. */
  look(scan: FollowedScan, lens: Lens, varies: Varies): Known {
    const job = this.jobFor(scan, lens, varies)
    if (!job) return { state: 'no-round' }
    if (job.failure) throw job.failure.error
    this.hurry(job)
    return job.found ?? { state: 'working', progress: job === this.present ? (this.crew?.crew.progress ?? 0) : 0 }
  }

  /** The same, once it is known. */
  async certaintyOf(scan: FollowedScan, lens: Lens, varies: Varies): Promise<Certainty | { state: 'no-round' }> {
    const job = this.jobFor(scan, lens, varies)
    if (!job) return { state: 'no-round' }
    this.hurry(job)
    return job.end
  }

  /** Ends what is going on; whoever waits for it fails. */
  async stop(): Promise<void> {
    this.isAhead = false
    this.isStopping = true
    for (const job of this.waiting.splice(0)) job.fail(new Error(stopped))
    await this.crew?.crew.end()
    await this.working
    this.isStopping = false
  }

  private hurry(job: Job<Certainty>): void {
    if (this.waiting.includes(job)) this.waiting = [job, ...this.waiting.filter((one) => one !== job)]
  }

  private jobFor(scan: FollowedScan, lens: Lens, varies: Varies): Job<Certainty> | undefined {
    const round = lastClosed(scan.rounds)?.number
    if (round === undefined) return undefined
    const tallies = scan.held.talliesAsOf(round)
    const { jobs } = this.keptOf(scan, tallies)
    const key = `${varies} ${nameOfRows(lens)}`
    const known = jobs.get(key)
    if (known?.failure) jobs.delete(key)
    if (known) return known
    const job = new Job(() => this.find(scan, round, lens, varies))
    jobs.set(key, job)
    this.waiting.push(job)
    this.working ??= this.workOff()
    return job
  }

  private keptOf({ held }: FollowedScan, tallies: Tallies) {
    const known = this.kept.get(held)
    if (known?.tallies === tallies) return known
    const kept = { tallies, jobs: new Map<string, Job<Certainty>>() }
    this.kept.set(held, kept)
    return kept
  }

  private async workOff(): Promise<void> {
    for (let job = this.waiting.shift(); job; job = this.waiting.shift()) {
      this.present = job
      await job.run()
      if (job.failure) await this.dismiss()
    }
    this.present = undefined
    await this.dismiss()
    this.working = undefined
    if (this.waiting.length > 0) this.working = this.workOff()
  }

  private async find({ head, held }: FollowedScan, round: number, lens: Lens, varies: Varies): Promise<Certainty> {
    const input = held.inputAsOf(round)
    const crew = await this.crewFor(input, held.log.panellists.ids.length)
    if (this.isStopping) throw new Error(stopped)
    return certaintyOf(crew, input, lens, { ...usualPlan, seed: seedOf(`${head.id} ${round}`), varies })
  }

  /** One crew works on all lenses of the same answers. */
  private async crewFor({ tallies, candidates }: RankingInput, panellists: number): Promise<CertaintyCrew> {
    if (this.crew?.tallies === tallies) return this.crew.crew
    await this.dismiss()
    const isSmall = candidates.length * usualPlan.draws < smallWork
    const crew = new CertaintyCrew(tallies, panellists, isSmall ? 0 : this.threads)
    this.crew = { tallies, crew }
    return crew
  }

  private async dismiss(): Promise<void> {
    const leaving = this.crew
    this.crew = undefined
    await leaving?.crew.end()
  }
}
