import '../technologies/technology.scss'
import './reviews.scss'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Review } from '../../api/contract/reviews.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { useAccount } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { useScan, useTechnology } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import NotFound from '../shared/states/NotFound.tsx'
import { useTitle } from '../shared/use-title.ts'
import { type ReviewReference, useReview } from './queries.ts'
import { ReadReview } from './ReadReview.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { ReviewHistory } from './ReviewHistory.tsx'

/** What one specialism says of one technology: to write for its leads, to read for everybody else. */
export default function ReviewPage() {
  const { scan = '', technology = '', specialism = '' } = useParams()
  useTitle('Review')
  const scans = useScan(scan)
  const technologies = useTechnology(technology)
  return (
    <Loaded query={scans} what="this scan" missing="scan" isPage>
      {(held) => (
        <Loaded query={technologies} what="this technology" missing="technology" isPage>
          {(found) => (
            <InScan scan={held.value} technology={found.value} reference={{ scan, technology, specialism }} />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

interface Props {
  scan: Scan
  technology: Technology
  reference: ReviewReference
}

function InScan({ scan, technology, reference }: Props) {
  const query = useReview(reference)
  const specialism = scan.specialisms.find(({ slug }) => slug === reference.specialism)
  const mayWrite = useAccount().account.specialisms.includes(reference.specialism)
  useTitle(`${technology.name}: review`)
  if (!specialism) return <NotFound what="review" />
  return (
    <Loaded query={query} what="this review" isPage>
      {(read) => (
        <article className="offing-review">
          <Head scan={scan} technology={technology} specialism={specialism} />
          {scan.demonstration && <DemonstrationNotice reviews />}
          <Body read={read} mayWrite={mayWrite} scan={scan} reference={reference} />
        </article>
      )}
    </Loaded>
  )
}

interface BodyProps {
  read: Tagged<Review> | null
  mayWrite: boolean
  scan: Scan
  reference: ReviewReference
}

function Body({ read, mayWrite, scan, reference }: BodyProps) {
  if (!read && !mayWrite)
    return (
      <Empty title="There is no signed review yet">
        <p>A lead of this specialism writes it. Until it is signed, only its leads and the scan team see it.</p>
      </Empty>
    )
  return (
    <>
      {mayWrite ? (
        <ReviewForm read={read} scan={scan} reference={reference} />
      ) : (
        read && <ReadReview review={read.value} />
      )}
      {read && <ReviewHistory reference={reference} version={read.value.version} />}
    </>
  )
}

function Head({
  scan,
  technology,
  specialism,
}: Omit<Props, 'reference'> & { specialism: Scan['specialisms'][number] }) {
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
        <span className="nhsuk-caption-l">{specialism.name}: review</span>
        {technology.name}
      </h1>
      <p className="offing-measure">{technology.wouldChange || technology.description}</p>
      <ul className="offing-actions offing-no-print">
        <li>
          <Link to={withQuery(pageLink(pages.technology, { technology: technology.slug }), { scan: scan.slug })}>
            The technology and its evidence
          </Link>
        </li>
        <li>
          <Link to={withQuery(pageLink(pages.specialism, { specialism: specialism.slug }), { scan: scan.slug })}>
            All reviews of {specialism.name}
          </Link>
        </li>
      </ul>
    </>
  )
}
