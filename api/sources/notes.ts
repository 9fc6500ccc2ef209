import type { Connector, FoundRecord, Page } from './connectors/connector.ts'

const mostNotes = 20
const longestNote = 300
/** Of one page: no source sends more, and all of them enter the registry together. */
const mostRecords = 1000

/** Notes of a run, each once: what a hundred pages say alike is said once. */
export function withNotes(notes: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...notes, ...more.map((note) => note.slice(0, longestNote))])].slice(0, mostNotes)
}

/**
 * What of a page is wanted: where a source cannot leave out by itself what is older than the day that was asked from, it is left out here. What
 * has no date stays.
 */
export function wantedOf({ records, notes }: Page, { filtersByDate }: Connector, since: string) {
  const wanted = filtersByDate ? records : records.filter((record) => !isBefore(record, since))
  const said = [
    ...notes,
    ...(wanted.length < records.length ? [`What is dated before ${since} was left out.`] : []),
    ...(wanted.length > mostRecords ? [`More than ${mostRecords} records came at once; the first were kept.`] : []),
  ]
  return { records: wanted.slice(0, mostRecords), notes: said }
}

/** A month or a year is before a day only if all of it is. */
const isBefore = ({ dated }: FoundRecord, day: string) => dated !== null && dated < day.slice(0, dated.length)
