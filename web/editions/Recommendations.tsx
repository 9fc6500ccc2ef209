import { Link } from 'react-router'
import type { Edition } from '../../api/contract/editions.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { withQuery } from '../shared/address.ts'
import { referenceOf } from '../shared/editions/words.ts'
import { dateLabel } from '../shared/words.ts'

/** What is recommended, of which technologies, who sees to it and until when. */
export function Recommendations({ edition }: { edition: Edition }) {
  return (
    <section className="offing-section" aria-labelledby="recommendations">
      <h2 className="nhsuk-heading-m" id="recommendations">
        Recommendations
      </h2>
      {edition.recommendations.length === 0 ? (
        <p>{edition.state === 'draft' ? 'None has been written yet.' : 'This edition makes none.'}</p>
      ) : (
        <ol className="offing-recommendations">
          {edition.recommendations.map((one) => (
            <li key={`${one.text} ${one.owner}`}>
              <p className="offing-as-typed">{one.text}</p>
              <p className="offing-quiet">
                For <Technologies edition={edition} of={one} />. Owner: {one.owner}. By {dateLabel(one.by)}.
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

type Recommendation = Edition['recommendations'][number]

function Technologies({ edition, of: { technologies } }: { edition: Edition; of: Recommendation }) {
  return technologies.map(({ id, slug, name }, i) => (
    <span key={id}>
      {i > 0 && (i === technologies.length - 1 ? ' and ' : ', ')}
      <Link to={withQuery(pageLink(pages.technology, { technology: slug }), { edition: referenceOf(edition) })}>
        {name}
      </Link>
    </span>
  ))
}
