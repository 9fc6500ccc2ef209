import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Cron } from 'croner'
import { productVersion } from '../product.ts'
import { type Settings, scheduleZone } from '../settings.ts'
import { startThread } from '../thread.ts'
import type { BackupReply } from './backup-worker.ts'
import { nameOfBackup } from './manifest.ts'
import { backupsIn, type KeptBackup } from './shelf-reader.ts'

export interface BackupKeeperParts {
  /** The registry's file. */
  file: string
  settings: Pick<Settings, 'backups'>
  now: () => Date
}

/** How backups fare. */
export interface BackupState {
  last: KeptBackup | undefined
  kept: number
  /** When the next is due; null where the program takes none. ISO 8601, UTC. */
  nextAt: string | null
  /** Why the last one that this process was to take was not taken; undefined once one was. */
  failure: { at: string; reason: string } | undefined
  /** Since this process began. */
  failures: number
}

/** Takes backups by the schedule, in a thread, so that serving goes on. Of several processes on one registry one takes each. */
export class BackupKeeper {
  private readonly parts: BackupKeeperParts
  private cron: Cron | undefined
  private running: Promise<void> | undefined
  private breakOff: () => Promise<void> = async () => {}
  private failure: BackupState['failure']
  private failures = 0

  constructor(parts: BackupKeeperParts) {
    this.parts = parts
  }

  /** `failed` hears why a backup was not taken. One that was due while nothing ran is taken now, where there is any from before. */
  start(failed: (error: Error) => void): void {
    const { schedule, folder } = this.parts.settings.backups
    if (schedule === undefined) return
    const take = (due: Date) => void this.take(due).catch(failed)
    this.cron = new Cron(schedule, { timezone: scheduleZone, unref: true, protect: true }, () => take(this.parts.now()))
    const [missed] = this.cron.previousRuns(1)
    const [last] = backupsIn(folder)
    if (missed && last && Date.parse(last.takenAt) < missed.getTime()) take(missed)
  }

  /** Takes the backup of a minute, unless another process does. Rejects with the reason where it could not be taken. */
  async take(due: Date): Promise<void> {
    const minute = new Date(Math.round(due.getTime() / 60_000) * 60_000)
    this.running ??= this.takeOne(minute.toISOString()).finally(() => {
      this.running = undefined
    })
    await this.running
  }

  state(): BackupState {
    const all = backupsIn(this.parts.settings.backups.folder)
    const nextAt = this.cron?.nextRun()?.toISOString() ?? null
    return { last: all[0], kept: all.length, nextAt, failure: this.failure, failures: this.failures }
  }

  /** Breaks off a backup that is being taken, and leaves nothing of it. */
  async stop(): Promise<void> {
    this.cron?.stop()
    await this.breakOff()
    await this.running?.catch(() => {})
  }

  private async takeOne(at: string): Promise<void> {
    const reply = await this.inThread(at)
    if (reply.said !== 'failed') {
      this.failure = undefined
      return
    }
    this.failures++
    this.failure = { at: this.parts.now().toISOString(), reason: reply.reason }
    throw new Error(reply.reason)
  }

  private inThread(at: string): Promise<BackupReply> {
    const { file, settings } = this.parts
    const { folder, keep } = settings.backups
    return new Promise((resolve) => {
      const task = { file, folder, at, product: productVersion(), keep }
      const thread = startThread(new URL('./backup-worker', import.meta.url), { workerData: task })
      const end = (reply: BackupReply) => {
        resolve(reply)
        this.breakOff = async () => {}
      }
      this.breakOff = async () => {
        end({ said: 'failed', reason: 'The program was stopped meanwhile.' })
        await thread.terminate()
        rmSync(join(folder, `${nameOfBackup(at)}.part`), { force: true })
      }
      thread.once('message', end)
      thread.once('error', () => end({ said: 'failed', reason: 'Something went wrong on our side.' }))
      thread.once('exit', () => end({ said: 'failed', reason: 'Something went wrong on our side.' }))
    })
  }
}
