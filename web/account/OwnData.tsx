import { Link } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'

/** All that is held about oneself, as a file. */
export function OwnData() {
  return (
    <section aria-labelledby="data-title">
      <h2 className="nhsuk-heading-m" id="data-title">
        What is held about you
      </h2>
      <p className="nhsuk-u-reading-width">
        You can take away all that this registry holds about you, your own answers among it, as one file (JSON).{' '}
        <Link to={pages.privacy}>Why it is held, and for how long</Link>
      </p>
      <p>
        <a href={link(paths.ownData, {})} download="my-data.json">
          Download your data
        </a>
      </p>
    </section>
  )
}
