import { stringify } from 'csv-stringify/sync'

type Table = (string | number | null)[][]

/** A table as CSV that opens rightly in a spreadsheet program: with a byte order mark, and no text taken for a formula. */
export function csvOf(table: Table): string {
  return stringify(table, { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}

/**
 * Named tables as the sheets of a workbook; the first `headings` rows and columns of each stay in view. The module that
 * writes it is loaded when somebody first asks for one.
 */
export async function workbookOf(
  sheets: Record<string, { table: Table; headings?: { rows: number; columns: number } }>,
): Promise<Buffer> {
  const written = Object.entries(sheets).map(([name, { table, headings }]) => ({
    name,
    rows: table,
    ...(headings && { freezePane: headings }),
  }))
  const { writeXlsx } = await import('hucre/xlsx')
  return Buffer.from(await writeXlsx({ sheets: written }))
}
