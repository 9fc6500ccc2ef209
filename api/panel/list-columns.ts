/** What a list of people to invite is made of. */
export type Column = 'name' | 'email' | 'specialisms'

export const columnTitles: Record<Column, string> = {
  name: 'Name',
  email: 'Email address',
  specialisms: 'Specialisms',
}

/** Headings that people write, without spaces, hyphens and case. */
const headings: Record<Column, RegExp> = {
  name: /^(full|lead|display)?names?$|^(person|lead|panelmember|specialismlead|invitee)$/,
  email: /^(work|nhs)?(e?mail|mail)(address|addresses|id)?$|^(smtp)?address$/,
  specialisms:
    /^(specialism|specialty|speciality|discipline|service|field)(s|ies|\(s\))?$|^specialt?ies$|^specialities$/,
}

/** The first rows may hold a title or a note. */
const rowsSearched = 10

/** Where the headings are, and which column is which, counted from 0. */
export function columnsIn(
  cells: readonly (readonly string[])[],
): { headingRow: number; columns: Record<Column, number> } | { problem: string } {
  const rows = cells.slice(0, rowsSearched).map(columnsOf)
  const headingRow = rows.findIndex((columns) => columns.email !== -1 && columns.name !== -1)
  const best = rows[headingRow] ?? rows.find((columns) => Object.values(columns).some((at) => at !== -1))
  if (!best)
    return { problem: 'No headings were found. The first row must name the columns: Name, Email address, Specialisms.' }
  const missing = (Object.keys(headings) as Column[]).filter((column) => best[column] === -1)
  if (missing.length === 0) return { headingRow, columns: best }
  const names = missing.map((column) => columnTitles[column]).join(' and ')
  return {
    problem: `There is no column headed ${names}. The spreadsheet needs three: Name, Email address, Specialisms.`,
  }
}

function columnsOf(row: readonly string[]): Record<Column, number> {
  const plain = row.map((cell) => cell.toLowerCase().replace(/[^a-z()]/g, ''))
  const at = (column: Column) => plain.findIndex((heading) => headings[column].test(heading))
  return { name: at('name'), email: at('email'), specialisms: at('specialisms') }
}

/** A, B, … Z, AA: as spreadsheets name their columns. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
