import type { Certainty } from '../../../api/contract/certainty.ts'
import type { RankedTechnology } from '../../../api/contract/ranking.ts'
import { ordinal } from '../../shared/words.ts'
import { shortened } from '../../specialisms/brief.ts'
import type { SecondFit } from './fits.ts'
import type { PaperGiven } from './use-paper.ts'

type Range = Certainty['items'][number]

/** The first technologies in groups, each with its range of places and its years. */
export function PaperTable({ given, fit }: { given: PaperGiven; fit: SecondFit }) {
  const { first, ranking, certainty } = given
  const rows = first.slice(0, fit.rows)
  const ranges = new Map(certainty.items.map((one) => [one.id, one]))
  const hasRanges = certainty.state === 'ready'
  const groups = rows.map(({ id }) => ranges.get(id)?.group ?? null)
  return (
    <section>
      <h2>
        The order{hasRanges && ', in groups'}: first {rows.length} of {ranking.total}
      </h2>
      <p>{howSure(certainty)}</p>
      <table>
        <thead>
          <tr>
            {hasRanges && <th scope="col">Group</th>}
            <th scope="col">Place</th>
            <th scope="col">Technology</th>
            {hasRanges && <th scope="col">Could be anywhere from</th>}
            <th scope="col">Year</th>
            <th scope="col">Early to late</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row
              key={row.id}
              row={row}
              name={shortened(row.name, fit.name) ?? row.name}
              range={hasRanges ? ranges.get(row.id) : null}
              startsGroup={i === 0 || groups[i] !== groups[i - 1]}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  row: RankedTechnology
  name: string
  /** Null where the paper has none at all. */
  range: Range | undefined | null
  startsGroup: boolean
}

function Row({ row: { place, years }, name, range, startsGroup }: RowProps) {
  const { middle, early, late } = years
  return (
    <tr className={startsGroup && range ? 'offing-sheet__group' : undefined}>
      {range !== null && <td>{startsGroup && range ? range.group : ''}</td>}
      <td>{ordinal(place)}</td>
      <th scope="row">{name}</th>
      {range !== null && <td>{range ? rangeLabel(range) : 'not known'}</td>}
      <td>{middle}</td>
      <td>{early !== null && late !== null ? `${early} to ${late}` : 'too few answers'}</td>
    </tr>
  )
}

const rangeLabel = ({ low, high }: Range) => (low === high ? ordinal(low) : `${ordinal(low)} to ${ordinal(high)}`)

function howSure({ state, people }: Certainty): string {
  if (state === 'ready')
    return 'Within a group the order is by score, and says no more than that. With different panel members, a place could be anywhere in its range (9 chances in 10). Year: the middle guess; early and late: 1 chance in 10 that it is sooner, or later.'
  if (state === 'few-people') return `This is the view of ${people} people: too few for ranges.`
  if (state === 'working') return 'The ranges are still being worked out.'
  return 'There are too few answers to say how sure the order is, so there are no ranges.'
}
