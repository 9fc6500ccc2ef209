import type { Ranking } from '../../api/contract/ranking.ts'
import { CellContext } from '../ranking/RankingContext.ts'
import { SortNote } from '../ranking/SortNote.tsx'
import { useCellWorldOf } from '../ranking/use-cell-world.ts'
import { useAddress } from '../shared/address.ts'
import { DataTable } from '../shared/table/DataTable.tsx'
import { count, scoreMeans } from '../shared/words.ts'
import { movedColumns, movedHeadings } from './columns.tsx'
import type { MovedRow } from './moves.ts'

/** All that are ranked by these weights, each with the place that the method gives it. */
export function MovedTable({ rows, ranking }: { rows: MovedRow[]; ranking: Ranking }) {
  const { get, change } = useAddress()
  const world = useCellWorldOf(ranking)
  const sort = inRankingOrder.has(get('sort')) ? '' : get('sort')
  return (
    <CellContext value={world}>
      <div className="offing-what-if__table">
        <p className="offing-quiet">
          {count(rows.length, 'technology', 'technologies')}. Change score: {scoreMeans}
        </p>
        <SortNote sort={sort} heading={movedHeadings[sort.replace('-', '')]} />
        <DataTable
          columns={movedColumns}
          rows={rows}
          name="Technologies ranked by these weights, which are not the method’s"
          sort={sort}
          ownOrder="place"
          onSort={(next) => change({ sort: inRankingOrder.has(next) ? null : next })}
        />
      </div>
    </CellContext>
  )
}

/** Orders that are the ranking by these weights itself. */
const inRankingOrder = new Set(['place', '-score'])
