import type { DatePrecision, FoundRecord } from './connector.ts'

type Dated = Pick<FoundRecord, 'dated' | 'datePrecision'>

const undated: Dated = { dated: null, datePrecision: null }
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date as precisely as it was given: 2026, 2026-08 or 2026-08-11, with a time of day or not (the day is that of the place where it was written),
 * or with the month as a word (RFC 822, “Sep 16, 2026”). Null where it cannot be read: “09/10/2026” is two dates.
 */
export function readDate(text: string): Dated | null {
  const said = text.trim()
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/.exec(said)
  if (iso) return dateOf(iso[1]!, iso[2], iso[3])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(said)
  if (compact) return dateOf(compact[1]!, compact[2], compact[3])
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})\b/i.exec(said)
  if (dayFirst) return dateOf(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1])
  const monthFirst = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(said)
  if (monthFirst) return dateOf(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2])
  return null
}

/** The day of a moment in milliseconds since 1970; null where there is none. */
export function dayOf(milliseconds: number | null): string {
  if (milliseconds === null || Math.abs(milliseconds) > 8e15) return ''
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** Reads dates and remembers which could not be read, for a note to the scan team. */
export class DateReading {
  private readonly unreadable: string[] = []

  /** The first of these texts that says anything; without a date where it cannot be read, or none does. */
  read(...texts: string[]): Dated {
    const said = texts.find((text) => text.trim() !== '')
    if (said === undefined) return undated
    const date = readDate(said)
    if (!date) this.unreadable.push(said.trim())
    return date ?? undated
  }

  notes(): string[] {
    const [first] = this.unreadable
    if (first === undefined) return []
    const sample = `“${first.replace(/\p{Cc}/gu, ' ').slice(0, 60)}”`
    return this.unreadable.length === 1
      ? [`One date could not be read, ${sample}: its record is kept without a date.`]
      : [`${this.unreadable.length} dates could not be read, such as ${sample}: their records are kept without a date.`]
  }
}

function monthOf(name: string): string | undefined {
  const found = months.indexOf(name.slice(0, 3).toLowerCase())
  return found < 0 ? 'unknown' : String(found + 1).padStart(2, '0')
}

function dateOf(year: string, month?: string, day?: string): Dated | null {
  const dated = [year, month, day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  const precision: DatePrecision = day ? 'day' : month ? 'month' : 'year'
  return exists(dated) ? { dated, datePrecision: precision } : null
}

/** Between 1900 and 2200, and a day that the calendar has. */
function exists(dated: string): boolean {
  const whole = `${dated}-01-01`.slice(0, 10)
  const date = new Date(`${whole}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(whole)) return false
  return whole >= '1900' && whole < '2201'
}
