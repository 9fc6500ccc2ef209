import type { Queue } from '../../api/contract/ratings.ts'
import { count } from '../shared/words.ts'

/** What a panel member should know before answering. */
export function Notice({ queue }: { queue: Queue }) {
  return (
    <section className="offing-callout" aria-labelledby="notice">
      <h2 className="nhsuk-heading-s" id="notice">
        Before you answer
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <strong>Only you see your answers.</strong> They are pooled with those of the other panel members. No page,
          file or message shows a name beside an answer.
        </li>
        <li>
          The scan team sees who has answered and how many items, never what. A specialism’s own figures are shown from{' '}
          {count(queue.minimumShown, 'panel member')} up.
        </li>
        <li>Nobody sees figures of this round before it closes.</li>
        <li>Your name is published as a participant only if you agree.</li>
        <li>Whoever runs the database could link answers to people.</li>
        <li>The record may be asked for under the Freedom of Information Act.</li>
      </ul>
    </section>
  )
}
