import { useEffect, useRef, useState } from 'react'
import type { Signal, TriageAct } from '../../api/contract/signals.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { namesOf, reasons } from './words.ts'

interface Props {
  signals: readonly Signal[]
  keysOn: boolean
  onDismiss: (act: TriageAct, words: string) => void
  onCancel: () => void
}

/** Why these signals are of no use: one press, or its number; another reason needs words. */
export function DismissPanel({ signals, keysOn, onDismiss, onCancel }: Props) {
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const dismiss = (reason: (typeof reasons)[number]) => () => {
    if (reason.value === 'other' && note.trim() === '') {
      setAsked(true)
      return field.current?.focus()
    }
    onDismiss({ kind: 'dismiss', reason: reason.value, note }, `${namesOf(signals)}: dismissed. ${reason.name}.`)
  }
  useInboxKeys(keysOn, Object.fromEntries(reasons.map((reason, i) => [String(i + 1), dismiss(reason)])))
  return (
    <section className="offing-callout" aria-labelledby="dismiss-heading">
      <h2 className="nhsuk-heading-s" id="dismiss-heading" tabIndex={-1} ref={heading}>
        Why dismiss {namesOf(signals)}?
      </h2>
      <div className={isAsked ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
        <label className="nhsuk-label" htmlFor="dismiss-note">
          Note (needed with “Other”)
        </label>
        {isAsked && (
          <span className="nhsuk-error-message" id="dismiss-note-error">
            Say why, then press “Other” again
          </span>
        )}
        <textarea
          id="dismiss-note"
          className={isAsked ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
          aria-describedby={isAsked ? 'dismiss-note-error' : undefined}
          aria-invalid={isAsked || undefined}
          rows={2}
          maxLength={1000}
          ref={field}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="offing-row">
        {reasons.map((reason, i) => (
          <button
            key={reason.value}
            type="button"
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            onClick={dismiss(reason)}
          >
            {keysOn && <kbd>{i + 1}</kbd>} {reason.name}
          </button>
        ))}
        <button type="button" className="offing-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  )
}
