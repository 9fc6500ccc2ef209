import type { RateTechnologyRequest, RatingResponse } from '../../../api/contract/ratings.ts'
import { NoAnswer, newKey, RequestProblem } from '../../shared/api-client.ts'
import { sendAnswer, signedInAs } from './send.ts'
import { UnsentStorage } from './storage.ts'
import { added, afterClash, nameOf, type Target, tried, type Unsent } from './unsent.ts'

/** How sending stands: `broken` no answer comes, `signed-out` somebody must sign in first. */
export type Line = 'idle' | 'sending' | 'broken' | 'signed-out'

export interface Snapshot {
  unsent: readonly Unsent[]
  line: Line
  /** Whether what is not sent outlives this page. */
  isKept: boolean
}

const patience = { firstMs: 2000, mostMs: 20_000 }

/**
 * What a panel member has answered and the server has not confirmed, in the order in which they answered. Each answer is stored
 * before it is sent and leaves the store when it is confirmed, so whatever happens in between, nothing is lost. Sending the
 * same twice is safe: the server takes an equal answer as done, and an unequal one is never overwritten unseen.
 */
export class Outbox {
  private readonly account: string
  private readonly storage: UnsentStorage
  private readonly listeners = new Set<() => void>()
  private entries: Map<string, Unsent>
  private snapshot: Snapshot
  private line: Line = 'idle'
  private running = false
  private waitMs = patience.firstMs
  private timer: ReturnType<typeof setTimeout> | undefined
  /** The versions that the server has confirmed to this tab. */
  private readonly confirmed = new Map<string, number>()
  /** Told of each answer that the server has confirmed. */
  onSaved: (target: Target, rating: RatingResponse) => void = () => undefined
  /** Told when what is asked, or answered, may have changed elsewhere: another tab has sent something, or one was refused. */
  onElsewhere: () => void = () => undefined

  constructor(account: string) {
    this.account = account
    this.storage = new UnsentStorage(account)
    this.entries = this.storage.all()
    this.snapshot = this.take()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  read = (): Snapshot => this.snapshot

  /** Begins to send by itself, now and whenever there is hope. Returns what stops it. */
  start(): () => void {
    const now = () => this.sendNow()
    const stopWatching = this.storage.watch((name, unsent) => this.heard(name, unsent))
    window.addEventListener('online', now)
    window.addEventListener('focus', now)
    this.line = this.entries.size > 0 ? 'broken' : 'idle'
    now()
    return () => {
      clearTimeout(this.timer)
      stopWatching()
      window.removeEventListener('online', now)
      window.removeEventListener('focus', now)
    }
  }

  /** Takes an answer on. `seen` is the version on the page when it was given; null for none. */
  put(target: Target, body: RateTechnologyRequest, seen: number | null): void {
    const name = nameOf(target)
    const stamp = { id: newKey(), at: new Date().toISOString() }
    const unsent = added(target, body, this.latest(name, seen), this.entries.get(name), stamp)
    // Last in the order of sending, wherever it stood before.
    this.entries.delete(name)
    this.set(name, unsent)
    if (this.line !== 'broken') void this.run()
  }

  /** A page that has not been drawn again since the last answer was confirmed still shows the version before it. */
  private latest(name: string, seen: number | null): number | null {
    return Math.max(seen ?? 0, this.confirmed.get(name) ?? 0) || null
  }

  /** Lets go of an answer that was refused, or that gives way to the one found there. */
  drop(unsent: Unsent): void {
    this.remove(nameOf(unsent))
  }

  /** Sends an answer although another was found in its place, which its giver has now seen. */
  insist(unsent: Unsent): void {
    const { current } = unsent
    this.set(nameOf(unsent), { ...unsent, state: 'waiting', seen: current?.version ?? null, current: null })
    this.sendNow()
  }

  sendNow(): void {
    clearTimeout(this.timer)
    void this.run()
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      // After a break somebody else may have signed in: an answer never goes under another name.
      if (this.isBroken() && this.next() && !(await signedInAs(this.account))) return this.become('signed-out')
      for (let unsent = this.next(); unsent; unsent = this.next()) {
        this.become('sending')
        await this.send(unsent)
      }
      this.waitMs = patience.firstMs
      this.become('idle')
    } catch (error) {
      if (!(error instanceof NoAnswer || error instanceof RequestProblem)) throw error
      this.become(error instanceof RequestProblem && error.status === 401 ? 'signed-out' : 'broken')
    } finally {
      this.running = false
      if (this.isBroken() && this.next()) this.later()
    }
  }

  private async send(first: Unsent): Promise<void> {
    const name = nameOf(first)
    const unsent = tried(first)
    this.set(name, unsent)
    const outcome = await sendAnswer(unsent)
    const now = this.entries.get(name)
    const isSame = now?.id === unsent.id
    if (outcome.kind === 'saved') {
      this.confirmed.set(name, outcome.rating.version)
      if (isSame) this.remove(name)
      // Changed while it was on its way: the change is for what is there now.
      else if (now) this.set(name, { ...now, seen: outcome.rating.version, tried: [] })
      return this.onSaved(unsent, outcome.rating)
    }
    if (!now) return
    if (outcome.kind === 'clash') return this.set(name, afterClash(now, outcome.current, outcome.detail))
    if (outcome.kind === 'nothing-to-withdraw') return isSame ? this.remove(name) : undefined
    this.set(name, { ...now, state: 'refused', detail: outcome.detail })
    // What is asked has changed meanwhile: nobody should go on answering a closed round.
    this.onElsewhere()
  }

  private heard(name: string, unsent: Unsent | null): void {
    if (unsent) this.entries.set(name, unsent)
    else this.entries.delete(name)
    this.tell()
    if (!unsent) this.onElsewhere()
  }

  private next(): Unsent | undefined {
    return [...this.entries.values()].find(({ state }) => state === 'waiting')
  }

  private isBroken(): boolean {
    return this.line === 'broken' || this.line === 'signed-out'
  }

  private later(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.sendNow(), this.waitMs)
    this.waitMs = Math.min(this.waitMs * 2, patience.mostMs)
  }

  private set(name: string, unsent: Unsent): void {
    this.entries.set(name, unsent)
    this.storage.keep(name, unsent)
    this.tell()
  }

  private remove(name: string): void {
    this.entries.delete(name)
    this.storage.drop(name)
    this.tell()
  }

  private become(line: Line): void {
    if (this.line === line) return
    this.line = line
    this.tell()
  }

  private tell(): void {
    this.snapshot = this.take()
    for (const listener of this.listeners) listener()
  }

  private take(): Snapshot {
    return { unsent: [...this.entries.values()], line: this.line, isKept: this.storage.works }
  }
}
