import type { Statement } from '../../../api/contract/statement.ts'
import { type Criterion, criteria, wholeWeight } from '../../../api/scans/method.ts'
import { criterionNames } from '../../shared/words.ts'
import { percentOf } from './percent.ts'

/** The four criteria: what each weighs, and what it means in one sentence. */
export function Criteria({ statement }: { statement: Statement }) {
  const meanings = meaningsIn(statement)
  return (
    <section>
      <h2 className="nhsuk-heading-m">From answers to a change score</h2>
      <p>
        Each technology gets up to 100 points from four criteria. Every score can be taken apart into these points on
        the technology’s own page.
      </p>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">The criteria, their weights and their meaning</caption>
        <thead>
          <tr>
            <th scope="col">Criterion, and what it means</th>
            <th scope="col" className="offing-number">
              Weight
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion}>
              <th scope="row">
                {criterionNames[criterion]}
                <span className="offing-method__meaning">{meanings[criterion]}</span>
              </th>
              <td className="offing-number">{percentOf(statement.method.weights[criterion])}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Where one specialism is shown by itself, how widespread a technology is carries no weight, and the other three
        keep their proportions. Technologies with the same score share a place.
      </p>
    </section>
  )
}

function meaningsIn({ method, scan: { startYear, endYear } }: Statement): Record<Criterion, string> {
  const full = `${percentOf(method.reachFull * wholeWeight)}%`
  return {
    impact:
      'The mean answer, from 0 to 9, over the specialisms that it changes: all points if every one of them answered 9.',
    reach: `How many specialisms it changes, multiplied by how much it changes them. Changing ${full} of all specialisms counts as fully widespread; one that has not answered yet does not count against it.`,
    imminence: `How much of the time to ${endYear} is left when it arrives: all points in ${startYear}, none from ${endYear} on.`,
    readiness:
      'How far it has been developed, from 1 (an idea) to 9 (in use at several sites): set by the scan team from evidence, not by the panel.',
  }
}
