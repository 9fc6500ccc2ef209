import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { ScoreKey } from '../shared/ScoreBar.tsx'
import { DataTable } from '../shared/table/DataTable.tsx'
import { count, scoreMeans } from '../shared/words.ts'
import { choosable, rankedColumns, shownAtFirst } from './columns.tsx'
import { CellContext } from './RankingContext.ts'
import { SortNote } from './SortNote.tsx'
import { useCellWorldOf } from './use-cell-world.ts'

const headings: Record<string, string> = { name: 'name', place: 'place', score: 'change score' }
for (const { id, title } of choosable) headings[id] = title.toLowerCase()

/** The ranked list in the server's order, which is the ranking; another order is the reader's and says so. */
export function RankedTable({ ranking, busy }: { ranking: Ranking; busy: boolean }) {
  const { get, change } = useAddress()
  const world = useCellWorldOf(ranking)
  const rows = ranking.items as RankedTechnology[]
  const sort = inRankingOrder.has(get('sort')) ? '' : get('sort')
  const shown = get('columns') ? get('columns').split(',') : shownAtFirst
  return (
    <CellContext value={world}>
      <div className="offing-row offing-ranking__bar">
        <p className="offing-quiet" role="status">
          {count(rows.length, 'technology', 'technologies')}. Change score: {scoreMeans}
        </p>
        <FilterMenu
          label="Columns"
          choices={choosable.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={shown}
          onChange={(columns) =>
            change({ columns: columns.join() === shownAtFirst.join() ? null : columns.join() || 'none' })
          }
          summary="Columns"
        />
        <ScoreKey />
      </div>
      <SortNote sort={sort} heading={headings[sort.replace('-', '')]} />
      <DataTable
        columns={rankedColumns}
        rows={rows}
        name="Technologies ranked by change score"
        sort={sort}
        ownOrder="place"
        onSort={(next) => change({ sort: inRankingOrder.has(next) ? null : next })}
        hidden={choosable.map(({ id }) => id).filter((id) => !shown.includes(id))}
        busy={busy}
      />
    </CellContext>
  )
}

/** Orders that are the ranking itself. */
const inRankingOrder = new Set(['place', '-score'])
