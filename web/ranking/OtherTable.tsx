import { createColumnHelper } from '@tanstack/react-table'
import type { Ranking, UnrankedTechnology } from '../../api/contract/ranking.ts'
import { alphabetOf } from '../../api/ranking/order.ts'
import { useAddress } from '../shared/address.ts'
import { DataTable } from '../shared/table/DataTable.tsx'
import type { Features } from '../shared/table/features.ts'
import { count, listNames, missingWords } from '../shared/words.ts'
import { CategoryCell, NameCell } from './cells.tsx'
import { CellContext } from './RankingContext.ts'
import { useCellWorldOf } from './use-cell-world.ts'

const helper = createColumnHelper<Features, UnrankedTechnology>()

const columns = helper.columns([
  helper.accessor((row) => alphabetOf(row.name), {
    id: 'name',
    header: 'Technology',
    meta: { names: true },
    sortDescFirst: true,
    cell: ({ row }) => <NameCell row={row.original} />,
  }),
  helper.accessor('category', {
    header: 'Category',
    cell: ({ row }) => <CategoryCell slug={row.original.category} />,
  }),
  helper.accessor('panellists', {
    header: 'Panel members',
    meta: { number: true },
    sortDescFirst: true,
    cell: ({ row }) => row.original.panellists,
  }),
  helper.accessor((row) => row.missing.join(), {
    id: 'missing',
    header: 'What is missing',
    cell: ({ row }) => row.original.missing.map((missing) => missingWords[missing]).join('; '),
  }),
])

/** One of the three lists of technologies that have no place: in the order of their names. */
export function OtherTable({ ranking, busy }: { ranking: Ranking; busy: boolean }) {
  const { get, change } = useAddress()
  const world = useCellWorldOf(ranking)
  const rows = ranking.items as UnrankedTechnology[]
  return (
    <CellContext value={world}>
      <p className="nhsuk-u-visually-hidden" role="status">
        {count(rows.length, 'technology', 'technologies')}
      </p>
      <DataTable
        columns={columns}
        rows={rows}
        name={`Technologies: ${listNames[ranking.list].toLowerCase()}`}
        sort={get('sort')}
        ownOrder="name"
        onSort={(sort) => change({ sort: sort === 'name' ? null : sort })}
        hidden={ranking.list === 'awaiting' ? [] : ['missing']}
        busy={busy}
      />
    </CellContext>
  )
}
