import { Link } from 'react-router'
import type { ListName } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { count } from '../shared/words.ts'

const filters = ['category', 'band', 'specialism', 'q']

interface Props {
  list: ListName
  hasRound: boolean
  awaiting: number
}

/** An empty list says why: the filters leave nothing, or there is nothing yet. */
export function NothingHere({ list, hasRound, awaiting }: Props) {
  const { has, linkWith } = useAddress()
  if (filters.some(has))
    return (
      <Empty title="Nothing in this list matches the filters">
        <p>
          <Link to={linkWith({ category: null, band: null, specialism: null, q: null })}>Clear the filters</Link>, or
          look in the other lists above.
        </p>
      </Empty>
    )
  if (list === 'ranked')
    return (
      <Empty title="Nothing can be ranked yet">
        <p>
          {hasRound ? 'Too few panel members have answered.' : 'The ranking appears when the first round closes.'}
          {awaiting > 0 && (
            <>
              {' '}
              <Link to={linkWith({ list: 'awaiting' })}>{count(awaiting, 'technology', 'technologies')}</Link> awaiting
              answers.
            </>
          )}
        </p>
      </Empty>
    )
  return <Empty title="No technology is in this list" />
}
