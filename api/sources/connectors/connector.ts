/** What a source is asked for: what was published or changed from the day `since` on, after the page that gave `cursor`. */
export interface Asked {
  query: string
  since: string
  /** Null for the first page. */
  cursor: string | null
}

/** What to ask for next. */
export interface Question {
  address: string
  headers?: Record<string, string>
}

export interface Answer {
  /** Where it came from in the end. */
  address: string
  status: number
  /** Names in small letters. */
  headers: Readonly<Record<string, string>>
  text: string
}

export type DatePrecision = 'day' | 'month' | 'year'

/** One record of a source: every text is plain, without HTML or control characters. */
export interface FoundRecord {
  /** What the source calls it; the same each time it is read. */
  sourceRecord: string
  title: string
  text: string
  /** http or https. */
  webAddress: string | null
  /** As it came: 2026, 2026-08 or 2026-08-11. */
  dated: string | null
  datePrecision: DatePrecision | null
  organisation: string
  /** Status, phase or decision, in words. */
  status: string
  /** As nct:NCT02710084, doi:10.3390/cancers16172955, fda:K872032. */
  identifiers: string[]
  /** The record as its source sent it, JSON or XML. */
  raw: string
  /** What two readings of it are compared by, where that is not `raw`: without counts that move by themselves. */
  compared?: string
}

export interface Page {
  records: FoundRecord[]
  /** Where the next page begins; null where there is none. */
  next: string | null
  /** How many records there are in all, where the source says so. */
  total: number | null
  /** Sentences for the scan team: what was left out, or kept without a date. */
  notes: string[]
}

/** A kind of source: what to ask, and what an answer says. It knows nothing of networks, clocks or the registry. */
export interface Connector {
  /** As people see it. */
  name: string
  about: string
  /** The hosts that it asks; the feed's is that of its address. */
  hosts: readonly string[]
  /** Whether the source leaves out by itself what is older than `since`. */
  filtersByDate: boolean
  /** How many days before the last reading are read again: what is posted late would be lost otherwise. */
  overlapDays: number
  /** Milliseconds between two pages, by the source's stated limit. */
  pauseMs: number
  /** The largest answer that is read, in bytes. */
  mostBytes: number
  query: { label: string; hint: string; examples: readonly { query: string; finds: string }[] }
  /** What is wrong with a query, as a sentence; null where nothing is. */
  problemWith(query: string): string | null
  ask(asked: Asked): Question
  /** Throws a SourceFault where the answer is not one that can be read. */
  read(answer: Answer, asked: Asked): Page
}

/** The source answered, but not with what was asked for. The message is a sentence for the scan team. */
export class SourceFault extends Error {}

/** Throws unless the source says that all is well. */
export function ensureServed({ status }: Answer): void {
  if (status >= 200 && status < 300) return
  if (status === 400 || status === 422)
    throw new SourceFault(`The source does not understand the query (status ${status}).`)
  if (status === 401 || status === 403) throw new SourceFault(`The source refused to answer us (status ${status}).`)
  if (status === 404 || status === 410) throw new SourceFault(`There is nothing at this address (status ${status}).`)
  throw new SourceFault(`The source answered with an error (status ${status}).`)
}
