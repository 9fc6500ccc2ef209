import { Link } from 'react-router'
import type { Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { listed } from '../shared/words.ts'
import { mostCompared } from './lines.ts'

/** Before anything is chosen: what this page does, and somewhere to begin. */
export function NothingChosen({ ranking }: { ranking: Ranking }) {
  const { linkWith } = useAddress()
  const first = ranking.items
  return (
    <Empty title="Choose what to compare">
      <p>
        Find up to {mostCompared} technologies above. They are drawn on one chart, criterion by criterion, with the same
        numbers in a table beside it.
      </p>
      {first.length > 1 && (
        <p>
          Or begin with the first in the ranking:{' '}
          <Link to={linkWith({ technology: first.map(({ slug }) => slug) })}>
            compare {listed(first.map(({ name }) => name))}
          </Link>
          .
        </p>
      )}
    </Empty>
  )
}
