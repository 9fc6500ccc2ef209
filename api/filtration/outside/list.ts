/** One line of an outside list as it was given; `row` as its reader counts, from 1. */
export interface ListRow {
  row: number
  name: string
  description: string
}

/** What a list was read as. */
export interface ReadList {
  /** How the columns that were taken are headed; null for pasted lines, and for a file of names alone. */
  columns: { name: string; description: string | null } | null
  items: ListRow[]
  /** How many stood there again, and how many descriptions were cut. */
  repeated: number
  shortened: number
}

export const mostItems = 2000
/** In characters. */
export const longest = { name: 300, description: 500 } as const

/** Pasted lines: one name a line, with what it is behind a tab where that is known. */
export function listOfText(text: string): ReadList | { problem: string } {
  const rows = text.split(/\r\n?|\n/).map((line, i) => {
    const [name = '', ...rest] = line.split('\t')
    return { row: i + 1, name, description: rest.join(' ') }
  })
  return listOf(rows, null)
}

/** The first rows of a file may hold a title or a note. */
const rowsSearched = 10
const nameHeading =
  /^((generic|device|product|technology|topic|common)?(name|title)s?|devices?|technolog(y|ies)|products?|interventions?|topics?)$/
const descriptionHeading =
  /^(short|brief|product|device|technology)?(description|summary|details?|abstract|purpose|indication|intendeduse|what(itis)?)$/

/** The rows of a spreadsheet: of the column headed name, title, device or technology, or of its only column. */
export function listOfCells(cells: readonly (readonly string[])[]): ReadList | { problem: string } {
  const headings = cells.slice(0, rowsSearched).map((row) => row.map(plain))
  const at = headings.findIndex((row) => row.some((heading) => nameHeading.test(heading)))
  const from = at + 1
  if (at < 0 && cells.some((row) => row.slice(1).some((cell) => cell.trim() !== '')))
    return { problem: 'No column is headed Name, Title, Device or Technology. Name the column that holds them so.' }
  const name = at < 0 ? 0 : headings[at]!.findIndex((heading) => nameHeading.test(heading))
  const description = at < 0 ? -1 : headings[at]!.findIndex((heading) => descriptionHeading.test(heading))
  const rows = cells.slice(from).map((row, i) => ({
    row: from + i + 1,
    name: row[name] ?? '',
    description: description < 0 ? '' : (row[description] ?? ''),
  }))
  const headed = (column: number) => oneLine(cells[at]![column]!)
  const columns = at < 0 ? null : { name: headed(name), description: description < 0 ? null : headed(description) }
  return listOf(rows, columns)
}

/** Each name once, without empty lines; texts without what no field may hold. */
function listOf(rows: readonly ListRow[], columns: ReadList['columns']): ReadList | { problem: string } {
  const seen = new Set<string>()
  const read: ReadList = { columns, items: [], repeated: 0, shortened: 0 }
  for (const { row, ...texts } of rows) {
    const name = oneLine(texts.name)
    if (name === '') continue
    if (name.length > longest.name)
      return { problem: `Row ${row} has a name of ${name.length} characters. A name has at most ${longest.name}.` }
    if (seen.has(name.toLowerCase())) read.repeated++
    else {
      const whole = oneLine(texts.description)
      const description = whole.length > longest.description ? `${whole.slice(0, longest.description - 1)}…` : whole
      if (description !== whole) read.shortened++
      seen.add(name.toLowerCase())
      read.items.push({ row, name, description })
    }
  }
  if (read.items.length === 0) return { problem: 'There is no name in it.' }
  if (read.items.length > mostItems)
    return { problem: `The list has ${read.items.length} names. Enter at most ${mostItems} at a time.` }
  return read
}

/** Controls and what turns the direction of a text are left out, as is half of a sign that was cut apart. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .trim()
}

const plain = (cell: string) => cell.toLowerCase().replace(/[^a-z]/g, '')
