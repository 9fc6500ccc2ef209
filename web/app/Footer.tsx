import { Link } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { useSession } from '../shared/queries.ts'
import { whatItIsNot } from '../shared/words.ts'

export function Footer() {
  const signedIn = Boolean(useSession().data)
  return (
    <footer className="offing-footer">
      <div className="nhsuk-width-container">
        <p>{whatItIsNot}</p>
        <ul className="offing-no-print">
          {signedIn && (
            <li>
              <Link to={pages.method}>How this scan works</Link>
            </li>
          )}
          <li>
            <Link to={pages.privacy}>Privacy</Link>
          </li>
          <li>
            <Link to={pages.accessibility}>Accessibility</Link>
          </li>
          <li>
            <a href={link(paths.docs, {})}>Programming interface</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
