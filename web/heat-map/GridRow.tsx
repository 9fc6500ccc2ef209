// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by pixel in both directions, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus, and of a heading its button or link
import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { Link } from 'react-router'
import type { Cell } from '../../api/heat-map/cell.ts'
import type { Entry } from './entries.ts'
import { type Figure, shadeOf, textIn } from './words.ts'

interface Props {
  entry: Entry
  index: number
  /** Pixels from the top. */
  start: number
  columns: VirtualItem[]
  figure: Figure
  /** The column of the active cell, where it is in this row. */
  active: number | null
  address: string
}

/** Drawn again only when something of its own changes: a key press moves through thousands of cells. */
export const GridRow = memo(function GridRow({ entry, index, start, columns, figure, active, address }: Props) {
  const { row, cells } = entry
  return (
    <div className="offing-heat__row" role="row" aria-rowindex={index + 2} style={{ top: start }}>
      <div className="offing-heat__name" role="rowheader" aria-colindex={1}>
        <span className="offing-heat__place">{row.place ?? '–'}</span>
        <Link to={address} title={row.name} data-at={`${index},-1`} tabIndex={active === -1 ? 0 : -1}>
          {row.name}
        </Link>
      </div>
      {columns.map((column) => (
        <div
          key={column.index}
          className={classOf(cells[column.index]!, figure)}
          style={{ left: column.start }}
          role="gridcell"
          aria-colindex={column.index + 2}
          data-at={`${index},${column.index}`}
          tabIndex={active === column.index ? 0 : -1}
        >
          {textIn(cells[column.index]!, figure)}
        </div>
      ))}
    </div>
  )
})

export function classOf(cell: Cell, figure: Figure): string {
  const shade = shadeOf(cell, figure)
  return `offing-heat__cell offing-heat__cell--${shade ?? cell.state}`
}
