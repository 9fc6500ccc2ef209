import { useId } from 'react'
import type { ExitReason } from '../../api/contract/exits.ts'
import { exitReasonNames } from '../shared/exit-words.ts'

export interface WhyArchive {
  reason: ExitReason | ''
  note: string
}

interface Props {
  why: WhyArchive
  /** It was tried without a reason. */
  missing: boolean
  onChange: (why: WhyArchive) => void
}

const reasons = Object.entries(exitReasonNames) as [ExitReason, string][]

/** Asks why something is archived. */
export function AskWhy({ why, missing, onChange }: Props) {
  const id = useId()
  return (
    <>
      <fieldset
        className="nhsuk-fieldset nhsuk-u-margin-bottom-3"
        aria-describedby={missing ? `${id}-wrong` : undefined}
      >
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Why?</legend>
        {missing && (
          <span className="nhsuk-error-message" id={`${id}-wrong`} role="alert">
            Choose a reason
          </span>
        )}
        <div className="nhsuk-radios nhsuk-radios--small nhsuk-radios--inline">
          {reasons.map(([reason, words]) => (
            <div className="nhsuk-radios__item" key={reason}>
              <input
                className="nhsuk-radios__input"
                type="radio"
                name={id}
                id={`${id}-${reason}`}
                checked={why.reason === reason}
                onChange={() => onChange({ ...why, reason })}
              />
              <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${reason}`}>
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <label className="nhsuk-label" htmlFor={`${id}-note`}>
        In a sentence, for the team (optional)
      </label>
      <input
        className="nhsuk-input nhsuk-u-margin-bottom-4"
        id={`${id}-note`}
        maxLength={2000}
        value={why.note}
        onChange={(event) => onChange({ ...why, note: event.target.value })}
      />
    </>
  )
}
