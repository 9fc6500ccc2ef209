import { setTimeout as pause } from 'node:timers/promises'
import { headOfTrail } from '../../db/audit.ts'
import type { Registry } from '../../db/open.ts'
import { eraseOldAddresses } from './address-commands.ts'
import { appendAlone, type By, type Noted } from './perform.ts'
import { Refusals, type Refused } from './refusals.ts'
import type { AuditNote, Head } from './trail.ts'

const everyMs = 60_000
const dayMs = 86_400_000
/** What a reader waits at most for others who write. */
const longestWaitMs = 2_000
const mostHeld = 10_000

export interface TrailLog {
  /** Could not be written: what is `held` will be; what is not stands in this log alone. */
  failed: (error: unknown, entries: readonly Noted[], held: boolean) => void
  head: (head: Head | undefined) => void
}

/**
 * Keeps in the trail what is no act: refusals, gathered and written once a minute, and files that leave. Neither ever fails a read: what cannot be
 * written is held, told to the log, and written when there is room again. Once a day it tells the log where the trail ends and erases old addresses.
 */
export class TrailKeeper {
  private readonly registry: Registry
  private readonly now: () => Date
  private readonly addressDays: number
  private readonly refusals = new Refusals()
  private held: Noted[] = []
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> = Promise.resolve()
  private lastDay = Number.NEGATIVE_INFINITY
  private log: TrailLog = { failed: () => {}, head: () => {} }

  constructor(registry: Registry, now: () => Date, addressDays: number) {
    this.registry = registry
    this.now = now
    this.addressDays = addressDays
  }

  start(log: TrailLog): void {
    this.log = log
    const run = () => {
      this.running = this.running.then(() => this.round()).catch((error) => this.log.failed(error, [], true))
    }
    run()
    this.timer = setInterval(run, everyMs)
    this.timer.unref()
  }

  /** Writes down what is still held. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.running
    await this.writeDown()
  }

  refused(refused: Refused): void {
    this.refusals.add(refused)
  }

  /** Writes that a file leaves, before it does. Never rejects. */
  async exported(note: AuditNote, by: By): Promise<void> {
    await Promise.race([this.write([{ note, by }]), pause(longestWaitMs, undefined, { ref: false })])
  }

  /** Writes what was refused, and what could not be written before. */
  async writeDown(): Promise<void> {
    const refused = this.refusals.take().map(({ note, account, at, via, address }) => {
      const by = { account, at, from: { via, address, client: null } }
      return { note, by }
    })
    const entries = [...this.held.splice(0), ...refused]
    if (entries.length > 0) await this.write(entries)
  }

  private async write(entries: readonly Noted[]): Promise<void> {
    try {
      await appendAlone(this.registry, entries)
    } catch (error) {
      const room = Math.max(0, mostHeld - this.held.length)
      const [held, logged] = [entries.slice(0, room), entries.slice(room)]
      this.held.push(...held)
      if (held.length > 0) this.log.failed(error, held, true)
      if (logged.length > 0) this.log.failed(error, logged, false)
    }
  }

  private async round(): Promise<void> {
    await this.writeDown()
    const now = this.now()
    if (now.getTime() - this.lastDay < dayMs) return
    this.lastDay = now.getTime()
    this.log.head(await headOfTrail(this.registry.read))
    await eraseOldAddresses(this.registry, this.addressDays, now)
  }
}
