import { Link } from 'react-router'
import { useAddress } from '../shared/address.ts'

/** Says that the rows no longer stand in the order of the ranking. */
export function SortNote({ sort, heading }: { sort: string; heading: string | undefined }) {
  const { linkWith } = useAddress()
  if (!sort || !heading) return null
  const how = sort === '-place' || sort === 'score' ? 'from last place to first' : `by ${heading}`
  return (
    <p className="offing-sort-note" role="status">
      <strong>Sorted {how}, not by rank.</strong>{' '}
      <Link to={linkWith({ sort: null })} preventScrollReset>
        Back to the ranking’s order
      </Link>
    </p>
  )
}
