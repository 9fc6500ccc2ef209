import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'

/** On the page of a scan: the ways to what came in, and to what may be missing. */
export function FiltrationSection({ scan }: { scan: { slug: string } }) {
  if (!useMay('filtration.read')) return null
  return (
    <section aria-labelledby="filtration">
      <h2 className="nhsuk-heading-m" id="filtration">
        What came in, and what is missing
      </h2>
      <ul className="nhsuk-list">
        <li>
          <Link to={pageLink(pages.funnel, { scan: scan.slug })}>Funnel</Link>: from what was spotted to what was
          adopted, and why the rest was left
        </li>
        <li>
          <Link to={pageLink(pages.coverage, { scan: scan.slug })}>Coverage map</Link>: where nobody has looked yet
        </li>
        <li>
          <Link to={pages.outsideLists}>Outside lists</Link>: what others have that the registry has not
        </li>
      </ul>
    </section>
  )
}
