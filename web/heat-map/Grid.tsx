// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by pixel in both directions, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus, and of a heading its button or link
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import { useGridKeys } from '../shared/grid/use-grid-keys.ts'
import { useIsPhone } from '../shared/use-is-phone.ts'
import { Caption } from './Caption.tsx'
import type { Entry } from './entries.ts'
import { GridRow } from './GridRow.tsx'
import { Headings } from './Headings.tsx'
import { useCellAddress } from './use-cell-address.ts'
import { useNear } from './use-near.ts'
import type { Figure } from './words.ts'

interface Props {
  map: HeatMap
  entries: Entry[]
  figure: Figure
  sort: string
  onSort: (sort: string) => void
  busy: boolean
}

/** In pixels; the style sheet takes them from here. */
const sizes = {
  wide: { name: 290, cell: 52, row: 42, head: 184 },
  phone: { name: 140, cell: 52, row: 48, head: 160 },
}

/** Technology by specialism: only the cells near the view are drawn, and the one that holds the focus. */
export function Grid({ map, entries, figure, sort, onSort, busy }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { name, cell, row, head } = useIsPhone() ? sizes.phone : sizes.wide
  const size = { rows: entries.length, columns: map.columns.length, page: 10 }
  const scrollTo = useRef<(at: { row: number; column: number }) => void>(() => {})
  const keys = useGridKeys(box, size, (at) => scrollTo.current(at))
  const { active } = keys
  const rows = useNear({ box, count: size.rows, size: row, heading: head, always: active.row })
  const columns = useNear({
    box,
    count: size.columns,
    size: cell,
    heading: name,
    always: active.column,
    horizontal: true,
  })
  useEffect(() => {
    scrollTo.current = (at) => {
      if (at.row >= 0) rows.scrollToIndex(at.row, { align: 'auto' })
      if (at.column >= 0) columns.scrollToIndex(at.column, { align: 'auto' })
    }
  }, [rows, columns])
  // Rows and columns are of one size, but that size differs between a phone and a desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the sizes change
  useEffect(() => {
    rows.measure()
    columns.measure()
  }, [cell, row])
  const addressOf = useCellAddress(map)
  const navigate = useNavigate()
  const shown = columns.getVirtualItems()
  const style = {
    width: columns.getTotalSize(),
    height: rows.getTotalSize(),
    '--name': `${name}px`,
    '--cell': `${cell}px`,
    '--row': `${row}px`,
    '--head': `${head}px`,
  }
  return (
    <>
      <Caption map={map} entries={entries} at={keys.touched ? active : null} addressOf={addressOf} />
      <div
        ref={box}
        role="grid"
        className="offing-heat"
        aria-label="Technologies by specialism"
        aria-describedby="heat-map-keys"
        aria-readonly
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        aria-busy={busy || undefined}
        onFocus={keys.onFocus}
        onKeyDown={(event) => {
          const opens = event.key === 'Enter' && active.row >= 0 && active.column >= 0
          if (opens) void navigate(addressOf(entries[active.row]!, active.column))
          else keys.onKeyDown(event)
        }}
      >
        <div className="offing-heat__sheet" style={style}>
          <Headings columns={map.columns} shown={shown} active={active} sort={sort} onSort={onSort} />
          {rows.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={entries[index]!.row.slug}
              entry={entries[index]!}
              index={index}
              start={start}
              columns={shown}
              figure={figure}
              active={active.row === index ? active.column : null}
              address={addressOf(entries[index]!, null)}
            />
          ))}
        </div>
      </div>
    </>
  )
}
