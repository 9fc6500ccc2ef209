import { useRef, useState } from 'react'
import type { Queue, QueueItem, RateTechnologyRequest, RatingResponse } from '../../api/contract/ratings.ts'
import { dropDraft } from '../shared/drafts.ts'
import { useWrite } from '../shared/use-write.ts'
import { again } from './answer-fields.ts'
import { standingOf } from './queue.ts'
import { useDraftKey } from './use-draft-key.ts'
import { answerWrite, useAnswered } from './use-record.ts'

const withdrawn: RateTechnologyRequest = { stance: 'withdrawn', impact: null, arrival: null, reason: null }

interface Props {
  queue: Queue
  item: QueueItem
  onDone: (said: string, answer: RatingResponse) => void
}

/** Takes an answer back, after saying what that means. */
export function Withdraw({ queue, item, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const draft = useDraftKey(queue, item)
  const { withdraw, sending, failure } = useWithdrawing(queue, item)
  const standing = standingOf(item)
  if (standing !== 'answered' && standing !== 'carried-over') return null
  const confirm = async () => {
    const answer = sending ? null : await withdraw()
    if (!answer) return
    dropDraft(draft)
    dialog.current?.close()
    onDone('Withdrawn. You can answer again until the round closes.', answer)
  }
  return (
    <>
      <button type="button" className="offing-link-button" onClick={() => dialog.current?.showModal()}>
        Withdraw my answer …
      </button>
      <dialog className="offing-dialog" ref={dialog} aria-labelledby="withdraw-title">
        <h2 className="nhsuk-heading-s" id="withdraw-title">
          Withdraw your answer on {item.technology.name} for {item.specialism.name}?
        </h2>
        <p>
          Your answer will no longer count, and neither will one that you gave in an earlier round: none of yours on
          this item. You can answer again until the round closes.
        </p>
        {failure && <p role="alert">{failure}</p>}
        <div className="offing-ways">
          <button
            type="button"
            className="nhsuk-button nhsuk-button--warning"
            aria-disabled={sending || undefined}
            onClick={() => void confirm()}
          >
            Withdraw my answer
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            Keep it
          </button>
        </div>
      </dialog>
    </>
  )
}

/** Only an answer of this round can be withdrawn: one that carries over is given again first, then taken back. */
function useWithdrawing(queue: Queue, item: QueueItem) {
  const { write, sending, state } = useWrite<RatingResponse>()
  const [refusal, setRefusal] = useState('')
  const answered = useAnswered(queue)
  const put = async (body: RateTechnologyRequest, seen: RatingResponse | null) => {
    const outcome = await write(answerWrite(queue, item, body, seen))
    setRefusal(outcome.kind === 'refused' ? outcome.problem.detail : '')
    if (outcome.kind !== 'saved') return null
    answered(item, outcome.value)
    return outcome.value
  }
  const withdraw = async () => {
    const seen = item.answer ?? (await put(givenAgain(item, queue), null))
    return seen && (await put(withdrawn, seen))
  }
  const unsure = 'Not confirmed: the server did not answer. You can safely press it again.'
  return { withdraw, sending, failure: state === 'not-confirmed' ? unsure : refusal }
}

const cannotJudge: RateTechnologyRequest = { stance: 'cannot-judge', impact: null, arrival: null, reason: null }

const givenAgain = ({ earlier }: QueueItem, { round }: Queue) =>
  (earlier && again(earlier, round.asksYears)) ?? cannotJudge
