import type { Comparison } from '../../../api/contract/comparison.ts'
import { shortNames } from './words.ts'

/** What was different in how the two were made: to know before any movement is read. */
export function HowMade({ comparison }: { comparison: Comparison }) {
  const { methodChanges } = comparison
  const names = shortNames(comparison)
  if (methodChanges.length === 0) return <p>Both were made by the same method.</p>
  return (
    <section className="offing-callout offing-callout--warning" aria-labelledby="how-made">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1" id="how-made">
        The two were not made by the same method
      </h2>
      <p>Part of what moved may come from this.</p>
      <table className="offing-table offing-table--stack">
        <caption className="nhsuk-u-visually-hidden">What is different in the method</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">{names.from}</th>
            <th scope="col">{names.to}</th>
          </tr>
        </thead>
        <tbody>
          {methodChanges.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td data-label={names.from}>{before}</td>
              <td data-label={names.to}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
