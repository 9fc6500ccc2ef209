import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { withQuery } from '../shared/address.ts'
import { count, whatItIsNot } from '../shared/words.ts'
import { changeMeaning, oneDecimal } from '../technologies/standing/words.ts'
import { type Brief, onPaper } from './brief.ts'

/** The ranking through the specialism's own eyes, or why it has none. */
export function OwnRanking({ brief }: { brief: Brief }) {
  const { ranked, ranking } = brief
  return (
    <section className="offing-section" aria-labelledby="own-ranking">
      <h2 className="nhsuk-heading-m" id="own-ranking">
        Its own ranking
      </h2>
      {ranked.length === 0 ? <NoneRanked brief={brief} /> : <RankedRows brief={brief} />}
      {ranked.length > 0 && (
        <p className="offing-quiet">
          {brief.awaiting > 0 &&
            `${count(brief.awaiting, 'more technology was', 'more technologies were')} asked of this specialism and cannot be ranked by it: too few answers, or figures of fewer than ${count(ranking.minimumShown, 'panel member')}, which are not shown. `}
          {whatItIsNot}
        </p>
      )}
    </section>
  )
}

function NoneRanked({ brief: { ranking } }: { brief: Brief }) {
  if (!ranking.round) return <p>No round has closed yet, so there is no ranking.</p>
  return (
    <p className="offing-measure">
      None of its technologies can be ranked by this specialism’s answers alone: too few panel members have answered, or
      fewer than {count(ranking.minimumShown, 'panel member')} stand behind each figure, which is therefore not shown.
    </p>
  )
}

function RankedRows({ brief }: { brief: Brief }) {
  const { ranked, ranking } = brief
  return (
    <div className="offing-scroll">
      <table className="offing-table offing-table--stack">
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Technology</th>
            <th scope="col">How much it changes</th>
            <th scope="col">Expected in</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((row, i) => (
            <tr key={row.id} className={i < onPaper.ranked ? undefined : 'offing-no-print'}>
              <td data-label="Place">{row.place}</td>
              <th scope="row">
                <Link
                  to={withQuery(pageLink(pages.technology, { technology: row.slug }), {
                    scan: ranking.scan.slug,
                    lens: `specialism:${ranking.lens.slug}`,
                  })}
                >
                  {row.name}
                </Link>
              </th>
              <td data-label="How much it changes">
                {oneDecimal(row.meanImpact)} of 9: {changeMeaning(row.meanImpact)}
              </td>
              <td data-label="Expected in">{whenWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function whenWords({ years }: RankedTechnology): string {
  return years.early === null ? String(years.middle) : `${years.middle} (${years.early} to ${years.late})`
}
