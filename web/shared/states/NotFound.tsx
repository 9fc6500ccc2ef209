import { Link } from 'react-router'
import { pages } from '../../../api/contract/paths.ts'
import { useTitle } from '../use-title.ts'

/** Shown where an address leads nowhere, or to something that is not for this reader. */
export default function NotFound({ what = 'page' }: { what?: string }) {
  useTitle('Not found')
  return (
    <div className="offing-state">
      <h1 className="nhsuk-heading-l">This {what} is not here</h1>
      <p>The address may be mistyped, or what it led to may have been archived or renamed.</p>
      <p>
        <Link to={pages.radar}>Go to the radar</Link> or <Link to={pages.technologies}>look it up in the registry</Link>
        .
      </p>
    </div>
  )
}
