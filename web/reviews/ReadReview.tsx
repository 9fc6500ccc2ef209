import type { Review } from '../../api/contract/reviews.ts'
import { type ReviewContent, reviewFields } from '../../api/reviews/review.ts'
import { dateLabel } from '../shared/words.ts'
import { fieldInWords, fieldLabels, startExplained, startInWords } from './words.ts'

/** A review to be read: the version that its reader may see, and who signed it when. */
export function ReadReview({ review }: { review: Review }) {
  const { present, startBy, scan } = review
  return (
    <>
      <p className="offing-review__state">
        {present.state === 'signed' ? (
          <>
            <strong className="nhsuk-tag nhsuk-tag--green">Signed</strong> by {present.writtenBy ?? 'a lead'} on{' '}
            {dateLabel(present.writtenAt)}.{present.illustrative && illustrative}
          </>
        ) : (
          <>
            <strong className="nhsuk-tag nhsuk-tag--yellow">Draft</strong> Not signed: seen by its leads and the scan
            team only.
          </>
        )}
      </p>
      <dl className="offing-facts">
        <dt>Start by</dt>
        <dd>
          {startInWords(startBy, scan.startYear)}
          <br />
          <span className="offing-quiet">
            {startExplained(startBy, present.yearsNeeded)}
            {movedSince(review)}
          </span>
        </dd>
        <ReviewFacts content={present} />
      </dl>
    </>
  )
}

/** It came with the demonstration. */
const illustrative = ' Made up, with the demonstration.'

/** Everything that a review says, field by field; what is empty is left out. */
export function ReviewFacts({ content }: { content: ReviewContent }) {
  return reviewFields.flatMap((field) => {
    const words = fieldInWords(content, field)
    return words
      ? [
          <dt key={field}>{fieldLabels[field]}</dt>,
          <dd key={`${field} says`} className="offing-review__text">
            {words}
          </dd>,
        ]
      : []
  })
}

function movedSince({ present, startBy: { from } }: Review): string {
  if (present.state !== 'signed' || present.earlyYear === null || present.earlyYear === from) return ''
  return ` When it was signed, that year was ${present.earlyYear}.`
}
