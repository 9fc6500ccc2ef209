// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by arrow keys is a grid
import { useRef } from 'react'
import type { Coverage } from '../../../api/contract/filtration.ts'
import { useAddress } from '../../shared/address.ts'
import { useGridKeys } from '../../shared/grid/use-grid-keys.ts'
import { type Cell, cellInWords, type Row, technologiesIn } from './cells.ts'

export interface ViewProps {
  coverage: Coverage
  rows: Row[]
  /** Numbers of the categories to show. */
  columns: number[]
}

/** A table through which the arrow keys lead; Enter, or a press, opens a cell below it. */
export function Grid({ coverage, rows, columns }: ViewProps) {
  const box = useRef<HTMLTableElement>(null)
  const { change } = useAddress()
  const size = { rows: rows.length, columns: columns.length, page: 10 }
  const { active, onFocus, onKeyDown } = useGridKeys(box, size, ({ row, column }) =>
    box.current
      ?.querySelector(`[data-at="${row},${column}"]`)
      ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' }),
  )
  const tabIndex = (row: number, column: number) => (active.row === row && active.column === column ? 0 : -1)
  const open = (row: number, column: number) =>
    change({ specialism: rows[row]!.specialism.slug, category: coverage.categories[columns[column]!]!.slug })
  return (
    <>
      <p className="offing-quiet offing-no-print" id="coverage-keys">
        Press a cell to see what is there, or to say that you looked. By keyboard: arrow keys, Home and End; Enter opens
        the cell.
      </p>
      <Legend />
      <div className="offing-coverage-box">
        <table
          ref={box}
          role="grid"
          className="offing-coverage"
          aria-label="Specialisms by category"
          aria-describedby="coverage-keys"
          onFocus={onFocus}
          onKeyDown={(event) => {
            const isCell = active.row >= 0 && active.column >= 0
            if (event.key === 'Enter' && isCell) open(active.row, active.column)
            else onKeyDown(event)
          }}
        >
          <thead>
            <tr>
              <th scope="col" data-at="-1,-1" tabIndex={tabIndex(-1, -1)}>
                Specialism
              </th>
              {columns.map((c, i) => (
                <th key={c} scope="col" data-at={`-1,${i}`} tabIndex={tabIndex(-1, i)}>
                  <span>
                    {coverage.categories[c]!.name} <small>{coverage.categories[c]!.technologies}</small>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ specialism, cells }, r) => (
              <tr key={specialism.slug}>
                <th scope="row" data-at={`${r},-1`} tabIndex={tabIndex(r, -1)}>
                  {specialism.name} <small>{specialism.technologies}</small>
                </th>
                {columns.map((c, i) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for all its cells
                  <td
                    key={c}
                    role="gridcell"
                    className={classOf(cells[c]!)}
                    data-at={`${r},${i}`}
                    tabIndex={tabIndex(r, i)}
                    onClick={() => open(r, i)}
                  >
                    <span aria-hidden>
                      <Inside cell={cells[c]!} />
                    </span>
                    <span className="nhsuk-u-visually-hidden">{cellInWords(cells[c]!)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const classOf = ({ state }: Cell) => `offing-coverage__cell offing-coverage__cell--${state}`

function Inside({ cell }: { cell: Cell }) {
  if (cell.state === 'nothing') return 'none'
  if (cell.state === 'looked') return 'looked'
  return (
    <>
      <strong>{technologiesIn(cell)}</strong>
      {cell.signals > 0 && <small>{cell.signals} sig.</small>}
    </>
  )
}

function Legend() {
  return (
    <ul className="offing-coverage-legend">
      <li>
        <span className="offing-coverage__cell offing-coverage__cell--has">
          <strong>3</strong>
          <small>2 sig.</small>
        </span>{' '}
        3 technologies, and 2 signals linked to them
      </li>
      <li>
        <span className="offing-coverage__cell offing-coverage__cell--nothing">none</span> nothing looked at
      </li>
      <li>
        <span className="offing-coverage__cell offing-coverage__cell--looked">looked</span> somebody looked, and found
        nothing
      </li>
    </ul>
  )
}
