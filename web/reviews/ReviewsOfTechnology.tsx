import './reviews.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { ReviewList, ReviewSummary } from '../../api/contract/reviews.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { useAccount } from '../shared/account.ts'
import { isStatus } from '../shared/queries.ts'
import { useRankingFilters } from '../shared/ranking-address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel } from '../shared/words.ts'
import { useReviews } from './queries.ts'
import { actionNames, startInWords } from './words.ts'

/** On a technology's page: what specialisms have signed, and where one's own is written. */
export function ReviewsOfTechnology({ technology }: { technology: Technology }) {
  const { scan } = useRankingFilters()
  const query = useReviews({ scan, technology: technology.slug })
  if (isStatus(query.error, 404) && !query.data) return null
  return (
    <section className="offing-section" aria-labelledby="reviews">
      <h2 className="nhsuk-heading-m" id="reviews">
        Reviews by specialisms
      </h2>
      <Loaded query={query} what="the reviews">
        {(list) => <Reviews list={list} technology={technology} />}
      </Loaded>
    </section>
  )
}

function Reviews({ list, technology }: { list: ReviewList; technology: Technology }) {
  const signed = list.items.filter(({ shown, isDraftOpen }) => shown.state === 'signed' || isDraftOpen)
  return (
    <>
      {signed.length === 0 ? (
        <p>No specialism has signed a review of it yet.</p>
      ) : (
        <div className="offing-scroll">
          <table className="offing-table offing-table--stack offing-reviews__list">
            <thead>
              <tr>
                <th scope="col">Specialism</th>
                <th scope="col">What to do</th>
                <th scope="col">Start by</th>
                <th scope="col">Signed</th>
              </tr>
            </thead>
            <tbody>
              {signed.map((review) => (
                <Row key={review.specialism.id} review={review} list={list} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <WriteMine list={list} technology={technology} />
    </>
  )
}

function Row({ review, list: { scan } }: { review: ReviewSummary; list: ReviewList }) {
  const { technology, specialism, shown, startBy } = review
  const reference = { scan: scan.slug, technology: technology.slug, specialism: specialism.slug }
  return (
    <tr>
      <th scope="row">
        <Link to={pageLink(pages.review, reference)}>{specialism.name}</Link>
      </th>
      <td data-label="What to do">{shown.action ? actionNames[shown.action] : 'Not said yet'}</td>
      <td data-label="Start by">{startInWords(startBy, scan.startYear)}</td>
      <td data-label="Signed">
        {shown.state === 'signed'
          ? `${shown.writtenBy ?? 'A lead'}, ${dateLabel(shown.writtenAt)}`
          : 'Draft, seen by its leads and the scan team only'}
      </td>
    </tr>
  )
}

/** Links for a lead's own specialisms that the technology may affect and that have no review yet. */
function WriteMine({ list, technology }: { list: ReviewList; technology: Technology }) {
  const { specialisms } = useAccount().account
  const mine = technology.specialisms.filter(
    ({ slug }) => specialisms.includes(slug) && !list.items.some(({ specialism }) => specialism.slug === slug),
  )
  if (mine.length === 0) return null
  return (
    <ul className="nhsuk-list offing-no-print">
      {mine.map(({ slug, name }) => (
        <li key={slug}>
          <Link to={pageLink(pages.review, { scan: list.scan.slug, technology: technology.slug, specialism: slug })}>
            Write the review for {name}
          </Link>
        </li>
      ))}
    </ul>
  )
}
