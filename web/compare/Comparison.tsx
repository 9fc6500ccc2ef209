import { lazy, Suspense } from 'react'
import type { Ranking } from '../../api/contract/ranking.ts'
import { criteria } from '../../api/scans/method.ts'
import { Loading } from '../shared/states/Loading.tsx'
import { criterionNames, listed } from '../shared/words.ts'
import { ComparisonTable } from './ComparisonTable.tsx'
import { NotRanked } from './NotRanked.tsx'
import type { SpiderLine } from './Spider.tsx'
import { comparedIn } from './use-compared.ts'

const Spider = lazy(() => import('./Spider.tsx'))

interface Props {
  ranking: Ranking
  chosen: string[]
  busy: boolean
}

/** The chart, the table of its numbers beside it, and what could not be drawn. */
export function Comparison({ ranking, chosen, busy }: Props) {
  const compared = comparedIn(ranking, chosen)
  const ranked = compared.flatMap(({ row, look }) => (row ? [{ row, look }] : []))
  const lines = ranked.map(({ row, look }) => ({ id: row.id, name: row.name, values: row.values, look }))
  const unranked = busy ? [] : compared.filter(({ row }) => row === null)
  return (
    <>
      {lines.length > 0 && (
        <div className="offing-compare__together">
          <figure>
            <div role="img" aria-label={says(lines)}>
              <Suspense fallback={<Loading what="the chart" />}>
                <Spider lines={lines} />
              </Suspense>
            </div>
            <figcaption className="offing-quiet">
              Each criterion from nothing at the centre to 100% at the rim. The size of a shape means nothing: the
              criteria weigh differently.
            </figcaption>
          </figure>
          <ComparisonTable ranking={ranking} ranked={ranked} />
        </div>
      )}
      {unranked.length > 0 && <NotRanked slugs={unranked.map(({ slug }) => slug)} />}
    </>
  )
}

function says(lines: SpiderLine[]): string {
  const names = listed(lines.map(({ name }) => name))
  return `${names}, by ${listed(criteria.map((one) => criterionNames[one].toLowerCase()))}. The numbers are in the table.`
}
