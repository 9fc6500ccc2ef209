import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { ReviewSummary } from '../../api/contract/reviews.ts'
import { actionNames, readinessNames, shareInWords, startInWords } from '../reviews/words.ts'
import { count } from '../shared/words.ts'
import { type Brief, countByReadiness, onPaper } from './brief.ts'

/** Signed reviews, the soonest start first: what to do, how ready the service is, how many it affects. */
export function ReviewsTable({ brief }: { brief: Brief }) {
  const { signed, drafts, ranking } = brief
  const { scan } = ranking
  return (
    <section className="offing-section" aria-labelledby="start-by">
      <h2 className="nhsuk-heading-m" id="start-by">
        What to do, by when to start
      </h2>
      {signed.length === 0 ? (
        <p>This specialism has not signed a review yet.</p>
      ) : (
        <>
          <p className="offing-measure">
            How ready the service is, by its signed reviews:{' '}
            {countByReadiness(signed)
              .map(({ readiness, number }) => `${sentencePart(readinessNames[readiness])} (${number})`)
              .join('; ')}
            . Start by is the year the panel says it could be as early as, less the years that the service needs to get
            ready.
          </p>
          <div className="offing-scroll">
            <table className="offing-table offing-table--stack">
              <thead>
                <tr>
                  <th scope="col">Start by</th>
                  <th scope="col">Technology</th>
                  <th scope="col">What to do</th>
                  <th scope="col">Years to get ready</th>
                  <th scope="col">How ready it is</th>
                  <th scope="col">Workforce affected by {scan.endYear}</th>
                </tr>
              </thead>
              <tbody>
                {signed.map((review, i) => (
                  <Row key={review.technology.id} review={review} brief={brief} isOnPaper={i < onPaper.reviews} />
                ))}
              </tbody>
            </table>
          </div>
          <Basis signed={signed} />
          {signed.length > onPaper.reviews && (
            <p className="offing-print-only">
              And {signed.length - onPaper.reviews} more reviews, in full on the page.
            </p>
          )}
        </>
      )}
      {drafts.length > 0 && (
        <p className="offing-quiet offing-no-print">
          {count(drafts.length, 'draft is', 'drafts are')} not signed yet, and seen only by its leads and the scan team:{' '}
          {drafts.map(({ technology }, i) => (
            <span key={technology.id}>
              {i > 0 && ', '}
              <Link to={addressOf(technology.slug, brief)}>{technology.name}</Link>
            </span>
          ))}
          .
        </p>
      )}
    </section>
  )
}

interface RowProps {
  review: ReviewSummary
  brief: Brief
  isOnPaper: boolean
}

function Row({ review, brief, isOnPaper }: RowProps) {
  const { technology, shown, startBy } = review
  return (
    <tr className={isOnPaper ? undefined : 'offing-no-print'}>
      <td data-label="Start by">
        <strong>{startInWords(startBy, brief.ranking.scan.startYear)}</strong>
        {startBy.basis === 'middle' && '*'}
      </td>
      <th scope="row">
        <Link to={addressOf(technology.slug, brief)}>{technology.name}</Link>
      </th>
      <td data-label="What to do">{shown.action && actionNames[shown.action]}</td>
      <td data-label="Years to get ready">{shown.yearsNeeded ?? 'not said'}</td>
      <td data-label="How ready it is">{shown.readiness ? readinessNames[shown.readiness] : 'not said'}</td>
      <td data-label={`Workforce affected by ${brief.ranking.scan.endYear}`}>
        {shown.affected ? shareInWords(shown.affected.end) : 'not said'}
      </td>
    </tr>
  )
}

function Basis({ signed }: { signed: readonly ReviewSummary[] }) {
  const usesMiddle = signed.some(({ startBy }) => startBy.basis === 'middle')
  const isUnknown = signed.some(({ startBy }) => startBy.year === null)
  if (!usesMiddle && !isUnknown) return null
  return (
    <p className="offing-quiet">
      {usesMiddle && '* From the panel’s middle year, since fewer than five answers say when. '}
      {isUnknown && 'Not known: the panel’s years are not known, or the review does not say how many years are needed.'}
    </p>
  )
}

const sentencePart = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The page of one of its reviews. */
export function addressOf(technology: string, { ranking: { scan, lens } }: Brief): string {
  return pageLink(pages.review, { scan: scan.slug, technology, specialism: lens.slug })
}
