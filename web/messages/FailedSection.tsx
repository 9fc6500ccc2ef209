import type { MessageList } from '../../api/contract/messages.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { count } from '../shared/words.ts'
import { DiscardMessages } from './DiscardMessages.tsx'
import { useMessagesWrite } from './use-messages-write.ts'

interface Props {
  scan: Scan
  list: MessageList
  onDone: (said: string) => void
}

/** Messages that could not be sent, with one press to try them all again. */
export function FailedSection({ scan, list, onDone }: Props) {
  const { send, sending, problem } = useMessagesWrite<{ changed: number }>()
  const failed = list.items.filter(({ state }) => state === 'failed')
  const again = async () => {
    const url = link(paths.messagesAgain, { scan: scan.slug })
    const done = await send(url, { messages: failed.map(({ id }) => id) })
    if (done) onDone(`${count(done.changed, 'message')} will be tried again.`)
  }
  return (
    <div className="offing-callout offing-callout--warning">
      <h2 className="nhsuk-heading-s">{count(failed.length, 'message')} could not be sent</h2>
      <ul className="nhsuk-list">
        {failed.slice(0, 20).map(({ id, name, failure }) => (
          <li key={id}>
            {name}: {failure}
          </li>
        ))}
      </ul>
      {failed.length > 20 && <p>The others are in the table below.</p>}
      {problem && <p role="alert">{problem}</p>}
      <div className="offing-row">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          aria-disabled={sending}
          onClick={() => void again()}
        >
          Send {failed.length === 1 ? 'it' : 'them'} again
        </button>
        <DiscardMessages scan={scan} ids={failed.map(({ id }) => id)} onDone={onDone} />
      </div>
    </div>
  )
}
