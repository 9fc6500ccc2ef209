import type { Worker } from 'node:worker_threads'
import { inTurns, pauses } from '../in-turns.ts'
import { startThread } from '../thread.ts'
import { certaintyFrom, type LensCertainty } from './certainty.ts'
import { CertaintyDraws, type Part } from './certainty-draws.ts'
import { type DrawPlan, fewestPeople } from './draw-plan.ts'
import type { Lens } from './lens.ts'
import { type LensRows, rowsOf } from './lens-rows.ts'
import { modelsOf } from './panel-models.ts'
import type { Question } from './place-counts.ts'
import { peopleIn, type RankingInput, rank } from './rank.ts'
import type { Tallies } from './tally.ts'

/** What can be said of how sure a ranking is: nothing of few people, or where there are too few answers. */
export type Certainty = { state: 'few-people' | 'too-few' } | { state: 'ready'; certainty: LensCertainty }

/**
 * How sure the rankings of these lenses are, in their order, by the method's own weights. `panellists` is how many have a number in the
 * tallies. With `among`, places are counted among these technologies (ids) alone. Without `threads` it is done here, in turns.
 */
export async function computeCertainty(
  input: RankingInput,
  panellists: number,
  lenses: readonly Lens[],
  plan: DrawPlan,
  threads = 0,
  among?: ReadonlySet<string>,
): Promise<Certainty[]> {
  const crew = new CertaintyCrew(input.tallies, panellists, threads)
  const found: Certainty[] = []
  try {
    for (const lens of lenses) found.push(await certaintyOf(crew, input, lens, plan, among))
  } finally {
    await crew.end()
  }
  return found
}

/** The same of one lens, by a crew that knows the answers. */
export async function certaintyOf(
  crew: CertaintyCrew,
  input: RankingInput,
  lens: Lens,
  plan: DrawPlan,
  among?: ReadonlySet<string>,
): Promise<Certainty> {
  if (peopleIn(input, lens) < fewestPeople) return { state: 'few-people' }
  const certainty = await crew.compute(rowsOf(rank(input, lens), input.method.reachFull, among), plan)
  return certainty ? { state: 'ready', certainty } : { state: 'too-few' }
}

/** What a thread is started with; in `done[0]` all count the places they have drawn. */
export interface ThreadData {
  tallies: Tallies
  panellists: number
  part: Part
  done: Int32Array
}
export type Order = { rows: LensRows; plan: DrawPlan } | { question: Question }
export type Reply = { draws: number } | { counts: Uint32Array }

const ended = 'Drawing was ended before it was done.'

/** Somebody who draws a part, and answers for it. */
interface Drawer {
  draw(rows: LensRows, plan: DrawPlan): Promise<number>
  ask(question: Question): Promise<Uint32Array>
  end(): Promise<void>
}

/**
 * Threads that draw a scan's certainty together, one lens at a time: each takes some of the blocks, and tells whole counts alone, so
 * that their sums do not depend on how many threads there are. With none the work is done here, in turns.
 */
export class CertaintyCrew {
  private drawers: Drawer[] | undefined
  private readonly done = new Int32Array(new SharedArrayBuffer(4))
  private places = 0

  private readonly tallies: Tallies
  private readonly panellists: number
  private readonly threads: number

  constructor(tallies: Tallies, panellists: number, threads: number) {
    this.tallies = tallies
    this.panellists = panellists
    this.threads = threads
  }

  /** How much of the present lens is drawn, 0 to 1. */
  get progress(): number {
    return this.places === 0 ? 0 : Math.min(1, Atomics.load(this.done, 0) / this.places)
  }

  /** Null where there are too few answers to say. */
  async compute(rows: LensRows & { ids: string[] }, plan: DrawPlan): Promise<LensCertainty | null> {
    Atomics.store(this.done, 0, 0)
    this.places = rows.ids.length * plan.draws
    const { ids, ...columns } = rows
    this.drawers ??= this.engaged()
    const [draws] = await Promise.all(this.drawers.map((drawer) => drawer.draw(columns, plan)))
    return draws ? certaintyFrom(ids, { draws, seed: plan.seed }, (question) => this.ask(question)) : null
  }

  /** Whatever is being computed fails. */
  async end(): Promise<void> {
    await Promise.all((this.drawers ?? []).map((drawer) => drawer.end()))
  }

  private engaged(): Drawer[] {
    const { tallies, panellists, threads, done } = this
    const of = Math.max(1, threads)
    return Array.from({ length: of }, (_, part) => {
      const data = { tallies, panellists, part: { part, of }, done }
      return threads === 0 ? new DrawerHere(data) : new DrawerInThread(data)
    })
  }

  private async ask(question: Question): Promise<Uint32Array> {
    const [sum, ...others] = await Promise.all(this.drawers!.map((drawer) => drawer.ask(question)))
    for (const counts of others) for (let i = 0; i < counts.length; i++) sum![i]! += counts[i]!
    return sum!
  }
}

class DrawerHere implements Drawer {
  private readonly draws: CertaintyDraws
  private readonly done: Int32Array
  private readonly pause = pauses()
  private hasEnded = false

  constructor({ tallies, panellists, part, done }: ThreadData) {
    this.draws = new CertaintyDraws(() => modelsOf(tallies, panellists), part)
    this.done = done
  }

  draw(rows: LensRows, plan: DrawPlan): Promise<number> {
    return inTurns(this.untilEnded(this.draws.draw(rows, plan, (places) => Atomics.add(this.done, 0, places))))
  }

  async ask(question: Question): Promise<Uint32Array> {
    await this.pause()
    return this.draws.answer(question)
  }

  async end(): Promise<void> {
    this.hasEnded = true
  }

  private *untilEnded<T>(work: Generator<void, T>): Generator<void, T> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return step.value
      if (this.hasEnded) throw new Error(ended)
      yield
    }
  }
}

/** One order at a time. */
class DrawerInThread implements Drawer {
  private readonly thread: Worker
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined
  private failure: Error | undefined

  constructor(data: ThreadData) {
    this.thread = startThread(new URL('./certainty-worker', import.meta.url), { workerData: data })
    this.thread.on('message', (reply: Reply) => this.waiting?.resolve(reply))
    this.thread.on('error', (error) => this.fail(error))
    this.thread.on('exit', () => this.fail(new Error(ended)))
  }

  async draw(rows: LensRows, plan: DrawPlan): Promise<number> {
    const reply = await this.order({ rows, plan })
    return 'draws' in reply ? reply.draws : 0
  }

  async ask(question: Question): Promise<Uint32Array> {
    const reply = await this.order({ question })
    return 'counts' in reply ? reply.counts : new Uint32Array()
  }

  async end(): Promise<void> {
    await this.thread.terminate()
  }

  private order(order: Order): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.failure) return reject(this.failure)
      this.waiting = { resolve, reject }
      this.thread.postMessage(order)
    })
  }

  private fail(error: Error): void {
    this.failure ??= error
    this.waiting?.reject(this.failure)
  }
}
