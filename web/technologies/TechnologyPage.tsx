import './technology.scss'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { MergedHere, MergedInto } from '../duplicates/MergedSection.tsx'
import { WhatHappened } from '../outcomes/WhatHappened.tsx'
import { ReviewsOfTechnology } from '../reviews/ReviewsOfTechnology.tsx'
import { SaveFromCut } from '../rounds/SaveFromCut.tsx'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { useTechnology } from '../shared/queries.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { Archiving } from './Archiving.tsx'
import { EvidenceOfTechnology } from './evidence/EvidenceOfTechnology.tsx'
import { Facts } from './Facts.tsx'
import { InEdition } from './frozen/InEdition.tsx'
import { HistorySection } from './history/HistorySection.tsx'
import { BroadTechnology } from './record/Broad.tsx'
import { Notes } from './record/Notes.tsx'
import { Notices } from './record/Notices.tsx'
import { Belongings, WhyArchived } from './record/Record.tsx'
import { RestsOn } from './rests-on/RestsOn.tsx'
import { Figures } from './standing/Figures.tsx'
import { Standing } from './standing/Standing.tsx'

/** One technology: what it is, where it stands and why, when it is expected, and on what evidence; as it is now, or in an edition. */
export default function TechnologyPage() {
  const { technology: reference = '' } = useParams()
  const edition = useAddress().get('edition')
  return edition ? <InEdition edition={edition} reference={reference} /> : <Present reference={reference} />
}

function Present({ reference }: { reference: string }) {
  const query = useTechnology(reference)
  useTitle(query.data?.value.name ?? 'Technology')
  return (
    <Loaded query={query} what="this technology" missing="technology" isPage>
      {(tagged) => <TechnologyView tagged={tagged} />}
    </Loaded>
  )
}

function TechnologyView({ tagged }: { tagged: Tagged<Technology> }) {
  const technology = tagged.value
  const maySeePlace = useMay('ranking.read')
  const mayReadReviews = useMay('reviews.read')
  const mayWrite = useMay('technologies.write')
  return (
    <article className="offing-technology">
      <div className="offing-technology__top">
        <div>
          <DoneBefore />
          <MergedInto technology={technology} />
          <Head technology={technology} />
          <Notices technology={technology} />
          <Actions tagged={tagged} />
          {maySeePlace && <Standing technology={technology} />}
        </div>
        <Facts technology={technology} />
      </div>
      {mayWrite && <BroadTechnology technology={technology} />}
      {maySeePlace && <Figures technology={technology} />}
      <HistorySection technology={technology} />
      {maySeePlace && <RestsOn technology={technology} />}
      <SaveFromCut technology={technology} />
      {mayReadReviews && <ReviewsOfTechnology technology={technology} />}
      <EvidenceOfTechnology technology={technology} />
      <WhatHappened technology={technology} />
      <MergedHere technology={technology} />
      <Notes technology={technology} />
      <p className="offing-no-print">
        <Link to={pageLink(pages.technologyChanges, { technology: technology.slug })}>Full history of changes</Link>
      </p>
    </article>
  )
}

function Head({ technology }: { technology: Technology }) {
  const { name, category, description, wouldChange, archived } = technology
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
        <span className="nhsuk-caption-l">{category.name}</span>
        {name} {archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
      </h1>
      <p className="offing-technology__description">{description}</p>
      <div className="offing-belongings">
        <Belongings technology={technology} />
      </div>
      <WhyArchived technology={technology} />
      {wouldChange && (
        <>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">What would change</h2>
          <p className="offing-measure">{wouldChange}</p>
        </>
      )}
    </>
  )
}

function Actions({ tagged }: { tagged: Tagged<Technology> }) {
  const { slug } = tagged.value
  const view = viewOf(useRankingFilters())
  const mayWrite = useMay('technologies.write')
  return (
    <div className="offing-no-print">
      <ul className="offing-actions">
        {useMay('ranking.read') && (
          <li>
            <Link to={withQuery(pages.compare, { technology: slug, ...view })}>Compare with others</Link>
          </li>
        )}
        {mayWrite && (
          <li>
            <Link to={pageLink(pages.changeTechnology, { technology: slug })}>Change</Link>
          </li>
        )}
        {mayWrite && <Archiving tagged={tagged} />}
      </ul>
    </div>
  )
}
