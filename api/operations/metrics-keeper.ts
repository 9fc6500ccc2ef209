import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countMessagesWaiting, countSessions } from '../../db/counts.ts'
import type { Database } from '../../db/open.ts'
import type { BackupKeeper } from '../backup/backup-keeper.ts'
import type { RefusalCode } from '../refusal.ts'
import type { RoomKeeper } from './room-keeper.ts'

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

export interface MetricsParts {
  read: Database
  backups: BackupKeeper
  room: RoomKeeper
  now: () => Date
}

/** What was measured, for Prometheus. Labels are words of ours alone (operations, methods, statuses, codes): they name nobody and do not grow. */
export class MetricsKeeper {
  private readonly registry = new Registry()
  private readonly requests: Histogram<'operation' | 'method' | 'status'>
  private readonly refusals: Counter<'code'>

  constructor(parts: MetricsParts) {
    const registers = [this.registry]
    const name = 'offing_http_request_duration_seconds'
    const labelNames = ['operation', 'method', 'status'] as const
    this.requests = new Histogram({ name, help: 'How long answers took', labelNames, buckets, registers })
    this.refusals = new Counter({
      name: 'offing_refusals_total',
      help: 'Requests refused, by reason',
      labelNames: ['code'],
      registers,
    })
    this.addGauges(parts)
  }

  /** Also measures this process itself: memory, processor, how late its event loop is. Once, by whoever runs the program. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry })
  }

  /** `operation` is undefined for what is no operation of the interface. */
  answered(
    operation: string | undefined,
    { method, status }: { method: string; status: number },
    seconds: number,
  ): void {
    const known = methods.has(method) ? method : 'other'
    this.requests.observe({ operation: operation ?? 'none', method: known, status: String(status) }, seconds)
  }

  refused(code: RefusalCode): void {
    this.refusals.inc({ code })
  }

  async text(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() }
  }

  private addGauges({ read, backups, room, now }: MetricsParts): void {
    this.gauge('offing_database_bytes', 'Size of the database file', () => room.sizes().bytes)
    this.gauge('offing_database_log_bytes', 'Size of the write-ahead log', () => room.sizes().logBytes)
    this.gauge('offing_disk_free_bytes', 'Room left on the disk of the database', () => room.sizes().freeBytes)
    this.gauge('offing_disk_full', '1 while writes find no room', () => Number(room.isFull()))
    this.gauge('offing_sessions', 'Sign-ins that have not ended', () => countSessions(read, now().toISOString()))
    this.gauge('offing_messages_waiting', 'Messages that wait to be sent', () => countMessagesWaiting(read))
    this.gauge('offing_backups', 'Backups that are kept', () => backups.state().kept)
    this.gauge('offing_backup_age_seconds', 'Age of the newest backup', () => {
      const { last } = backups.state()
      return last ? (now().getTime() - Date.parse(last.takenAt)) / 1000 : null
    })
    this.gauge('offing_backup_failures', 'Backups that failed since the start', () => backups.state().failures)
  }

  /** What cannot be told just now is left out. */
  private gauge(name: string, help: string, measure: () => number | null | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.reset()
        const value = await Promise.resolve()
          .then(measure)
          .catch(() => null)
        if (value === null) this.remove()
        else this.set(value)
      },
    })
  }
}
