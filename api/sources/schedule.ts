export const schedules = ['off', 'daily', 'weekly', 'monthly'] as const
export type Schedule = (typeof schedules)[number]

const dayMs = 86_400_000
const everyDays = { daily: 1, weekly: 7, monthly: 30 } as const
/** How many days old the last reading may be before it is said to be late: one missed turn, and some hours. */
const lateAfterDays = { daily: 2, weekly: 10, monthly: 40 } as const

/** When a source is read after a reading that began at `at`; null where it is read by hand alone. */
export function nextDue(schedule: Schedule, at: string): string | null {
  return schedule === 'off' ? null : new Date(Date.parse(at) + everyDays[schedule] * dayMs).toISOString()
}

/** Whole days from one moment to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs))

/** Whether a source has not been read to its end for longer than its schedule says. `lastRead` null: never, since it was added. */
export function isLate(schedule: Schedule, lastRead: string | null, addedAt: string, at: string): boolean {
  return schedule !== 'off' && daysBetween(lastRead ?? addedAt, at) >= lateAfterDays[schedule]
}

/** The day from which a new reading asks: some days before the last one ended, and never before the day the source begins with. */
export function sinceDay(fromDay: string, readThrough: string | null, overlapDays: number): string {
  if (readThrough === null) return fromDay
  const since = new Date(Date.parse(readThrough) - overlapDays * dayMs).toISOString().slice(0, 10)
  return since > fromDay ? since : fromDay
}
