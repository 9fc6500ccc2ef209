import { Link } from 'react-router'
import { useAddress } from '../shared/address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { rowFilters } from './Filters.tsx'

/** An empty map says why: no round has closed, or the filters leave nothing. */
export function NothingHere({ hasRound }: { hasRound: boolean }) {
  const { linkWith } = useAddress()
  if (!hasRound)
    return (
      <Empty title="Nothing to show yet">
        <p>The heat map appears when the first round closes.</p>
      </Empty>
    )
  return (
    <Empty title="No technology matches the filters">
      <p>
        <Link to={linkWith(Object.fromEntries(rowFilters.map((name) => [name, null])))}>Clear the filters</Link>
      </p>
    </Empty>
  )
}
