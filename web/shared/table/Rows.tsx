import type { Cell, Row } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, type Ref, type RefObject, useEffect } from 'react'
import type { Features } from './features.ts'
import { usePrinting } from './use-printing.ts'
import type { RowKeys } from './use-row-keys.ts'

interface Props<T extends object> {
  rows: Row<Features, T>[]
  columnCount: number
  box: RefObject<HTMLElement | null>
  goTo: RowKeys
  heading: ((row: T, before: T | undefined) => string | null) | undefined
  draw: (cell: Cell<Features, T>) => ReactNode
}

/** Up to so many rows are simply drawn: the browser's own search then finds them all. */
const drawnWhole = 200

export function Rows<T extends object>(props: Props<T>) {
  const printing = usePrinting()
  if (!printing && props.rows.length > drawnWhole) return <NearRows {...props} />
  return (
    <tbody>
      {props.rows.map((row, i) => (
        <Fragment key={row.id}>
          <Heading {...props} index={i} />
          <TableRow row={row} index={i} draw={props.draw} />
        </Fragment>
      ))}
    </tbody>
  )
}

/** The rows near the view, and the one with the focus wherever it is, with spacers for the others. */
function NearRows<T extends object>(props: Props<T>) {
  const { rows, columnCount, box, goTo, draw } = props
  const { focused, setScroll } = goTo
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 64,
    getItemKey: (index) => rows[index]!.id,
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range)
      if (focused === null || focused >= rows.length || near.includes(focused)) return near
      return [...near, focused].sort((a, b) => a - b)
    },
  })
  useEffect(() => setScroll((index) => virtual.scrollToIndex(index, { align: 'auto' })), [setScroll, virtual])

  const items = virtual.getVirtualItems()
  const last = items.at(-1)
  return (
    <tbody>
      {items.map((item, i) => (
        <Fragment key={item.key}>
          <Spacer height={item.start - (items[i - 1]?.end ?? 0)} columnCount={columnCount} />
          <Heading {...props} index={item.index} />
          <TableRow row={rows[item.index]!} index={item.index} draw={draw} ref={virtual.measureElement} />
        </Fragment>
      ))}
      <Spacer height={virtual.getTotalSize() - (last?.end ?? 0)} columnCount={columnCount} />
    </tbody>
  )
}

function Heading<T extends object>({ rows, heading, columnCount, index }: Props<T> & { index: number }) {
  const text = heading?.(rows[index]!.original, rows[index - 1]?.original)
  if (!text) return null
  return (
    <tr className="offing-table__heading">
      <th colSpan={columnCount} scope="colgroup">
        {text}
      </th>
    </tr>
  )
}

function Spacer({ height, columnCount }: { height: number; columnCount: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it holds nothing, and the rows count themselves by aria-rowindex
    <tr aria-hidden="true">
      <td colSpan={columnCount} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

interface RowProps<T extends object> {
  row: Row<Features, T>
  index: number
  draw: (cell: Cell<Features, T>) => ReactNode
  ref?: Ref<HTMLTableRowElement>
}

function TableRow<T extends object>({ row, index, draw, ref }: RowProps<T>) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      {row.getVisibleCells().map((cell) => {
        const { number, names } = cell.column.columnDef.meta ?? {}
        if (names)
          return (
            <th key={cell.id} scope="row" className="offing-names">
              {draw(cell)}
            </th>
          )
        return (
          <td key={cell.id} className={number ? 'offing-number' : undefined}>
            {draw(cell)}
          </td>
        )
      })}
    </tr>
  )
}
