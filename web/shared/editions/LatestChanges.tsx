import { Link } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useMay } from '../account.ts'
import { useEditions } from './queries.ts'
import { editionName, referenceOf } from './words.ts'

/** The way to what changed between the last two editions that stand; nothing where there are not two. */
export function LatestChanges() {
  const enabled = useMay('editions.read')
  const editions = useEditions({}, { enabled }).data?.items ?? []
  const [last, before] = editions.filter(({ state }) => state === 'published')
  if (!last || !before) return null
  return (
    <p className="offing-no-print">
      This compares technologies with each other. To compare editions, see{' '}
      <Link to={pageLink(pages.editionChanges, { edition: referenceOf(last) })}>
        what changed between {editionName(before)} and {editionName(last)}
      </Link>
      .
    </p>
  )
}
