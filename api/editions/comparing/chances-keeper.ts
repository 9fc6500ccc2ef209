import { pauses } from '../../in-turns.ts'
import { Job } from '../../job.ts'
import { CertaintyCrew, certaintyOf } from '../../ranking/certainty-crew.ts'
import { smallWork, usualThreads } from '../../ranking/certainty-keeper.ts'
import { seedOf } from '../../ranking/chance.ts'
import { mostInMatrix, usualPlan } from '../../ranking/draw-plan.ts'
import type { FollowedScan } from '../../ranking/follower.ts'
import type { Tallies } from '../../ranking/tally.ts'
import { chanceHigher } from './chance-higher.ts'

/** An edition of which places can be drawn: its scan, as of a closed round. */
export interface Drawable {
  scan: Pick<FollowedScan, 'head' | 'held'>
  round: number
}

/** By id: the chance that a technology stands higher in the later of two editions. */
export type Chances = { state: 'ready'; higher: ReadonlyMap<string, number> } | { state: 'too-few' | 'too-many' }
export type KnownChances = Chances | { state: 'working'; progress: number }

/** How many pairs of editions are kept; the longest kept goes first. */
const pairsKept = 200

/** Works out the chances between two editions: each pair once, one after the other, and never while somebody waits for it. */
export class ChancesKeeper {
  private readonly kept = new Map<string, Job<Chances>>()
  private readonly numbers = new WeakMap<Tallies, number>()
  private last = 0
  private present: { job: Job<Chances>; crew: CertaintyCrew | undefined; drawn: number } | undefined
  private turn: Promise<void> = Promise.resolve()
  private isStopping = false
  private readonly threads: number

  constructor(threads = usualThreads) {
    this.threads = threads
  }

  /** What is known now; what is not is worked out. An error is told once, and then it is tried again. */
  look(from: Drawable, to: Drawable, among: ReadonlySet<string>): KnownChances {
    const key = `${this.numberOf(from)} ${this.numberOf(to)}`
    const job = this.kept.get(key) ?? this.start(key, from, to, among)
    if (job.failure) {
      this.kept.delete(key)
      throw job.failure.error
    }
    return job.found ?? { state: 'working', progress: this.progressOf(job) }
  }

  /** Ends what is going on. */
  async stop(): Promise<void> {
    this.isStopping = true
    await this.present?.crew?.end()
    await this.turn
    this.isStopping = false
  }

  private start(key: string, from: Drawable, to: Drawable, among: ReadonlySet<string>): Job<Chances> {
    const job = new Job(() => this.find(from, to, among))
    this.kept.set(key, job)
    if (this.kept.size > pairsKept) this.kept.delete(this.kept.keys().next().value!)
    this.turn = this.turn.then(async () => {
      this.present = { job, crew: undefined, drawn: 0 }
      await job.run()
      this.present = undefined
    })
    return job
  }

  private progressOf(job: Job<Chances>): number {
    if (this.present?.job !== job) return 0
    return (this.present.drawn + (this.present.crew?.progress ?? 0)) / 2
  }

  private async find(from: Drawable, to: Drawable, among: ReadonlySet<string>): Promise<Chances> {
    if (among.size > mostInMatrix) return { state: 'too-many' }
    if (among.size === 0) return { state: 'ready', higher: new Map() }
    const earlier = await this.draw(from, among)
    const later = earlier && (await this.draw(to, among))
    if (!later) return { state: 'too-few' }
    const higher = new Map<string, number>()
    const pause = pauses()
    for (const id of among) {
      higher.set(id, chanceHigher(earlier.get(id)!, later.get(id)!))
      await pause()
    }
    return { state: 'ready', higher }
  }

  /** By id: how often it took each place among these; null where there are too few answers to say. */
  private async draw({ scan, round }: Drawable, among: ReadonlySet<string>) {
    if (this.isStopping) throw new Error('Stopped before it was worked out.')
    const input = scan.held.inputAsOf(round)
    const threads = among.size * usualPlan.draws < smallWork ? 0 : this.threads
    const crew = new CertaintyCrew(input.tallies, scan.held.log.panellists.ids.length, threads)
    this.present!.crew = crew
    try {
      const plan = { ...usualPlan, seed: seedOf(`${scan.head.id} ${round}`) }
      const found = await certaintyOf(crew, input, { kind: 'all' }, plan, among)
      this.present!.drawn++
      if (found.state !== 'ready') return null
      const { ranges, acceptability } = found.certainty
      return new Map(ranges.map(({ id }, row) => [id, acceptability![row]!]))
    } finally {
      this.present!.crew = undefined
      await crew.end()
    }
  }

  /** The answers of a closed round stay the same object while they add up to the same, and so do those of an edition. */
  private numberOf({ scan, round }: Drawable): number {
    const tallies = scan.held.talliesAsOf(round)
    const known = this.numbers.get(tallies) ?? ++this.last
    this.numbers.set(tallies, known)
    return known
  }
}
