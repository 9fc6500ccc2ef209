import Sqlite from 'better-sqlite3'
import type { ImportFinding, ImportRow } from '../../api/contract/imports.ts'

/** A row that cannot be used, with its cells as they came. */
export interface BadRow {
  row: number
  cells: string[]
  findings: ImportFinding[]
}

/** What was put aside of an import, read by whoever looks at it. No thread may be writing it. */
export function listStagedRows(
  file: string,
  list: 'bad' | 'known',
  { after, limit }: { after: number; limit: number },
): { items: ImportRow[]; total: number } {
  return reading(file, (connection) => {
    const here = list === 'bad' ? 'null as here' : 'here'
    const query = `select row, name, ${here}, findings from ${list} where row > ? order by row limit ?`
    const rows = connection.prepare(query).all(after, limit) as (Omit<ImportRow, 'findings'> & { findings: string })[]
    const items = rows.map((row) => ({ ...row, findings: JSON.parse(row.findings) as ImportFinding[] }))
    return { items, total: connection.prepare(`select count(*) from ${list}`).pluck().get() as number }
  })
}

export function badRowsAfter(file: string, after: number, limit: number): BadRow[] {
  return reading(file, (connection) => {
    const query = 'select row, cells, findings from bad where row > ? order by row limit ?'
    const rows = connection.prepare(query).all(after, limit) as { row: number; cells: string; findings: string }[]
    return rows.map(({ row, cells, findings }) => ({ row, cells: JSON.parse(cells), findings: JSON.parse(findings) }))
  })
}

function reading<T>(file: string, work: (connection: Sqlite.Database) => T): T {
  const connection = new Sqlite(file, { readonly: true })
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
