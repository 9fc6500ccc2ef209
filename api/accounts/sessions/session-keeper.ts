import type { Database, Registry } from '../../../db/open.ts'
import { deleteSessionsExpiredBefore, deleteSessionsUnusedSince, setLastUse } from '../../../db/sessions.ts'
import { UseKeeper, writeEveryMs } from '../use-keeper.ts'

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
 * When sessions were used; what counts is the later of what is held and what is written. Several processes hear of each other's uses when
 * these are written: where requests of one person go now to one, now to another, a session may end up to a minute sooner, never later.
 */
export class SessionKeeper extends UseKeeper {
  private readonly idleMs: number

  constructor({ registry, idleMinutes, now }: Parts) {
    super(registry, now)
    this.idleMs = idleMinutes * 60_000
  }

  /** Whether a session has not ended; it is used now, if so. */
  use(session: Used): boolean {
    if (!this.isLive(session)) return false
    this.used(session.id, this.now().getTime())
    return true
  }

  /** Whether a session has not ended. */
  isLive(session: Used): boolean {
    const now = this.now().getTime()
    return now < Date.parse(session.expiresAt) && now < this.lastUse(session) + this.idleMs
  }

  /** In milliseconds. */
  lastUse({ id, lastUsedAt }: Pick<Used, 'id' | 'lastUsedAt'>): number {
    return Math.max(Date.parse(lastUsedAt), this.heldUse(id) ?? 0)
  }

  /** Sessions that have ended are taken out with it. */
  protected async write(trx: Database, uses: readonly (readonly [string, string])[]): Promise<void> {
    const now = this.now().getTime()
    for (const [id, at] of uses) await setLastUse(trx, id, at)
    await deleteSessionsExpiredBefore(trx, new Date(now).toISOString())
    await deleteSessionsUnusedSince(trx, new Date(now - this.idleMs - unwrittenMs).toISOString())
  }
}
