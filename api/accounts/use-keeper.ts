import type { Database, Registry } from '../../db/open.ts'

export const writeEveryMs = 60_000

/**
 * When things were last used, by id. Held here and written down once a minute and at a stop, so that no read waits for the disk, or fails
 * with it; a program that is killed loses a minute of it.
 */
export abstract class UseKeeper {
  protected readonly now: () => Date
  private readonly registry: Registry
  /** In milliseconds; only what is not written down. */
  private readonly uses = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> | undefined
  private failed: (error: unknown) => void = () => {}

  constructor(registry: Registry, now: () => Date) {
    this.registry = registry
    this.now = now
  }

  /** Writes these uses into their table, in the one transaction of all that goes with it. */
  protected abstract write(trx: Database, uses: readonly (readonly [id: string, at: string])[]): Promise<void>

  protected used(id: string, at: number): void {
    this.uses.set(id, at)
  }

  /** In milliseconds; undefined where nothing is held that is not written down. */
  protected heldUse(id: string): number | undefined {
    return this.uses.get(id)
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

  /** Does nothing where nothing was used. */
  writeDown(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined
    })
    return this.writing
  }

  private async writeAll(): Promise<void> {
    if (this.uses.size === 0) return
    const written = [...this.uses]
    const instants = written.map(([id, at]) => [id, new Date(at).toISOString()] as const)
    await this.registry.transaction((trx) => this.write(trx, instants))
    for (const [id, at] of written) if (this.uses.get(id) === at) this.uses.delete(id)
  }
}
