import { type StoredToken, setTokenLastUse } from '../../../db/access-tokens.ts'
import type { Registry } from '../../../db/open.ts'
import { isUsable } from './token.ts'

const writeEveryMs = 60_000

type Used = Pick<StoredToken, 'id' | 'expiresAt' | 'revokedAt' | 'lastUsedAt'>

/** When tokens were used: held here and written down once a minute, so that no read waits for the disk, or fails with it. */
export class TokenKeeper {
  private readonly registry: Registry
  private readonly now: () => Date
  /** In milliseconds, by token; only what is not written down. */
  private readonly uses = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private failed: (error: unknown) => void = () => {}

  constructor(registry: Registry, now: () => Date) {
    this.registry = registry
    this.now = now
  }

  /** Whether a token may be used; it is used now, if so. */
  use(token: Used): boolean {
    const now = this.now().getTime()
    if (!isUsable(token, now)) return false
    this.uses.set(token.id, now)
    return true
  }

  lastUse({ id, lastUsedAt }: Used): string | null {
    const held = this.uses.get(id)
    return held === undefined ? lastUsedAt : new Date(held).toISOString()
  }

  /** `failed` hears of a database that does not answer; what could not be written is written the next time. */
  start(failed: (error: unknown) => void): void {
    this.failed = failed
    this.timer = setInterval(() => this.writeDown().catch(failed), writeEveryMs)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.writeDown().catch(this.failed)
  }

  /** Does nothing where nobody used any. */
  async writeDown(): Promise<void> {
    if (this.uses.size === 0) return
    const written = [...this.uses]
    await this.registry.transaction(async (trx) => {
      for (const [id, at] of written) await setTokenLastUse(trx, id, new Date(at).toISOString())
    })
    for (const [id, at] of written) if (this.uses.get(id) === at) this.uses.delete(id)
  }
}
