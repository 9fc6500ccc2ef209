import type { Review } from '../../api/contract/reviews.ts'
import { dateLabel } from '../shared/words.ts'

/** Where the focus goes once a review is signed, since the button that did it is gone. */
export const stateOfReview = 'state-of-review'

const somebody = 'somebody whose name is no longer kept'

/** Whether a review is a draft or signed, by whom and when, and what its readers see meanwhile. */
export function StateOfReview({ review }: { review: Review | null }) {
  if (!review)
    return (
      <p className="offing-review__state" id={stateOfReview} tabIndex={-1}>
        <strong className="nhsuk-tag nhsuk-tag--grey">Nothing written yet</strong> Save a draft as often as you like.
        Only the leads of this specialism and the scan team see it until it is signed.
      </p>
    )
  const { present, signed } = review
  if (present.state === 'signed')
    return (
      <p className="offing-review__state" id={stateOfReview} tabIndex={-1}>
        <strong className="nhsuk-tag nhsuk-tag--green">Signed</strong> by {present.writtenBy ?? somebody} on{' '}
        {dateLabel(present.writtenAt)}. It is what your specialism says. A change of it is a draft until it is signed.
      </p>
    )
  return (
    <p className="offing-review__state" id={stateOfReview} tabIndex={-1}>
      <strong className="nhsuk-tag nhsuk-tag--yellow">Draft</strong> Saved by {present.writtenBy ?? somebody} on{' '}
      {dateLabel(present.writtenAt)}.{' '}
      {signed
        ? `Until it is signed, others see the version that ${signed.writtenBy ?? somebody} signed on ${dateLabel(signed.writtenAt)}.`
        : 'Only the leads of this specialism and the scan team see it until it is signed.'}
    </p>
  )
}
