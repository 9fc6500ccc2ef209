import type { ReviewVersion } from '../../api/contract/reviews.ts'
import { changedFields, emptyReview } from '../../api/reviews/review.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel, listed } from '../shared/words.ts'
import { type ReviewReference, useReviewVersions } from './queries.ts'
import { fieldInWords, fieldLabels } from './words.ts'

/** Every version, newest first, with what changed from the one before. */
export function ReviewHistory({ reference, version }: { reference: ReviewReference; version: number }) {
  const query = useReviewVersions(reference, version)
  return (
    <section className="offing-section offing-no-print" aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        History
      </h2>
      <Loaded query={query} what="the history">
        {({ items }) => (
          <ul className="offing-review__history">
            {items.map((one, i) => (
              <li key={one.version}>
                <Version one={one} before={items[i + 1]} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function Version({ one, before }: { one: ReviewVersion; before: ReviewVersion | undefined }) {
  const changed = changedFields(before ?? emptyReview, one)
  const what = one.state === 'signed' ? 'signed' : 'saved as a draft'
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">
        <strong>Version {one.version}</strong>, {what} by {one.writtenBy ?? 'somebody whose name is no longer kept'} on{' '}
        {dateLabel(one.writtenAt)}.
      </p>
      {changed.length > 0 && (
        <details className="offing-small-details">
          <summary>
            {before ? 'Changed: ' : 'Written: '}
            {listed(changed.map((field) => fieldLabels[field]))}
          </summary>
          <dl className="offing-facts">
            {changed.flatMap((field) => [
              <dt key={field}>{fieldLabels[field]}</dt>,
              <dd key={`${field} says`}>
                {before && <del>{fieldInWords(before, field) || '(empty)'}</del>}{' '}
                <ins>{fieldInWords(one, field) || '(empty)'}</ins>
              </dd>,
            ])}
          </dl>
        </details>
      )}
    </>
  )
}
