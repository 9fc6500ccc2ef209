import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { TechnologyHistory } from '../../../api/contract/comparison.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import { withQuery } from '../../shared/address.ts'
import { useTechnologyHistory } from '../../shared/editions/comparison.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { Loading } from '../../shared/states/Loading.tsx'
import { listed, ordinal } from '../../shared/words.ts'
import { HistoryTable } from './HistoryTable.tsx'
import { placed } from './placed.ts'

const HistoryChart = lazy(() => import('./HistoryChart.tsx'))

interface Props {
  technology: { slug: string; name: string }
}

/** Where a technology stood in each published edition. Nothing where none holds it. */
export function HistorySection({ technology }: Props) {
  return useMay('editions.read') ? <Asked technology={technology} /> : null
}

function Asked({ technology }: Props) {
  const history = useTechnologyHistory(technology.slug).data
  return history && history.total > 0 ? <History history={history} technology={technology} /> : null
}

function History({ history: { items }, technology }: Props & { history: TechnologyHistory }) {
  const points = placed(items)
  return (
    <section className="offing-section" aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        Through the editions
      </h2>
      <div className="offing-history">
        {points.length > 1 && (
          <figure>
            <div role="img" aria-label={sentence(technology.name, items)}>
              <Suspense fallback={<Loading what="the chart" />}>
                <HistoryChart points={points} />
              </Suspense>
            </div>
            <figcaption className="offing-quiet">
              The mark is its place on the panel’s answers, the grey bar from where to where it could be, with nine
              chances in ten. Panels and scans differ from edition to edition.
            </figcaption>
          </figure>
        )}
        <HistoryTable items={items} technology={technology.slug} />
      </div>
      <Changes items={items} />
    </section>
  )
}

/** "Place of Leadless pacemaker: 12th of 40 in 2025 radar, edition 1, and 3rd of 44 in 2026 radar, edition 2." */
function sentence(name: string, items: TechnologyHistory['items']): string {
  const parts = items.flatMap(({ stood, of, edition }) =>
    stood ? [`${ordinal(stood.place)} of ${of} in ${editionName(edition)}`] : [],
  )
  return `Place of ${name}: ${listed(parts)}.`
}

function Changes({ items }: { items: TechnologyHistory['items'] }) {
  const [from, to] = items.slice(-2).map(({ edition }) => edition)
  if (!from || !to) return null
  const address = pageLink(pages.editionChanges, { edition: referenceOf(to) })
  return (
    <p className="offing-no-print">
      <Link to={withQuery(address, { with: referenceOf(from) })}>
        What else changed between {editionName(from)} and {editionName(to)}
      </Link>
    </p>
  )
}
