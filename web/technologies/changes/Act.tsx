import type { TechnologyChange } from '../../../api/contract/technology-changes.ts'
import { useAddress } from '../../shared/address.ts'
import { dateLabel } from '../../shared/words.ts'
import { FieldChanges } from './FieldChanges.tsx'
import { actNames } from './field-words.ts'

/** One act: when, who, what, and each field before and after. It can be chosen as one end of a comparison. */
export function Act({ act }: { act: TechnologyChange }) {
  const { seq, at, by, action, of, changes } = act
  const name = actNames[action] ?? action
  const when = whenOf(at)
  return (
    <li>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
        {name}
        {of && <span className="offing-acts__of">: {of}</span>}
      </h2>
      <p className="offing-quiet">
        {when}
        {by && `, ${by}`}
      </p>
      <Ends seq={seq} what={`${name}, ${when}`} />
      {changes.length > 0 && <FieldChanges changes={changes} caption={`${name}, ${when}: what changed`} />}
    </li>
  )
}

/** "12 March 2026, 14:05", in the clock of whoever reads. */
export function whenOf(at: string): string {
  const date = new Date(at)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
  return `${dateLabel(day)}, ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
}

const ends = [
  { end: 'from', label: 'Compare from here' },
  { end: 'to', label: 'to here' },
] as const

function Ends({ seq, what }: { seq: number; what: string }) {
  const { get, change } = useAddress()
  return (
    <div className="offing-row offing-acts__ends offing-no-print">
      {ends.map(({ end, label }) => (
        <label key={end}>
          <input type="radio" name={end} checked={get(end) === String(seq)} onChange={() => change({ [end]: seq })} />{' '}
          {label}
          <span className="nhsuk-u-visually-hidden"> ({what})</span>
        </label>
      ))}
    </div>
  )
}
