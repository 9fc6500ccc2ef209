import { createHash } from 'node:crypto'
import { signalStage } from '../../db/staged-signals.ts'
import { type ImportFinding, SignalRow } from '../contract/imports.ts'
import { precisionOf } from '../technologies/evidence.ts'
import { isoDate } from './dates.ts'
import type { FileRow } from './reading/file-reader.ts'
import { type Checker, cut, type Given, orNull, partsOf } from './row-checker.ts'

/** Checks rows that are signals. One with a record number is known by it and its source, any other by all that it says. */
export async function signalChecker({ columns, staging, lookup, newId, by, dates }: Given): Promise<Checker> {
  const stage = signalStage(staging, by)

  return (row) => {
    const text = (field: string) => columns.text(row, field)
    const name = cut(text('title'))
    const content = contentOf(row)
    const digest = createHash('sha256').update(content).digest('hex')
    const of = { source: text('source'), record: text('record') }
    const record = of.record === '' ? `sha256 ${digest}` : of.source === '' ? of.record : `${of.source}: ${of.record}`
    const held = lookup.signal(record, of)
    if (held) return known(row, name, held)
    const parsed = SignalRow.safeParse({
      ...of,
      title: text('title'),
      text: text('text'),
      webAddress: orNull(text('webAddress')),
      dated: orNull(isoDate(text('dated'), dates)),
      organisation: text('organisation'),
      status: text('status'),
      identifiers: partsOf(text('identifiers')),
    })
    const findings = parsed.success ? [] : columns.findings(row, parsed.error.issues)
    if (!staging.keepKey(record, row.row, null)) findings.push(twice(row, record))
    if (!parsed.success || findings.length > 0) {
      staging.addBad(row.row, name, row.cells, findings)
      return { verdict: 'bad', problems: findings.length }
    }
    const datePrecision = precisionOf(parsed.data.dated)
    stage(row.row, { ...parsed.data, id: newId(), datePrecision, record, content, digest })
    return { verdict: 'good', problems: 0 }
  }

  function twice(row: FileRow, key: string): ImportFinding {
    const before = staging.findKey(key)?.row
    const field = columns.text(row, 'record') === '' ? 'title' : 'record'
    return columns.finding(row, field, `This is the same record as in row ${before}.`)
  }

  /** The row as it came, by its headings. */
  function contentOf({ cells }: FileRow): string {
    const filled = cells.flatMap((cell, i) =>
      cell.trim() === '' ? [] : [[columns.headings[i] || `Column ${i + 1}`, cell.trim()]],
    )
    return JSON.stringify(Object.fromEntries(filled))
  }

  /** Nothing of a signal that is here is changed by a file; what the file says otherwise is told. */
  function known(row: FileRow, name: string, held: NonNullable<ReturnType<typeof lookup.signal>>) {
    const plainText = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC')
    const findings = (['title', 'text', 'webAddress', 'dated', 'organisation'] as const).flatMap((field) => {
      const is = held[field] ?? ''
      const found = columns.text(row, field)
      const same = (field === 'dated' ? isoDate(found, dates) : plainText(found)) === is
      return same || found === ''
        ? []
        : [columns.finding(row, field, `The registry says: ${is === '' ? 'nothing' : cut(is)}`)]
    })
    staging.addKnown({ row: row.row, name, here: null, findings })
    return { verdict: findings.length > 0 ? ('differing' as const) : ('known' as const), problems: 0 }
  }
}
