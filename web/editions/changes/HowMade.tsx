import type { Comparison } from '../../../api/contract/comparison.ts'
import { BeforeAndAfter } from './BeforeAndAfter.tsx'

/** What was different in how the two were made: to know before any movement is read. */
export function HowMade({ comparison }: { comparison: Comparison }) {
  const { methodChanges } = comparison
  if (methodChanges.length === 0) return <p>Both were made by the same method.</p>
  return (
    <section className="offing-callout offing-callout--warning" aria-labelledby="how-made">
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1" id="how-made">
        The two were not made by the same method
      </h2>
      <p>Part of what moved may come from this.</p>
      <BeforeAndAfter changes={methodChanges} comparison={comparison} caption="What is different in the method" />
    </section>
  )
}
