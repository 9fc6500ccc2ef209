import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { criteria } from '../../api/scans/method.ts'
import { withQuery } from '../shared/address.ts'
import { wholeScore } from '../shared/points.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { criterionNames, ordinal } from '../shared/words.ts'
import { LineSample } from './LineMark.tsx'
import type { LineLook } from './lines.ts'
import { RemoveButton } from './RemoveButton.tsx'

interface Line {
  row: RankedTechnology
  look: LineLook
}

interface Props {
  ranking: Ranking
  ranked: Line[]
}

/** The same numbers as the chart, a column for each technology; its head says which line is whose. */
export function ComparisonTable({ ranking, ranked }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="offing-scroll offing-compare__numbers" aria-label="Numbers of the comparison" tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">The numbers of the chart, by technology</caption>
        <thead>
          <tr>
            <td />
            {ranked.map((line) => (
              <Head key={line.row.id} line={line} />
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <Row key={criterion} name={criterionNames[criterion]} ranked={ranked}>
              {(row) => percentOf(row.values[criterion])}
            </Row>
          ))}
          <Row name="Change score" ranked={ranked}>
            {(row) => wholeScore(row.score)}
          </Row>
          <Row name="Place" ranked={ranked}>
            {(row) => ordinal(row.place)}
          </Row>
          <Row name="Middle guess" ranked={ranked}>
            {(row) => row.years.middle}
          </Row>
        </tbody>
      </table>
      {ranking.shares.reach === 0 && (
        <p className="offing-quiet">“How widespread” carries no weight where one specialism is shown.</p>
      )}
    </section>
  )
}

function Head({ line: { row, look } }: { line: Line }) {
  const view = viewOf(useRankingFilters())
  return (
    <th scope="col">
      <LineSample look={look} />
      <Link to={withQuery(pageLink(pages.technology, { technology: row.slug }), view)}>{row.name}</Link>
      <RemoveButton slug={row.slug} name={row.name} />
    </th>
  )
}

interface RowProps {
  name: string
  ranked: Line[]
  children: (row: RankedTechnology) => string | number
}

function Row({ name, ranked, children }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {ranked.map(({ row }) => (
        <td key={row.id}>{children(row)}</td>
      ))}
    </tr>
  )
}

const percentOf = (value: number | null) => (value === null ? 'no answer' : `${Math.round(100 * value)}%`)
