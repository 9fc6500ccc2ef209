import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import { withQuery } from './address.ts'
import { count, dateLabel, monthsLabel } from './words.ts'

type Behind = Pick<Ranking, 'answered' | 'round' | 'workingDraft' | 'scan'>

/** What stands behind a ranking: who answered, when, and who was not heard from. */
export function WhoAnswered({ ranking }: { ranking: Behind }) {
  const { answered, round, workingDraft, scan } = ranking
  if (!round)
    return <p className="nhsuk-u-reading-width">No round has closed yet, so there are no answers to rank by.</p>
  return (
    <div className="offing-who">
      <p className="nhsuk-u-margin-bottom-2">
        {workingDraft && <strong className="nhsuk-tag nhsuk-tag--yellow">Working draft</strong>} {sentence(answered)}{' '}
        Round {round.number}, closed on {dateLabel(round.closedAt)}.{' '}
        <Link className="offing-no-print" to={withQuery(pages.method, { scan: scan.slug })}>
          How this scan works
        </Link>
      </p>
      {answered.notHeardFrom.length > 0 && (
        <>
          <details className="offing-small-details offing-no-print">
            <summary>Not heard from: {count(answered.notHeardFrom.length, 'specialism')}</summary>
            <p>{answered.notHeardFrom.join(', ')}</p>
          </details>
          <p className="offing-print-only">Not heard from: {answered.notHeardFrom.join(', ')}.</p>
        </>
      )}
    </div>
  )
}

function sentence({ panellists, invited, specialisms, ofSpecialisms, from, to }: Ranking['answered']): string {
  const when = from && to ? `, ${monthsLabel(from, to)}` : ''
  const people = `${panellists.toLocaleString('en-GB')} of ${count(invited, 'panel member')} answered`
  // Of one specialism its people say it all.
  const where = ofSpecialisms === 1 ? '' : `, for ${specialisms} of ${count(ofSpecialisms, 'specialism')}`
  return `${people}${where}${when}.`
}
