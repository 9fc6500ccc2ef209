import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { listed } from '../shared/words.ts'

/** Whether it has a source with a date, or with the day on which it was read: all that a scan asks about has one. */
export const mayEnter = ({ evidence }: Technology) =>
  evidence.some(({ archived, date, retrievedOn }) => !archived && (date !== null || retrievedOn !== null))

export function CannotEnter({ technology: { slug, name } }: { technology: Technology }) {
  return (
    <div className="offing-callout offing-callout--warning">
      <p>
        <strong>{name} cannot enter a scan yet.</strong> What the panel is asked about rests on at least one source with
        a date, or with the day on which somebody read it.
      </p>
      <p>
        <Link to={`${pageLink(pages.technology, { technology: slug })}#evidence`}>Add evidence to {name}</Link>
      </p>
    </div>
  )
}

/** Which technologies are not offered, and why. */
export function Unsourced({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{names.length} cannot be chosen yet</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>They have no source with a date, or with the day on which somebody read it: {listed(names)}.</p>
      </div>
    </details>
  )
}
