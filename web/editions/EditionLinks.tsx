import { Link } from 'react-router'
import type { Edition } from '../../api/contract/editions.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { withQuery } from '../shared/address.ts'
import { editionName, referenceOf } from '../shared/editions/words.ts'

/** What is made from an edition. */
export function EditionLinks({ edition }: { edition: Edition }) {
  const reference = referenceOf(edition)
  const { previous } = edition
  return (
    <ul className="offing-actions offing-no-print">
      <li>
        <Link to={withQuery(pages.radar, { edition: reference })}>Its radar</Link>
      </li>
      <li>
        <Link to={withQuery(pages.ranking, { edition: reference })}>Its ranking</Link>
      </li>
      {previous && (
        <li>
          <Link to={pageLink(pages.editionChanges, { edition: reference })}>
            What changed since {editionName(previous)}
          </Link>
        </li>
      )}
      <li>
        <Link to={pageLink(pages.editionPaper, { edition: reference })}>The two-page board paper</Link>
      </li>
    </ul>
  )
}
