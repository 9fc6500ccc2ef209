import { Link } from 'react-router'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { At } from '../shared/grid/use-grid-keys.ts'
import type { Entry } from './entries.ts'
import { cellInWords, standingInWords } from './words.ts'

interface Props {
  map: HeatMap
  entries: Entry[]
  /** Null until somebody is in the grid. */
  at: At | null
  addressOf: (entry: Entry, column: number) => string
}

/** The cell one is on, in words: heard by screen readers, and read by whoever wants more than a number. */
export function Caption({ map, entries, at, addressOf }: Props) {
  const entry = at && entries[at.row]
  const column = at && map.columns[at.column]
  return (
    <div className="offing-heat-caption offing-no-print">
      <p id="heat-map-keys" className={at ? 'nhsuk-u-visually-hidden' : 'offing-quiet'}>
        Press a cell to read it in words. By keyboard: arrow keys, Home and End, Page Up and Page Down; Enter opens the
        technology through that specialism.
      </p>
      <p aria-live="polite">{at && said(map, at, entry)}</p>
      {entry && column && (
        <p>
          <Link to={addressOf(entry, at.column)}>
            Open {entry.row.name} for {column.name}
          </Link>
        </p>
      )}
    </div>
  )
}

function said(map: HeatMap, at: At, entry: Entry | null | undefined): string {
  const column = map.columns[at.column]
  if (entry && column) return cellInWords(entry, column, entry.cells[at.column]!, map)
  if (entry) return `${entry.row.name}: ${standingInWords(entry)}.`
  return column ? `${column.name}: ${column.invited} on the panel. Enter sorts by it.` : 'Enter sorts by name.'
}
