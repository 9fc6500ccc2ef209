import { lazy, Suspense } from 'react'
import type { Workforce, WorkforceRow } from '../../api/contract/reviews.ts'
import { shareInWords } from '../reviews/words.ts'
import { Loading } from '../shared/states/Loading.tsx'
import { pointsOf } from './points.ts'

const ShareChart = lazy(() => import('./ShareChart.tsx'))

interface Props {
  workforce: Workforce
  shown: WorkforceRow[]
}

/** A small chart for each technology, all on the same scale; their numbers are in the table below. */
export function Multiples({ workforce, shown }: Props) {
  return (
    <>
      <p className="offing-quiet">
        The line is the likeliest share, the grey band reaches from the lowest to the highest. All on one scale, from
        nobody in {workforce.scan.startYear}. The numbers are in the table below.
      </p>
      <ul className="offing-multiples">
        {shown.map((row) => (
          <li key={row.id}>
            <figure>
              <figcaption>{row.name}</figcaption>
              <div role="img" aria-label={says(row, workforce)}>
                <Suspense fallback={<Loading what="the chart" />}>
                  <ShareChart points={pointsOf(row, workforce)} />
                </Suspense>
              </div>
            </figure>
          </li>
        ))}
      </ul>
    </>
  )
}

function says({ name, middle, end }: WorkforceRow, { scan, middleYear }: Workforce): string {
  return `${name}: ${shareInWords(middle)} of the workforce by ${middleYear}, ${shareInWords(end)} by ${scan.endYear}.`
}
