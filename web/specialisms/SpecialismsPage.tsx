import '../technologies/technology.scss'
import './specialisms.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import type { ReviewSummary } from '../../api/contract/reviews.ts'
import { useReviews } from '../reviews/queries.ts'
import { useAccount } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { isStatus, useRanking } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'

/** The specialisms of a scan by grouping, each with how many reviews it has signed. */
export default function SpecialismsPage() {
  useTitle('Specialisms')
  const scan = useAddress().get('scan')
  const ranking = useRanking({ scan, limit: 1 })
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">Specialisms</h1>
      {isStatus(ranking.error, 404) && !ranking.data ? (
        <NoRanking title="There is no scan to look at yet" why={ranking.error?.message} />
      ) : (
        <Loaded query={ranking} what="the specialisms">
          {(found) => <ByGrouping ranking={found} />}
        </Loaded>
      )}
    </>
  )
}

function ByGrouping({ ranking }: { ranking: Ranking }) {
  const { scan, lenses, demonstration } = ranking
  const reviews = useReviews({ scan: scan.slug, state: 'signed' })
  return (
    <>
      <p className="offing-quiet">
        {scan.name}, {scan.startYear} to {scan.endYear}. Each specialism’s page is a brief of two pages on paper: its
        own ranking, its reviews, and by when to start.
      </p>
      {demonstration && <DemonstrationNotice reviews />}
      <p>
        <Link to={withQuery(pages.workforce, { scan: scan.slug })}>
          Share of the workforce affected, over all specialisms
        </Link>
      </p>
      <Loaded query={reviews} what="the reviews">
        {({ items }) => (
          <>
            <Own ranking={ranking} reviews={items} />
            <div className="offing-by-grouping">
              {lenses.groupings.map((grouping) => (
                <section key={grouping.slug} aria-labelledby={`grouping-${grouping.slug}`}>
                  <h2 className="nhsuk-heading-s" id={`grouping-${grouping.slug}`}>
                    {grouping.name}
                  </h2>
                  <ul className="nhsuk-list">
                    {lenses.specialisms
                      .filter((one) => one.grouping === grouping.slug)
                      .map((one) => (
                        <Entry key={one.slug} {...one} scan={scan.slug} reviews={items} />
                      ))}
                  </ul>
                </section>
              ))}
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}

/** A lead's own come first: that is what they came for. */
function Own({ ranking: { lenses, scan }, reviews }: { ranking: Ranking; reviews: ReviewSummary[] }) {
  const { specialisms } = useAccount().account
  const own = lenses.specialisms.filter(({ slug }) => specialisms.includes(slug))
  if (own.length === 0) return null
  return (
    <section aria-labelledby="own">
      <h2 className="nhsuk-heading-s" id="own">
        Yours
      </h2>
      <ul className="nhsuk-list">
        {own.map(({ slug, name }) => (
          <Entry key={slug} slug={slug} name={name} scan={scan.slug} reviews={reviews} />
        ))}
      </ul>
    </section>
  )
}

interface EntryProps {
  slug: string
  name: string
  scan: string
  reviews: ReviewSummary[]
}

function Entry({ slug, name, scan, reviews }: EntryProps) {
  const signed = reviews.filter(({ specialism }) => specialism.slug === slug).length
  return (
    <li>
      <Link to={withQuery(pageLink(pages.specialism, { specialism: slug }), { scan })}>{name}</Link>{' '}
      <span className="offing-quiet">{signed > 0 ? `${count(signed, 'signed review')}` : 'no signed review yet'}</span>
    </li>
  )
}
