import type { Evidence } from '../contract/technologies.ts'

type Dated = Pick<Evidence, 'date' | 'dateRole' | 'retrievedOn' | 'sourceYear'>

/**
 * How new a piece of evidence is, as a day, month or year: its own date; of a plan, which lies ahead, the year of its source; and where no
 * date is shown, the day on which it was read. `newestOf` in `db/evidence.ts` says the same in SQL.
 */
export function newnessOf({ date, dateRole, retrievedOn, sourceYear }: Dated): string | null {
  if (dateRole !== 'planned') return date ?? retrievedOn
  return sourceYear === null ? (retrievedOn ?? date) : String(sourceYear)
}

/** The newest of them; null where there is none. */
export function newestOf(evidence: readonly Dated[]): string | null {
  const dates = evidence.flatMap((one) => newnessOf(one) ?? [])
  return dates.sort().at(-1) ?? null
}

/** The day before which evidence is older than so many years. */
export function staleBefore(today: string, years: number): string {
  return String(Number(today.slice(0, 4)) - years).padStart(4, '0') + today.slice(4)
}

/** Whether a date (a day, month or year) lies before a day, as far as it says: 2023 is not before 2023-11-27. */
export function isBefore(date: string, day: string): boolean {
  return date < day.slice(0, date.length)
}

/** Whether something was planned for a time that is over: one for 2025 is, from 2026 on. */
export function isOverdue({ date, dateRole }: Dated, today: string): boolean {
  return dateRole === 'planned' && date !== null && isBefore(date, today)
}
