import type { Queue } from '../../../api/contract/ratings.ts'
import { count, dateLabel } from '../../shared/words.ts'

/** What a panel member must know before answering (design 4, rule 4); folded away for those who have read it and begun. */
export function Notice({ queue }: { queue: Queue }) {
  const { noticeReadAt, declaration } = queue.seat
  if (noticeReadAt && declaration)
    return (
      <details className="offing-small-details offing-expected">
        <summary>Who sees what: you read this on {dateLabel(noticeReadAt)}</summary>
        <Said queue={queue} />
      </details>
    )
  return (
    <section className="offing-callout" aria-labelledby="notice">
      <h2 className="nhsuk-heading-s" id="notice">
        Before you answer
      </h2>
      <Said queue={queue} />
      {noticeReadAt && <p className="offing-quiet">You read this on {dateLabel(noticeReadAt)}.</p>}
    </section>
  )
}

function Said({ queue: { minimumShown } }: { queue: Queue }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>
        <strong>Only you see your answers.</strong> They are pooled with those of the other panel members. No page, file
        or message shows a name beside an answer. An answer that you gave on paper is also known to whoever typed it in.
      </li>
      <li>
        The scan team sees who has answered and how many items, never what. A specialism’s own figures are shown from{' '}
        {count(minimumShown, 'panel member')} up. Reasons are shown to the panel without names.
      </li>
      <li>
        Once a round has closed, the scan team can take single answers away as a file: without names and reasons, only
        where a specialism’s figures are shown, and under a pseudonym only where others answered the very same items.
      </li>
      <li>Nobody sees figures of this round before it closes.</li>
      <li>Your name is published as a participant only if you agree.</li>
      <li>Whoever runs the database could link answers to people.</li>
      <li>The record may be asked for under the Freedom of Information Act.</li>
    </ul>
  )
}
