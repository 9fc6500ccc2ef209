import type { Column } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { Features } from './features.ts'
import { usePrinting } from './use-printing.ts'

interface Props<Row extends object> {
  column: Column<Features, Row>
  ownOrder: string
  sort: string
  children: ReactNode
}

/** A heading that sorts: a real button, with the order said on the cell; on paper plain text, which repeats on each sheet. */
export function HeaderCell<Row extends object>({ column, ownOrder, sort, children }: Props<Row>) {
  const printing = usePrinting()
  const direction = sort ? column.getIsSorted() : column.id === ownOrder && 'asc'
  const { number, names } = column.columnDef.meta ?? {}
  const classes = [number && 'offing-number', names && 'offing-names']
  return (
    <th
      scope="col"
      className={classes.filter(Boolean).join(' ') || undefined}
      aria-sort={direction ? spoken[direction] : undefined}
    >
      {column.getCanSort() && !printing ? (
        <button type="button" className="offing-sort" onClick={column.getToggleSortingHandler()}>
          {children}
          <span aria-hidden="true">{direction ? arrows[direction] : '↕'}</span>
        </button>
      ) : (
        children
      )}
    </th>
  )
}

const spoken = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: '▲', desc: '▼' } as const
