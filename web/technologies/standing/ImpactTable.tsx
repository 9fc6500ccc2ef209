import type { SpecialismStanding } from '../../../api/contract/ranking.ts'
import { changeMeaning, oneDecimal } from './words.ts'

/** Every specialism that was asked, with what may be shown of its answers. */
export function ImpactTable({ rows }: { rows: SpecialismStanding[] }) {
  return (
    <table className="offing-table offing-table--stack">
      <caption className="nhsuk-u-visually-hidden">How much it would change each specialism</caption>
      <thead>
        <tr>
          <th scope="col">Specialism</th>
          <th scope="col">Mean change, 0 to 9</th>
          <th scope="col" className="offing-number">
            Answers
          </th>
          <th scope="col" className="offing-number">
            Can’t judge
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug}>
            <th scope="row">{row.name}</th>
            <td data-label="Mean change, 0 to 9">{figureOf(row)}</td>
            <td className="offing-number" data-label="Answers">
              {row.answers ?? 'not shown'}
            </td>
            <td className="offing-number" data-label="Can’t judge">
              {row.cannotJudge ?? 'not shown'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figureOf({ meanImpact, withheld }: SpecialismStanding): string {
  if (meanImpact !== null) return `${oneDecimal(meanImpact)} (${changeMeaning(meanImpact)})`
  return withheld ? 'not shown' : 'no answer'
}
