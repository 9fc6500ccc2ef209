import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { PlaceRange } from '../../api/contract/certainty.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { criteria } from '../../api/scans/method.ts'
import { withQuery } from '../shared/address.ts'
import { howSure } from '../shared/certainty/words.ts'
import { wholePoints, wholeScore } from '../shared/points.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { criterionNames, scoreMeans } from '../shared/words.ts'
import { spreadLabel, whyHere } from './why.ts'

interface Props {
  row: RankedTechnology
  ranking: Ranking
  /** Where its place could be, where that can be said. */
  range: PlaceRange | undefined
  /** Names the technology too, where the panel stands away from its row. */
  isApart?: boolean
  onClose: () => void
}

/** One sentence, the score taken apart, and the way to the sources. */
export function WhyHere({ row, ranking, range, isApart, onClose }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isApart) box.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isApart])
  const view = viewOf(useRankingFilters())
  const page = withQuery(pageLink(pages.technology, { technology: row.slug }), view)
  const spread = spreadLabel(row)
  const category = ranking.categories.find(({ slug }) => slug === row.category)?.name
  return (
    <section ref={box} className="offing-why" aria-label={`Why is ${row.name} here?`} id={`why-${row.id}`}>
      <h2>{isApart ? `Why is ${row.name} here?` : 'Why is it here?'}</h2>
      <p>{whyHere(row, ranking.lens, ranking.answered.ofSpecialisms)}</p>
      {range && <p>{howSure(row.place, range)}</p>}
      <Points row={row} shares={ranking.shares} />
      <p className="offing-quiet">
        {spread && `${spread}. `}
        {category && `Category: ${category}.`}
      </p>
      <p className="offing-why__links">
        <Link to={`${page}#evidence`}>Sources, by date</Link>
        <Link className="offing-no-print" to={`${page}#rests-on`}>
          What would change its place
        </Link>
        <Link className="offing-no-print" to={page}>
          Full details
        </Link>
        <button type="button" className="offing-link-button offing-no-print" onClick={onClose}>
          Close
        </button>
      </p>
    </section>
  )
}

function Points({ row, shares }: { row: RankedTechnology; shares: Ranking['shares'] }) {
  const points = wholePoints(row.contributions)
  const most = Math.max(...criteria.map((criterion) => shares[criterion]))
  return (
    <table className="offing-points">
      <caption>
        Change score <b>{wholeScore(row.score)}</b> <span className="offing-quiet">{scoreMeans}</span>
      </caption>
      <tbody>
        {criteria
          .filter((criterion) => shares[criterion] > 0)
          .map((criterion) => (
            <tr key={criterion}>
              <th scope="row">{criterionNames[criterion]}</th>
              <td className="offing-points__bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * shares[criterion]) / most} height="10" className="offing-points__room" />
                  <rect width={row.contributions[criterion] / most} height="10" className="offing-points__part" />
                </svg>
              </td>
              <td className="offing-points__number">
                {points[criterion]} of {Math.round(100 * shares[criterion])}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
