import { useMemo } from 'react'
import type { Comparison } from '../../../api/contract/comparison.ts'
import { useAddress } from '../../shared/address.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { TechnologyLink } from './ChangeTable.tsx'
import { columnsFor } from './columns.tsx'
import { shortNames } from './words.ts'

/** Everything in one table, in the order of the later edition unless the reader sorts it otherwise. */
export function ChangesTable({ comparison }: { comparison: Comparison }) {
  const { get, change } = useAddress()
  const columns = useMemo(
    () => columnsFor(shortNames(comparison), (item) => <TechnologyLink item={item} comparison={comparison} />),
    [comparison],
  )
  const sort = get('sort') === 'to-place' ? '' : get('sort')
  return (
    <DataTable
      columns={columns}
      rows={comparison.items}
      name="Technologies in both editions"
      sort={sort}
      ownOrder="to-place"
      onSort={(next) => change({ sort: next === 'to-place' ? null : next })}
    />
  )
}
