import { useMemo } from 'react'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { CertaintyNote } from '../shared/certainty/CertaintyNote.tsx'
import { groupHeading, groupSizes } from '../shared/certainty/words.ts'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { ScoreKey } from '../shared/ScoreBar.tsx'
import { DataTable } from '../shared/table/DataTable.tsx'
import { type Sureness, useCertainty } from '../shared/use-certainty.ts'
import { count, scoreMeans } from '../shared/words.ts'
import { choosable, ofCertainty, type RankedRow, rankedColumns, shownAtFirst } from './columns.tsx'
import { CellContext } from './RankingContext.ts'
import { SortNote } from './SortNote.tsx'
import { useCellWorldOf } from './use-cell-world.ts'

const headings: Record<string, string> = { name: 'name', place: 'place', score: 'change score' }
for (const { id, title } of choosable) headings[id] = title.toLowerCase()

/** The ranked list in the server's order, which is the ranking; another order is the reader's and says so. */
export function RankedTable({ ranking, busy }: { ranking: Ranking; busy: boolean }) {
  const { get, change } = useAddress()
  const sureness = useCertainty()
  const world = useCellWorldOf(ranking, sureness.ranges.size)
  const rows = useRows(ranking, sureness)
  const hasRanges = sureness.ranges.size > 0
  const offered = hasRanges ? choosable : choosable.filter(({ id }) => !ofCertainty.includes(id))
  const sort = inRankingOrder.has(get('sort')) ? '' : get('sort')
  const first = firstColumns(sort, hasRanges)
  const shown = get('columns') ? get('columns').split(',') : first
  return (
    <CellContext value={world}>
      <div className="offing-row offing-ranking__bar">
        <p className="offing-quiet" role="status">
          {count(rows.length, 'technology', 'technologies')}. Change score: {scoreMeans}
        </p>
        <FilterMenu
          label="Columns"
          choices={offered.map(({ id, title }) => ({ value: id, label: title }))}
          chosen={shown.filter((id) => offered.some((one) => one.id === id))}
          onChange={(columns) => change({ columns: columns.join() === first.join() ? null : columns.join() || 'none' })}
          summary="Columns"
        />
        <ScoreKey />
      </div>
      <CertaintyNote certainty={sureness.certainty} />
      <SortNote sort={sort} heading={headings[sort.replace('-', '')]} />
      <DataTable
        columns={rankedColumns}
        rows={rows}
        name="Technologies ranked by change score"
        sort={sort}
        ownOrder="place"
        onSort={(next) => change({ sort: inRankingOrder.has(next) ? null : next })}
        hidden={choosable
          .map(({ id }) => id)
          .filter((id) => !shown.includes(id) || !offered.some((one) => one.id === id))}
        heading={hasRanges && sort === '' ? headingsOver(sureness) : undefined}
        busy={busy}
      />
    </CellContext>
  )
}

/** Orders that are the ranking itself. */
const inRankingOrder = new Set(['place', '-score'])

/** What a table shows of itself: the group in a column only where it does not stand over the rows already. */
const firstColumns = (sort: string, hasRanges: boolean) =>
  shownAtFirst.filter((id) => (hasRanges || !ofCertainty.includes(id)) && (id !== 'group' || sort !== ''))

function useRows({ items }: Ranking, { ranges }: Sureness): RankedRow[] {
  return useMemo(
    () => (items as RankedTechnology[]).map((row) => ({ ...row, range: ranges.get(row.id) })),
    [items, ranges],
  )
}

/** What stands over a row where a new group begins; an order of the reader's own has groups in a column alone. */
function headingsOver({ ranges }: Sureness) {
  const sizes = groupSizes(ranges.values())
  return ({ range }: RankedRow, before: RankedRow | undefined) =>
    range && range.group !== before?.range?.group ? groupHeading(range.group, sizes.get(range.group)!) : null
}
