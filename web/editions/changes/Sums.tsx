import type { Comparison } from '../../../api/contract/comparison.ts'
import { count } from '../../shared/words.ts'
import { peopleInWords, sumInWords } from './words.ts'

/** How many there were, came, went and are; and how many of the people who answered are the same. */
export function Sums({ comparison }: { comparison: Comparison }) {
  const { counts, chances } = comparison
  return (
    <section aria-labelledby="sums">
      <h2 className="nhsuk-heading-m" id="sums">
        In numbers
      </h2>
      <p className="offing-changes__sum">{sumInWords(comparison)}.</p>
      <p>
        {count(counts.stayed, 'technology', 'technologies')} stayed
        {chances.state === 'ready' &&
          `: ${counts.up} clearly moved up, ${counts.down} clearly moved down, ${counts.noClearChange} without a clear change`}
        . By the middle guess, {counts.nearer} came nearer and {counts.further} slipped further away.
      </p>
      <p>{peopleInWords(comparison)}</p>
    </section>
  )
}
