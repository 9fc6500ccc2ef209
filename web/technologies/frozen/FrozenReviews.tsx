import '../../reviews/reviews.scss'
import type { FrozenTechnology } from '../../../api/contract/editions.ts'
import { emptyReview, type ReviewContent } from '../../../api/reviews/review.ts'
import { ReviewFacts } from '../../reviews/ReadReview.tsx'
import { actionNames } from '../../reviews/words.ts'
import { dateLabel } from '../../shared/words.ts'

/** What specialisms had signed when the edition was published. */
export function FrozenReviews({ reviews }: { reviews: FrozenTechnology['reviews'] }) {
  return (
    <section className="offing-section" aria-labelledby="reviews">
      <h2 className="nhsuk-heading-m" id="reviews">
        Reviews by specialisms
      </h2>
      {reviews.length === 0 && <p>No specialism had signed a review of it.</p>}
      {reviews.map((review) => (
        <details className="offing-small-details" key={review.specialism.slug}>
          <summary>{summaryOf(review)}</summary>
          {review.illustrative && <p>Made up, with the demonstration.</p>}
          <dl className="offing-facts">
            <ReviewFacts content={contentOf(review)} />
          </dl>
        </details>
      ))}
    </section>
  )
}

type Review = FrozenTechnology['reviews'][number]

/** It was checked when it was written; a part that reviews have gained since is empty in it. */
const contentOf = ({ content }: Review): ReviewContent => ({ ...emptyReview, ...content })

function summaryOf(review: Review): string {
  const { specialism, signedBy, signedAt } = review
  const { action } = contentOf(review)
  return `${specialism.name}${action ? `: ${actionNames[action]}` : ''}. Signed by ${signedBy ?? 'a lead'}, ${dateLabel(signedAt)}`
}
