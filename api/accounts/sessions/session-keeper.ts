import type { Registry } from '../../../db/open.ts'
import { deleteSessionsExpiredBefore, deleteSessionsUnusedSince, setLastUse } from '../../../db/sessions.ts'

const writeEveryMs = 60_000
/** Another process may hold a use that it has not written down yet. */
const unwrittenMs = 2 * writeEveryMs

interface Parts {
  registry: Registry
  idleMinutes: number
  now: () => Date
}

/** What is asked of a session; instants as they stand in the table. */
interface Used {
  id: string
  lastUsedAt: string
  expiresAt: string
}

/**
 * When sessions were used. It is held here and written down once a minute, so that reading costs no disk sync; what counts is the later of
 * the two. Several processes hear of each other's uses when these are written: where requests of one person go now to one, now to
 * another, a session may end up to a minute sooner, never later.
 */
export class SessionKeeper {
  private readonly parts: Parts
  /** In milliseconds, by session; only what is not written down. */
  private readonly uses = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> | undefined
  private failed: (error: unknown) => void = () => {}

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Whether a session has not ended; it is used now, if so. */
  use(session: Used): boolean {
    const now = this.parts.now().getTime()
    if (now >= Date.parse(session.expiresAt) || now >= this.lastUse(session) + this.idleMs) return false
    this.uses.set(session.id, now)
    return true
  }

  /** Whether a session has not ended. */
  isLive(session: Used): boolean {
    const now = this.parts.now().getTime()
    return now < Date.parse(session.expiresAt) && now < this.lastUse(session) + this.idleMs
  }

  /** In milliseconds. */
  lastUse({ id, lastUsedAt }: Pick<Used, 'id' | 'lastUsedAt'>): number {
    return Math.max(Date.parse(lastUsedAt), this.uses.get(id) ?? 0)
  }

  /** `failed` hears of a database that does not answer; what could not be written is written the next time. */
  start(failed: (error: unknown) => void): void {
    this.failed = failed
    this.timer = setInterval(() => this.writeDown().catch(failed), writeEveryMs)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.writing?.catch(() => {})
    await this.writeDown().catch(this.failed)
  }

  /** Writes down what it holds, and takes out the sessions that have ended; does nothing where nobody used any. */
  writeDown(): Promise<void> {
    this.writing ??= this.write().finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  private async write(): Promise<void> {
    if (this.uses.size === 0) return
    const written = [...this.uses]
    const now = this.parts.now().getTime()
    await this.parts.registry.transaction(async (trx) => {
      for (const [id, at] of written) await setLastUse(trx, id, iso(at))
      await deleteSessionsExpiredBefore(trx, iso(now))
      await deleteSessionsUnusedSince(trx, iso(now - this.idleMs - unwrittenMs))
    })
    for (const [id, at] of written) if (this.uses.get(id) === at) this.uses.delete(id)
  }

  private get idleMs(): number {
    return this.parts.idleMinutes * 60_000
  }
}

const iso = (ms: number) => new Date(ms).toISOString()
