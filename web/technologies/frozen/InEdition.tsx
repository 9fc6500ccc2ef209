import { Link } from 'react-router'
import type { FrozenTechnology } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import { useFrozenTechnology } from '../../shared/editions/queries.ts'
import { EditionShown } from '../../shared/editions/WhichEdition.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { count } from '../../shared/words.ts'
import { EvidenceItem } from '../evidence/EvidenceItem.tsx'
import { newestFirst } from '../evidence/order.ts'
import { HistorySection } from '../history/HistorySection.tsx'
import { RestsOn } from '../rests-on/RestsOn.tsx'
import { Figures } from '../standing/Figures.tsx'
import { Standing } from '../standing/Standing.tsx'
import { FrozenFacts } from './FrozenFacts.tsx'
import { FrozenReviews } from './FrozenReviews.tsx'
import { type Frozen, frozen } from './frozen.ts'

/** A technology as an edition holds it: its texts, evidence and signed reviews of that day, and its place in it. */
export function InEdition({ edition, reference }: { edition: string; reference: string }) {
  const query = useFrozenTechnology(edition, reference)
  useTitle(query.data?.name ?? 'Technology')
  return (
    <Loaded query={query} what="this technology" missing="technology" isPage>
      {(technology: FrozenTechnology) => <Whole technology={frozen(technology)} />}
    </Loaded>
  )
}

function Whole({ technology }: { technology: Frozen }) {
  const { name, slug, category, description, wouldChange, evidence, reviews } = technology
  const mayReadNow = useMay('technologies.read')
  return (
    <article className="offing-technology">
      <div className="offing-technology__top">
        <div>
          <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">
            <span className="nhsuk-caption-l">{category.name}</span>
            {name}
          </h1>
          <EditionShown />
          <p className="offing-technology__description">{description}</p>
          {wouldChange && (
            <>
              <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">What would change</h2>
              <p className="offing-measure">{wouldChange}</p>
            </>
          )}
          {mayReadNow && (
            <p className="offing-no-print">
              <Link to={pageLink(pages.technology, { technology: slug })}>See it as it is now</Link>
            </p>
          )}
          <Standing technology={technology} />
        </div>
        <FrozenFacts technology={technology} />
      </div>
      <Figures technology={technology} />
      <HistorySection technology={technology} />
      <RestsOn technology={technology} />
      <FrozenReviews reviews={reviews} />
      <section className="offing-section" aria-labelledby="evidence">
        <h2 className="nhsuk-heading-m" id="evidence">
          Evidence
        </h2>
        {evidence.length === 0 ? (
          <p>None had been entered.</p>
        ) : (
          <>
            <p className="offing-quiet">{count(evidence.length, 'piece', 'pieces')} of evidence, newest first.</p>
            <ul className="offing-evidence">
              {newestFirst(evidence).map((one) => (
                <EvidenceItem key={one.id} evidence={one} />
              ))}
            </ul>
          </>
        )}
      </section>
    </article>
  )
}
