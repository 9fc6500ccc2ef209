import { Link } from 'react-router'
import type { Queue } from '../../api/contract/ratings.ts'
import { doneLabel, progressOf } from './queue.ts'

interface Props {
  queue: Queue
  /** What was last done, such as "Saved."; heard by screen readers with the new count. */
  said: string
  stop: string
}

/** How far one has come, and the way out. */
export function ProgressBar({ queue, said, stop }: Props) {
  const { done, items } = progressOf(queue.items)
  return (
    <div className="offing-answer-progress">
      <p role="status">
        {said} {doneLabel(queue.items)}
      </p>
      <Link to={stop}>Stop here</Link>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" />
        <rect className="offing-answer-progress__done" width={(done / items) * 100} height="4" />
      </svg>
    </div>
  )
}
