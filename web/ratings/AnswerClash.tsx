import { useEffect, useRef } from 'react'
import type { Queue, RatingResponse } from '../../api/contract/ratings.ts'
import { inWords } from './answer-fields.ts'

interface Props {
  queue: Queue
  theirs: RatingResponse
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** The same item was answered in another window meanwhile: shows that answer, and lets its giver decide. */
export function AnswerClash({ queue, theirs, onTakeTheirs, onKeepMine }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="offing-callout offing-callout--warning" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-heading-s">You have answered this in another window</h2>
      <p>
        There, you said: <strong>{inWords(theirs, queue.bands)}</strong>. What you chose here is not saved yet.
      </p>
      <div className="offing-row">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          onClick={onTakeTheirs}
        >
          Keep the answer given there
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onKeepMine}>
          Go on with this one, then save again
        </button>
      </div>
    </div>
  )
}
