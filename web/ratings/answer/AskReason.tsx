import { useEffect, useRef, useState } from 'react'
import { ReasonField } from './Reason.tsx'

interface Props {
  takesFocus: boolean
  onReason: (reason: string) => void
  onSkip: () => void
}

/** Asked where an answer lies outside the panel's middle half. Without a reason it counts all the same. */
export function AskReason({ takesFocus, onReason, onSkip }: Props) {
  const [reason, setReason] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <section className="offing-callout" aria-labelledby="ask-reason">
      <h2 className="nhsuk-heading-s" id="ask-reason" tabIndex={-1} ref={heading}>
        Your answer is outside the middle half of the panel. Why?
      </h2>
      <p>You may know something that others do not. It is saved already, and counts as much as any other.</p>
      <ReasonField name="asked-reason" label="Your reason" reason={reason} onType={setReason} />
      <div className="offing-ways">
        <button
          type="button"
          className="nhsuk-button"
          aria-disabled={reason.trim() === '' || undefined}
          onClick={() => reason.trim() !== '' && onReason(reason.trim())}
        >
          Save reason and go on
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onSkip}>
          Skip, no reason
        </button>
      </div>
    </section>
  )
}
