import { useState } from 'react'
import type { MessageList, RenderedMessage, RenderedMessageList } from '../../api/contract/messages.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { fetchFile, RequestProblem } from '../shared/api-client.ts'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'
import { count as counted } from '../shared/words.ts'
import { CopyMessage } from './CopyMessage.tsx'
import { DiscardMessages } from './DiscardMessages.tsx'
import { saveFile } from './save-file.ts'
import { useMessagesWrite } from './use-messages-write.ts'

interface Props {
  scan: Scan
  list: MessageList
  onDone: (said: string) => void
}

/** The messages that wait to be copied: one by one, or all in a mail-merge file. Each time, links are made anew. */
export function CopySection({ scan, list, onDone }: Props) {
  const waiting = list.items.filter(({ state }) => state === 'to-copy').map(({ id }) => id)
  const at = { scan: scan.slug }
  const [shown, setShown] = useState<RenderedMessage[] | null>(null)
  const [said, setSaid] = useState('')
  const { send, sending, problem } = useMessagesWrite<RenderedMessageList>()
  const marking = useMessagesWrite<{ changed: number }>()
  const show = async () => {
    const rendered = await send(link(paths.messagesRendered, at), {}, { changes: false })
    if (rendered) setShown(rendered.items)
  }
  // The button that was pressed is gone: the first that is left is where one goes on.
  const next = useFocusOnChange<HTMLHeadingElement>(shown)
  const mark = async (ids: string[]) => {
    const marked = await marking.send(link(paths.messagesSent, at), { messages: ids })
    if (!marked) return
    const left = shown?.filter(({ id }) => !ids.includes(id)) ?? []
    const words = `${counted(marked.changed, 'message is', 'messages are')} marked as sent.`
    setShown(shown && left)
    if (left.length > 0) setSaid(words)
    else onDone(words)
  }
  return (
    <section aria-labelledby="to-copy">
      <h2 className="nhsuk-heading-m" id="to-copy">
        {counted(list.states['to-copy'], 'message')} to copy
      </h2>
      <p className="nhsuk-u-reading-width">
        A link in an invitation lets its receiver choose a password: send each to its own address only. Mark what you
        have sent, so that nobody is written to twice.
      </p>
      <MergeFiles scan={scan} />
      {problem && <p role="alert">{problem}</p>}
      {marking.problem && <p role="alert">{marking.problem}</p>}
      <p role="status">{said}</p>
      {shown?.map((message, i) => (
        <CopyMessage
          key={message.id}
          message={message}
          heading={i === 0 ? next : undefined}
          onSent={() => void mark([message.id])}
        />
      ))}
      <div className="offing-row">
        {shown === null && (
          <button type="button" className="nhsuk-button" aria-disabled={sending} onClick={() => void show()}>
            Show the messages to copy
          </button>
        )}
        {waiting.length > 1 && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            aria-disabled={marking.sending}
            onClick={() => void mark(waiting)}
          >
            Mark all {waiting.length} as sent
          </button>
        )}
        <DiscardMessages scan={scan} ids={waiting} onDone={onDone} />
      </div>
    </section>
  )
}

function MergeFiles({ scan }: { scan: Scan }) {
  const [problem, setProblem] = useState('')
  const save = async (path: typeof paths.mailMergeCsv | typeof paths.mailMergeWorkbook, name: string) => {
    setProblem('')
    try {
      saveFile(await fetchFile(link(path, { scan: scan.slug }), {}), name)
    } catch (error) {
      setProblem(
        error instanceof RequestProblem ? error.problem.detail : 'The server did not answer. Please try again.',
      )
    }
  }
  return (
    <p className="offing-row">
      Mail-merge file:
      <button
        type="button"
        className="offing-link-button"
        onClick={() => void save(paths.mailMergeWorkbook, 'messages.xlsx')}
      >
        for Excel (XLSX)
      </button>
      <button
        type="button"
        className="offing-link-button"
        onClick={() => void save(paths.mailMergeCsv, 'messages.csv')}
      >
        as CSV
      </button>
      {problem && <span role="alert">{problem}</span>}
    </p>
  )
}
