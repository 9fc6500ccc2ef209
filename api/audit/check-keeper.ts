import type { Database } from '../../db/open.ts'
import type { AuditCheck } from '../contract/audit.ts'
import { checkTrail } from './check-reader.ts'
import type { Witness } from './witness-reader.ts'

export interface CheckParts {
  read: Database
  now: () => Date
  backups: () => Witness[]
  /** How many entries there are now. */
  total: () => Promise<number>
}

const none: AuditCheck = {
  state: 'none',
  startedAt: null,
  endedAt: null,
  checked: 0,
  total: 0,
  head: null,
  witnesses: 0,
  failures: [],
  notes: [],
}

/** Checks the trail when somebody asks, one check at a time and in turns with everybody else, and keeps in memory what came of the last one. */
export class CheckKeeper {
  private readonly parts: CheckParts
  private check: AuditCheck = none
  private running: Promise<void> = Promise.resolve()

  constructor(parts: CheckParts) {
    this.parts = parts
  }

  last(): AuditCheck {
    return this.check
  }

  /** Begins a check, where none is running. */
  async start(): Promise<AuditCheck> {
    if (this.check.state === 'running') return this.check
    const startedAt = this.parts.now().toISOString()
    this.check = { ...none, state: 'running', startedAt }
    this.check = { ...this.check, total: await this.parts.total() }
    this.running = this.run()
    return this.check
  }

  /** Resolves when no check is running. */
  async ended(): Promise<void> {
    await this.running
  }

  private async run(): Promise<void> {
    try {
      const { read, backups } = this.parts
      const verdict = await checkTrail(read, backups(), (checked) => {
        this.check = { ...this.check, checked }
      })
      const { entries, head, witnesses, failures, notes } = verdict
      const state = failures.length === 0 ? 'whole' : 'broken'
      const found = { state, checked: entries, total: entries, witnesses, failures, notes } as const
      this.end({ ...found, head: head ? { seq: head.seq, digest: head.digest } : null })
    } catch {
      this.end({ state: 'failed' })
    }
  }

  private end(found: Partial<AuditCheck>): void {
    this.check = { ...this.check, ...found, endedAt: this.parts.now().toISOString() }
  }
}
