import './table.scss'
import { type ColumnDef, type Updater, useTable } from '@tanstack/react-table'
import { useMemo, useRef } from 'react'
import { type Features, features } from './features.ts'
import { HeaderCell } from './HeaderCell.tsx'
import { Rows } from './Rows.tsx'
import { sortFrom, sortText } from './sort.ts'
import { useRowKeys } from './use-row-keys.ts'

interface Props<Row extends { id: string }> {
  /** Declared at module level, so that the table's models are not made anew at each drawing. */
  // biome-ignore lint/suspicious/noExplicitAny: columns of one table differ in the type of their values
  columns: ColumnDef<Features, Row, any>[]
  rows: Row[]
  /** What the table is of, for screen readers. */
  name: string
  /** The column sorted by, with a leading minus for falling order; '' is the order in which the rows came. */
  sort: string
  onSort: (sort: string) => void
  /** The column whose order the rows came in. */
  ownOrder: string
  hidden?: readonly string[]
  /** What stands over a row, across all columns, seeing the one before it; null for nothing. */
  heading?: ((row: Row, before: Row | undefined) => string | null) | undefined
  /** True while newer rows are on their way. */
  busy?: boolean
}

/**
 * A real table for up to 20,000 rows: sortable headings, a head and a naming column that stay in view, and, when there
 * are many rows, only those near the view drawn. The row count that screen readers hear is always the whole one.
 */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { columns, rows, name, sort, onSort, ownOrder, hidden, heading, busy } = props
  const box = useRef<HTMLDivElement>(null)
  const sorting = useMemo(() => sortFrom(sort, columns), [sort, columns])
  const columnVisibility = useMemo(() => Object.fromEntries((hidden ?? []).map((id) => [id, false])), [hidden])
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { sorting, columnVisibility },
    enableMultiSort: false,
    onSortingChange: (updater: Updater<typeof sorting>) =>
      onSort(sortText(typeof updater === 'function' ? updater(sorting) : updater)),
  })
  const sorted = table.getRowModel().rows
  const goTo = useRowKeys(box, sorted.length)
  const headers = table.getHeaderGroups()[0]?.headers ?? []

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="offing-box" ref={box} tabIndex={0} aria-label={name} onKeyDown={goTo.onKeyDown}>
      <table
        className="offing-table offing-table--wide"
        aria-rowcount={sorted.length + 1}
        aria-busy={busy || undefined}
      >
        <caption className="nhsuk-u-visually-hidden">
          {name}. From the link in a row, the arrow keys lead to the rows around it, Home and End to the first and last.
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {headers.map((header) => (
              <HeaderCell key={header.id} column={header.column} ownOrder={ownOrder} sort={sort}>
                <table.FlexRender header={header} />
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <Rows
          rows={sorted}
          columnCount={headers.length}
          box={box}
          goTo={goTo}
          heading={heading}
          draw={(cell) => <table.FlexRender cell={cell} />}
        />
      </table>
    </section>
  )
}
