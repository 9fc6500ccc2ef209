import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { SeatInScan } from '../../api/contract/ratings.ts'
import { useScan, useScans } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { useTitle } from '../shared/use-title.ts'
import { Briefs } from './Briefs.tsx'
import { OwnAnswers } from './OwnAnswers.tsx'

/** Nothing is asked of the reader: says which of the reasons it is, and what came of what they answered. */
export function NothingAsked({ seats }: { seats: readonly SeatInScan[] }) {
  useTitle('My answers')
  return (
    <>
      <h1 className="nhsuk-heading-l">My answers</h1>
      <Why />
      <Briefs seats={seats} />
      <OwnAnswers seats={seats} />
    </>
  )
}

function Why() {
  const scans = useScans()
  const newest = scans.data?.items[0]
  const scan = useScan(newest?.slug ?? '', { enabled: newest !== undefined }).data?.value
  const open = scan?.rounds.find(({ state }) => state === 'open')
  if (open)
    return (
      <Empty title="You are not on the panel">
        <p>
          Round {open.number} of {scan?.name} is open, but you are not on its panel. If you should be, tell the scan
          team for which specialism.
        </p>
      </Empty>
    )
  return (
    <Empty title="No round is open just now">
      <p>
        When the scan team opens a round, what it asks you stands here. What you answered before is kept and counts.{' '}
        {newest && <Link to={pages.ranking}>See the ranking</Link>}
      </p>
    </Empty>
  )
}
