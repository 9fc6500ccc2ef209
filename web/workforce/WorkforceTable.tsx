import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Workforce, WorkforceRow } from '../../api/contract/reviews.ts'
import { shareInWords } from '../reviews/words.ts'
import { count, dateLabel } from '../shared/words.ts'

interface Props {
  workforce: Workforce
  shown: WorkforceRow[]
}

/** The numbers of the charts, each with the signed reviews that it comes from. */
export function WorkforceTable({ workforce, shown }: Props) {
  const { scan, middleYear } = workforce
  return (
    <section className="offing-section" aria-labelledby="numbers">
      <h2 className="nhsuk-heading-m" id="numbers">
        The numbers and where they come from
      </h2>
      <p className="offing-quiet">Likeliest share, with the lowest and highest in brackets.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className="offing-scroll" aria-label="The numbers" tabIndex={0}>
        <table className="offing-table offing-table--stack">
          <thead>
            <tr>
              <th scope="col">Technology</th>
              <th scope="col">By {middleYear}</th>
              <th scope="col">By {scan.endYear}</th>
              <th scope="col">From the signed reviews of</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={pageLink(pages.technology, { technology: row.slug })}>{row.name}</Link>
                </th>
                <td data-label={`By ${middleYear}`}>{shareInWords(row.middle)}</td>
                <td data-label={`By ${scan.endYear}`}>{shareInWords(row.end)}</td>
                <td data-label="From the signed reviews of">
                  <Sources row={row} workforce={workforce} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function Sources({ row, workforce: { scan, weighting } }: { row: WorkforceRow; workforce: Workforce }) {
  return (
    <ul className="offing-plain-list">
      {row.reviews.map(({ specialism, middle, end, headcount, signedBy, signedAt, mayWrite }) => {
        const address = pageLink(pages.review, { scan: scan.slug, technology: row.slug, specialism: specialism.slug })
        return (
          <li key={specialism.id}>
            <Link to={address}>{specialism.name}</Link>: {shareInWords(middle)}, then {shareInWords(end)}
            {weighting === 'headcount' && headcount !== null && `, ${count(headcount, 'person', 'people')}`}.{' '}
            <span className="offing-quiet">
              {signedBy ?? 'A lead'}, {dateLabel(signedAt)}
            </span>
            {mayWrite && (
              <span className="offing-no-print">
                {' '}
                <Link to={address}>
                  Change yours
                  <span className="nhsuk-u-visually-hidden">
                    : {specialism.name}, {row.name}
                  </span>
                </Link>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
