import type { Why } from '../../../api/contract/why.ts'
import { listed } from '../../shared/words.ts'
import { criteriaInWords, panelMemberInWords, specialismsInWords } from './words.ts'

/** What leaving out one panel member, one specialism or one criterion does to its place. */
export function Depends({ why, isAdjusted }: { why: Why; isAdjusted: boolean }) {
  const lines = [...panelMemberInWords(why), ...specialismsInWords(why), ...criteriaInWords(why)]
  return (
    <>
      <h3 className="nhsuk-heading-s">On whom and what it depends</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {lines.map(({ text, isStrong }) => (
          <li key={text}>{isStrong ? <strong>{text}</strong> : text}</li>
        ))}
      </ul>
      <p className="offing-quiet">
        {isAdjusted && 'Without a panel member, what everybody else leans stays as the whole panel gave it. '}
        {why.specialisms.length > 0 &&
          'Without a specialism, technologies on which its figures may not be shown keep their score. '}
        {why.notTold.length > 0 && `Not told, since too few answered there: ${listed(why.notTold)}.`}
      </p>
    </>
  )
}
