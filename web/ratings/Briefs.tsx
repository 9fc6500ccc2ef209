import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { SeatInScan } from '../../api/contract/ratings.ts'
import { withQuery } from '../shared/address.ts'

/** What came of a closed round for each of the reader's specialisms; nothing where no round has closed. */
export function Briefs({ seats }: { seats: readonly SeatInScan[] }) {
  const seat = seats.find(({ lastClosedRound }) => lastClosedRound !== null)
  if (!seat) return null
  return (
    <section aria-labelledby="briefs">
      <h2 className="nhsuk-heading-s" id="briefs">
        What came of round {seat.lastClosedRound} of {seat.scan.name}
      </h2>
      <ul className="nhsuk-list">
        {seat.specialisms.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={withQuery(pageLink(pages.specialism, { specialism: slug }), { scan: seat.scan.slug })}>
              The brief of {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
