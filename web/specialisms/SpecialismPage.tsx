import '../technologies/technology.scss'
import './specialisms.scss'
import { Link, useParams } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import { useReviews } from '../reviews/queries.ts'
import { useAccount } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { Markers } from '../shared/Markers.tsx'
import { isStatus, useRanking } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import NotFound from '../shared/states/NotFound.tsx'
import { useTitle } from '../shared/use-title.ts'
import { WhoAnswered } from '../shared/WhoAnswered.tsx'
import { type Brief, briefOf } from './brief.ts'
import { Implications } from './Implications.tsx'
import { NotReviewed } from './NotReviewed.tsx'
import { OwnRanking } from './OwnRanking.tsx'
import { ReviewsTable } from './ReviewsTable.tsx'
import { Signatures } from './Signatures.tsx'

/** What a specialism expects and what it does about it; on paper a brief of two pages. */
export default function SpecialismPage() {
  const { specialism = '' } = useParams()
  const scan = useAddress().get('scan')
  const lens = `specialism:${specialism}`
  const ranked = useRanking({ scan, lens, limit: 200 })
  const awaiting = useRanking({ scan, lens, list: 'awaiting', specialism, limit: 200 })
  const signed = useReviews({ scan, specialism, state: 'signed' })
  const all = useReviews({ scan, specialism })
  useTitle(ranked.data?.lens.name ?? 'Specialism')
  if (isStatus(ranked.error, 404) && !ranked.data) return <NotFound what="specialism" />
  return (
    <Loaded query={ranked} what="this specialism" isPage>
      {(ranking) => (
        <Loaded query={awaiting} what="its technologies" isPage>
          {(waiting) => (
            <Loaded query={signed} what="its reviews" isPage>
              {(reviews) => (
                <Loaded query={all} what="its reviews" isPage>
                  {(every) => <BriefView brief={briefOf(ranking, waiting, reviews, every)} />}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

function BriefView({ brief }: { brief: Brief }) {
  const { ranking } = brief
  const { scan, lens } = ranking
  const isOwn = useAccount().account.specialisms.includes(lens.slug)
  return (
    <article className="offing-brief">
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {scan.name}, {scan.startYear} to {scan.endYear}
        </span>
        {lens.name}
      </h1>
      <WhoAnswered ranking={ranking} />
      <Markers ranking={ranking} />
      {brief.demonstration && <DemonstrationNotice reviews />}
      <ul className="offing-actions offing-no-print">
        <li>
          <button type="button" className="offing-link-button" onClick={() => window.print()}>
            Print this as a brief
          </button>
        </li>
        <li>
          <Link to={withQuery(pages.workforce, { scan: scan.slug })}>Share of the workforce affected</Link>
        </li>
        <li>
          <Link to={withQuery(pages.ranking, { scan: scan.slug, lens: `specialism:${lens.slug}` })}>
            Its whole ranking
          </Link>
        </li>
      </ul>
      <ReviewsTable brief={brief} />
      <Implications brief={brief} />
      <OwnRanking brief={brief} />
      <Signatures brief={brief} />
      <NotReviewed brief={brief} mayWrite={isOwn} />
    </article>
  )
}
