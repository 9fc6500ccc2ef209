import { useEffect, useRef, useState } from 'react'
import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { useWrite } from '../shared/use-write.ts'
import { again, inWords } from './answer-fields.ts'
import { carriedOver, keyOf, sameElsewhere } from './queue.ts'
import { useGo } from './use-go.ts'
import { answerWrite, useAnswered } from './use-record.ts'

interface Props {
  queue: Queue
  item: QueueItem
  answer: RatingResponse
  /** Told which items were answered just now. */
  onDone: (done: string[]) => void
  onSaid: (what: string) => void
}

/** After an answer: offers to give the same one for the reader's other specialism that is asked about the same technology. */
export function SameElsewhere({ queue, item, answer, onDone, onSaid }: Props) {
  const { write, sending, state } = useWrite<RatingResponse>()
  const [refusal, setRefusal] = useState('')
  const answered = useAnswered(queue)
  const go = useGo(queue)
  const [others] = useState(() => sameElsewhere(queue.items, item))
  const [at, setAt] = useState(0)
  const other = others[at]!
  const heading = useHeading(at)
  const [done, setDone] = useState([keyOf(item)])
  const onwards = (answeredNow: string[]) => {
    setDone(answeredNow)
    if (at + 1 < others.length) setAt(at + 1)
    else onDone(answeredNow)
  }
  const same = async () => {
    if (sending) return
    const outcome = await write(answerWrite(queue, other, again(answer, queue.round.asksYears)!, null))
    if (outcome.kind === 'refused') setRefusal(outcome.problem.detail)
    if (outcome.kind !== 'saved') return
    answered(other, outcome.value)
    onSaid(`Saved for ${other.specialism.name} too.`)
    onwards([...done, keyOf(other)])
  }
  const earlier = carriedOver(other)
  return (
    <section className="offing-item">
      <p className="offing-quiet nhsuk-u-margin-bottom-1">Saved for {item.specialism.name}</p>
      <h1 className="nhsuk-heading-m" tabIndex={-1} ref={heading}>
        Same for {other.specialism.name}?
      </h1>
      <p>
        On {item.technology.name} you said: <strong>{inWords(answer, queue.bands)}</strong>.
      </p>
      {earlier && (
        <p>
          For {other.specialism.name} your earlier answer is: <strong>{inWords(earlier, queue.bands)}</strong>. It
          counts as it is, unless you answer again.
        </p>
      )}
      {state === 'not-confirmed' && (
        <p role="alert">Not confirmed: the server did not answer. You can safely press it again.</p>
      )}
      {refusal && <p role="alert">{refusal}</p>}
      <div className="offing-ways">
        <button type="button" className="nhsuk-button" aria-disabled={sending || undefined} onClick={() => void same()}>
          Yes, the same answer
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={() => go.to({ item: keyOf(other) })}
        >
          No, answer it by itself
        </button>
        <button type="button" className="offing-link-button" onClick={() => onwards(done)}>
          Later
        </button>
      </div>
    </section>
  )
}

function useHeading(at: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with each specialism that is offered
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [at])
  return heading
}
