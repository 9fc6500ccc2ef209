import { useState } from 'react'
import type { Problem } from '../../api/contract/problem.ts'
import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { useWrite } from '../shared/use-write.ts'
import { dateLabel } from '../shared/words.ts'
import { again, inWords } from './answer-fields.ts'
import { carriedOver } from './queue.ts'
import { answerWrite, useAnswered } from './use-record.ts'

const unsure = 'Not confirmed: the server did not answer. You can safely press it again.'

interface Props {
  queue: Queue
  item: QueueItem
  onKept: (answer: RatingResponse) => void
  /** It was answered in another window meanwhile: that answer is in the queue now, and this box goes. */
  onElsewhere: (said: string, answer: RatingResponse) => void
}

/** The reader's own answer from an earlier round: it counts unless they change it, and one press gives it again. */
export function EarlierAnswer({ queue, item, onKept, onElsewhere }: Props) {
  const { write, sending, state } = useWrite<RatingResponse>()
  const [refusal, setRefusal] = useState('')
  const answered = useAnswered(queue)
  const earlier = carriedOver(item)
  if (!earlier) return null
  const answer = again(earlier, queue.round.asksYears)
  const failure = state === 'not-confirmed' ? unsure : refusal
  const refused = ({ status, detail, current }: Problem) => {
    if (status !== 412 || !current) return setRefusal(detail)
    const there = current as RatingResponse
    answered(item, there)
    onElsewhere(`You have answered this in another window: ${inWords(there, queue.bands)}.`, there)
  }
  const keep = async () => {
    if (sending || !answer) return
    const outcome = await write(answerWrite(queue, item, answer, null))
    if (outcome.kind === 'refused') return refused(outcome.problem)
    if (outcome.kind !== 'saved') return
    answered(item, outcome.value)
    onKept(outcome.value)
  }
  return (
    <div className="offing-callout offing-earlier">
      <p>
        On {dateLabel(earlier.recordedAt)} you said: <strong>{inWords(earlier, queue.bands)}</strong>. It counts as it
        is, unless you answer again.
      </p>
      {earlier.reason && <p className="offing-quiet">Your reason: {earlier.reason}</p>}
      {answer && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          aria-disabled={sending || undefined}
          onClick={() => void keep()}
        >
          Keep mine
        </button>
      )}
      {failure && <p role="alert">{failure}</p>}
    </div>
  )
}
