// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by pixel in both directions, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus, and of a heading its button or link
import type { VirtualItem } from '@tanstack/react-virtual'
import type { HeatMapColumn } from '../../api/contract/heat-map.ts'
import type { At } from '../shared/grid/use-grid-keys.ts'
import { impactOf } from './entries.ts'

interface Props {
  columns: HeatMapColumn[]
  shown: VirtualItem[]
  active: At
  sort: string
  onSort: (sort: string) => void
}

/** The row of headings, which stays in view: each sorts by its column, and pressed again gives the ranking's order back. */
export function Headings({ columns, shown, active, sort, onSort }: Props) {
  const tabIndex = (column: number) => (active.row === -1 && active.column === column ? 0 : -1)
  const toggle = (by: string) => onSort(sort === by ? '' : by)
  return (
    <div className="offing-heat__head" role="row" aria-rowindex={1}>
      <div
        className="offing-heat__corner"
        role="columnheader"
        aria-colindex={1}
        aria-sort={sort === 'name' ? 'ascending' : undefined}
      >
        <button type="button" data-at="-1,-1" tabIndex={tabIndex(-1)} onClick={() => toggle('name')}>
          Technology <span aria-hidden="true">{sort === 'name' ? '▲' : '↕'}</span>
        </button>
      </div>
      {shown.map(({ index, start }) => {
        const { slug, name } = columns[index]!
        const by = impactOf(slug)
        return (
          <div
            key={slug}
            className="offing-heat__heading"
            style={{ left: start }}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={sort === by ? 'descending' : undefined}
          >
            <button type="button" data-at={`-1,${index}`} tabIndex={tabIndex(index)} onClick={() => toggle(by)}>
              <span className="offing-heat__upright">{name}</span>
              <span aria-hidden="true">{sort === by ? '▼' : '↕'}</span>
            </button>
          </div>
        )
      })}
    </div>
  )
}
