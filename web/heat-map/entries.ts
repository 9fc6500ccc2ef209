import type { HeatMap, HeatMapRow } from '../../api/contract/heat-map.ts'
import { type Cell, cellsByColumn } from '../../api/heat-map/cell.ts'
import { alphabetOf } from '../../api/ranking/order.ts'

/** A row with a cell for each column. */
export interface Entry {
  row: HeatMapRow
  cells: Cell[]
}

/** What the address says of the order: '' is the ranking's own. A specialism is named as `impact:<slug>`. */
export const impactOf = (specialism: string) => `impact:${specialism}`

/** The rows in the order asked for. Within a tie, and among those without a figure to be seen, the ranking's order stays. */
export function entriesOf(map: HeatMap, sort: string): Entry[] {
  const entries = map.rows.map((row) => ({ row, cells: cellsByColumn(row.cells, map.columns.length) }))
  if (sort === 'name') {
    const names = new Map(entries.map((entry) => [entry, alphabetOf(entry.row.name)]))
    return entries.sort((a, b) => (names.get(a)! < names.get(b)! ? -1 : 1))
  }
  if (sort === 'reach') return highestFirst(entries, ({ row }) => row.affected)
  const column = map.columns.findIndex(({ slug }) => impactOf(slug) === sort)
  return column < 0 ? entries : highestFirst(entries, ({ cells }) => shownImpact(cells[column]!))
}

/** Sorting is stable, so what has no figure keeps an order that says nothing about it. */
function highestFirst(entries: Entry[], figureOf: (entry: Entry) => number | null): Entry[] {
  return entries.sort((a, b) => (figureOf(b) ?? -1) - (figureOf(a) ?? -1))
}

function shownImpact(cell: Cell): number | null {
  return cell.state === 'shown' ? cell.impact : null
}
