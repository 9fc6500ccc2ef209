import type { Gaps } from '../../api/contract/editions.ts'
import { gapNames } from '../shared/editions/words.ts'

/** What the ranking says nothing of, and what is known of it all the same. */
export function KnownGaps({ gaps }: { gaps: Gaps }) {
  return (
    <section className="offing-section" aria-labelledby="gaps">
      <h2 className="nhsuk-heading-m" id="gaps">
        Known gaps
      </h2>
      <p className="nhsuk-u-reading-width">The ranking does not measure these.</p>
      <dl className="offing-facts">
        {gapsOf(gaps).map(({ field, gap }) => [
          <dt key={field}>{gapNames[field]}</dt>,
          <dd key={`${field} says`} className="offing-as-typed offing-measure">
            {gapInWords(gap)}
          </dd>,
        ])}
      </dl>
    </section>
  )
}

type Field = keyof Gaps

export const gapsOf = (gaps: Gaps) =>
  (Object.keys(gapNames) as Field[]).map((field) => ({ field, name: gapNames[field], gap: gaps[field] }))

export function gapInWords(gap: Gaps[Field]): string {
  if (!gap) return 'Nobody has said yet whether it was assessed.'
  return gap.assessed ? gap.text : `Not assessed.${gap.text && ` ${gap.text}`}`
}
