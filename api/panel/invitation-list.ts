import type { PreviewRow } from '../contract/panel.ts'
import { type Column, columnsIn, columnTitles, letterOf } from './list-columns.ts'
import { type NamedSpecialism, specialismsNamed } from './named-specialisms.ts'

/** What the registry knows of an address already. */
export interface KnownPerson {
  name: string
  /** Why they cannot be invited, or null. */
  problem: string | null
  /** Whether the account becomes a specialism lead's by being invited. */
  becomesLead: boolean
  standing: 'account' | 'on-panel' | 'left'
}

export interface Limits {
  rows: number
  /** Whether a text may be somebody's name. */
  isName: (text: string) => boolean
  isAddress: (text: string) => boolean
}

interface Given {
  specialisms: readonly NamedSpecialism[]
  /** By address, in the form that accounts keep. */
  people: ReadonlyMap<string, KnownPerson>
  limits: Limits
}

/** The addresses in a list as accounts keep them, for looking people up before the list is read. */
export function addressesIn(cells: readonly (readonly string[])[]): string[] {
  const found = columnsIn(cells)
  if ('problem' in found) return []
  return cells.slice(found.headingRow + 1).map((row) => addressOf(textAt(row, found.columns.email)))
}

/**
 * Reads a list of people to invite from the cells of a spreadsheet. `cells[0]` is the spreadsheet's first row, so rows are
 * numbered as its reader sees them; empty ones are skipped. Answers the rows, or what is wrong with the list as a whole.
 */
export function readInvitationList(
  cells: readonly (readonly string[])[],
  given: Given,
): { rows: PreviewRow[] } | { problem: string } {
  const found = columnsIn(cells)
  if ('problem' in found) return found
  const filled = cells
    .map((row, i) => ({ row, number: i + 1 }))
    .slice(found.headingRow + 1)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return { problem: 'The spreadsheet has headings and no row below them.' }
  if (filled.length > given.limits.rows)
    return {
      problem: `The spreadsheet has ${filled.length} rows. Send at most ${given.limits.rows} people at a time.`,
    }
  const seen = new Map<string, number>()
  return { rows: filled.map(({ row, number }) => readRow(row, number, found.columns, given, seen)) }
}

type Columns = Record<Column, number>

function readRow(
  row: readonly string[],
  number: number,
  columns: Columns,
  given: Given,
  seen: Map<string, number>,
): PreviewRow {
  const name = oneLine(textAt(row, columns.name))
  const email = addressOf(textAt(row, columns.email))
  const { found, unknown, elsewhere } = specialismsNamed(textAt(row, columns.specialisms), given.specialisms)
  const person = given.people.get(email)
  const wrong = (column: Column, detail: string) => ({
    column: `${letterOf(columns[column])} (${columnTitles[column]})`,
    detail,
  })
  const errors = [
    ...(given.limits.isName(name) ? [] : [wrong('name', sentenceOn('name', name))]),
    ...(given.limits.isAddress(email) ? [] : [wrong('email', sentenceOn('email', email))]),
    ...(person?.problem ? [wrong('email', person.problem)] : []),
    ...unknown.map((text) => wrong('specialisms', `There is no specialism ${quoted(text)}.`)),
    ...elsewhere.map((text) => wrong('specialisms', `${text} is not part of this scan.`)),
    ...(found.length + unknown.length + elsewhere.length === 0
      ? [wrong('specialisms', 'Name at least one specialism.')]
      : []),
    ...(found.length > 20 ? [wrong('specialisms', 'Name at most 20 specialisms for one person.')] : []),
  ]
  const warnings = [...warningsOn(person, name), ...twice(email, seen.get(email))]
  if (email && !seen.has(email)) seen.set(email, number)
  return { row: number, name, email, specialisms: found, errors, warnings }
}

function sentenceOn(column: 'name' | 'email', text: string): string {
  if (text === '') return column === 'name' ? 'The name is missing.' : 'The email address is missing.'
  if (column === 'email') return `${quoted(text)} is not an email address that mail can be sent to.`
  return `${quoted(text)} cannot be a name: at most 120 characters, without control characters.`
}

function warningsOn(person: KnownPerson | undefined, name: string): string[] {
  if (!person || person.problem) return []
  const standings = {
    account: 'They have an account already.',
    'on-panel': 'They are on the panel already: the specialisms are added.',
    left: 'They had left the panel: they will be back, with the specialisms they had.',
  }
  return [
    standings[person.standing],
    ...(person.name === name ? [] : [`The account’s name, ${person.name}, stays.`]),
    ...(person.becomesLead ? ['Their account becomes a specialism lead’s too.'] : []),
  ]
}

function twice(email: string, before: number | undefined): string[] {
  if (email === '' || before === undefined) return []
  return [`The same person as in row ${before}: the specialisms of both rows are joined.`]
}

const textAt = (row: readonly string[], column: number) => (row[column] ?? '').normalize('NFC').trim()
const oneLine = (text: string) => text.replace(/\s+/g, ' ')
/** As it is pasted out of a mail program: `mailto:`, angle brackets, spaces that have no width. */
function addressOf(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]*)>$/, '$1')
    .trim()
    .toLowerCase()
}

function quoted(text: string): string {
  const line = oneLine(text)
  return `“${line.length > 80 ? `${line.slice(0, 79)}…` : line}”`
}
