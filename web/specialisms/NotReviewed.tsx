import { Link } from 'react-router'
import { count } from '../shared/words.ts'
import { type Brief, onPaper } from './brief.ts'
import { addressOf } from './ReviewsTable.tsx'

/** What the panel was asked about for the specialism, and what nobody has signed a review of yet. */
export function NotReviewed({ brief, mayWrite }: { brief: Brief; mayWrite: boolean }) {
  const { unreviewed } = brief
  if (unreviewed.length === 0) return null
  const left = unreviewed.length - onPaper.unreviewed
  return (
    <section className="offing-section" aria-labelledby="not-reviewed">
      <h2 className="nhsuk-heading-m" id="not-reviewed">
        Not yet reviewed
      </h2>
      <p className="offing-quiet">
        {count(unreviewed.length, 'technology', 'technologies')} of the scan that may affect this specialism.
      </p>
      <ul className="offing-brief__names offing-no-print">
        {unreviewed.map(({ slug, name }) => (
          <li key={slug}>{mayWrite ? <Link to={addressOf(slug, brief)}>{name}: write the review</Link> : name}</li>
        ))}
      </ul>
      <p className="offing-print-only">
        {unreviewed
          .slice(0, onPaper.unreviewed)
          .map(({ name }) => name)
          .join('; ')}
        {left > 0 && `; and ${left} more`}.
      </p>
    </section>
  )
}
