import type { Queue } from '../../../api/contract/ratings.ts'
import { dateLabel } from '../../shared/words.ts'
import { again, inWords } from '../answer-fields.ts'
import { carriedOver } from '../queue.ts'
import type { Item } from '../sitting.ts'

interface Props {
  queue: Queue
  item: Item
  onKeep: () => void
}

/** The reader's own answer from an earlier round: it counts unless they change it, and one press gives it again. */
export function EarlierAnswer({ queue, item, onKeep }: Props) {
  const earlier = carriedOver(item)
  if (!earlier) return null
  return (
    <div className="offing-callout offing-earlier">
      <p>
        On {dateLabel(earlier.recordedAt)} you said: <strong>{inWords(earlier, queue.bands)}</strong>. It counts as it
        is, unless you answer again.
      </p>
      {earlier.reason && <p className="offing-quiet">Your reason: {earlier.reason}</p>}
      {again(earlier, queue.round.asksYears) && (
        <button type="button" className="nhsuk-button nhsuk-button--small" onClick={onKeep}>
          Keep my answer
          <span className="offing-key offing-key--in-button" aria-hidden="true">
            K
          </span>
        </button>
      )}
    </div>
  )
}
