import { type BadRow, badRowsAfter } from '../../db/sqlite/staged-rows.ts'
import type { StagedImport } from './import-keeper.ts'

const rowsAtOnce = 500

/** The headings of the file of rows that could not be used: its own, then the row's number and what is wrong. */
export function badRowHeadings({ checked }: StagedImport): string[] {
  return [...checked!.columns.map(({ heading }, i) => heading || `Column ${i + 1}`), 'Row', 'Reasons']
}

/** The rows that cannot be used, as they came, in batches: corrected, the file can be sent again as it is. */
export function* badRowTables({ checked }: StagedImport, file: string): Generator<(string | number)[][]> {
  const width = checked!.columns.length
  let after = 0
  // Then no row was looked at.
  if (checked!.missing.length > 0) return
  for (;;) {
    const rows = badRowsAfter(file, after, rowsAtOnce)
    if (rows.length === 0) return
    yield rows.map((row) => tableRow(row, width))
    after = rows.at(-1)!.row
  }
}

function tableRow({ row, cells, findings }: BadRow, width: number): (string | number)[] {
  const reasons = findings.map(({ column, detail }) => `${column}: ${detail}`).join(' ')
  return [...Array.from({ length: width }, (_, i) => cells[i] ?? ''), row, reasons]
}
