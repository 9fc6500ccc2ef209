import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { Entry } from './entries.ts'
import { classOf } from './GridRow.tsx'
import { type Figure, textIn } from './words.ts'

interface Props {
  map: HeatMap
  entries: Entry[]
  figure: Figure
}

/** So many specialisms fit beside the names on a sheet laid crosswise. */
const columnsPerSheet = 30

/** Paper has no scrolling: all rows, and as many tables as the specialisms need. */
export function PrintedTables({ map, entries, figure }: Props) {
  const parts = Array.from({ length: Math.ceil(map.columns.length / columnsPerSheet) }, (_, i) => i * columnsPerSheet)
  return (
    <div className="offing-heat-print">
      {parts.map((from) => (
        <PrintedTable key={from} map={map} entries={entries} figure={figure} from={from} />
      ))}
    </div>
  )
}

function PrintedTable({ map, entries, figure, from }: Props & { from: number }) {
  const columns = map.columns.slice(from, from + columnsPerSheet)
  const isPart = columns.length < map.columns.length
  return (
    <table>
      <caption>
        {figure === 'impact' ? 'Mean impact, 0 to 9' : 'Answers of those invited'}
        {isPart && `: specialisms ${from + 1} to ${from + columns.length} of ${map.columns.length}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Technology</th>
          {columns.map(({ slug, name }) => (
            <th key={slug} scope="col">
              <span className="offing-heat__upright">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ row, cells }) => (
          <tr key={row.slug}>
            <th scope="row">
              {row.place ?? '–'} {row.name}
            </th>
            {columns.map(({ slug }, i) => (
              <td key={slug} className={classOf(cells[from + i]!, figure)}>
                {textIn(cells[from + i]!, figure)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
