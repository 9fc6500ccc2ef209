import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { ReviewSummary } from '../../api/contract/reviews.ts'
import type { ReviewText } from '../../api/reviews/review.ts'
import { textLabels } from '../reviews/words.ts'
import { withQuery } from '../shared/address.ts'
import { type Brief, byStartYear, onPaper, shortened } from './brief.ts'
import { addressOf } from './ReviewsTable.tsx'

/** What workforce, curricula and training have to expect, in the order of the page. */
const texts = ['workforce', 'curricula', 'training'] as const satisfies readonly ReviewText[]

/** Workforce and training implications, by the year in which to start. */
export function Implications({ brief }: { brief: Brief }) {
  const { scan, lens } = brief.ranking
  const withTexts = brief.signed.filter(({ shown }) => texts.some((name) => shown[name]))
  if (withTexts.length === 0) return null
  const years = byStartYear(withTexts, scan.startYear)
  const printed = new Set(withTexts.slice(0, onPaper.implications))
  return (
    <section className="offing-section" aria-labelledby="implications">
      <h2 className="nhsuk-heading-m" id="implications">
        Workforce and training, by year
      </h2>
      <div className="offing-brief__years">
        {years.map(({ year, reviews }) => (
          <div
            key={year ?? 'unknown'}
            className={reviews.some((one) => printed.has(one)) ? undefined : 'offing-no-print'}
          >
            <h3 className="nhsuk-heading-s">{yearWords(year, scan.startYear)}</h3>
            <dl className="offing-brief__implications">
              {reviews.map((review) => (
                <Implication
                  key={review.technology.id}
                  review={review}
                  address={addressOf(review.technology.slug, brief)}
                  isOnPaper={printed.has(review)}
                />
              ))}
            </dl>
          </div>
        ))}
      </div>
      {[...printed].some(isCut) && (
        <p className="offing-print-only">
          What ends in … stands in full at{' '}
          {window.location.host + withQuery(pageLink(pages.specialism, { specialism: lens.slug }), { scan: scan.slug })}
        </p>
      )}
    </section>
  )
}

const isCut = ({ shown }: ReviewSummary) => texts.some((name) => shortened(shown[name]) !== null)

function yearWords(year: number | null, startYear: number): string {
  if (year === null) return 'Year not known'
  return year <= startYear ? `Now (${startYear} or before)` : `Start by ${year}`
}

function Implication({ review, address, isOnPaper }: { review: ReviewSummary; address: string; isOnPaper: boolean }) {
  const { technology, shown } = review
  const hidden = isOnPaper ? undefined : 'offing-no-print'
  return (
    <>
      <dt className={hidden}>
        <Link to={address}>{technology.name}</Link>
      </dt>
      <dd className={hidden}>
        {texts.map((name) => shown[name] && <Text key={name} label={textLabels[name]} text={shown[name]} />)}
      </dd>
    </>
  )
}

/** The whole text on the screen; on paper as much as a brief holds. */
function Text({ label, text }: { label: string; text: string }) {
  const short = shortened(text)
  return (
    <span className="offing-block">
      <strong>{label}:</strong> <span className={short ? 'offing-no-print' : undefined}>{text}</span>
      {short && <span className="offing-print-only">{short}</span>}
    </span>
  )
}
