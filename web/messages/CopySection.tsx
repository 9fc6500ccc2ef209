import { useState } from 'react'
import type { RenderedMessage, RenderedMessageList } from '../../api/contract/messages.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { fetchFile, RequestProblem } from '../shared/api-client.ts'
import { count as counted } from '../shared/words.ts'
import { CopyMessage } from './CopyMessage.tsx'
import { saveFile } from './save-file.ts'
import { useMessagesWrite } from './use-messages-write.ts'

interface Props {
  scan: Scan
  count: number
  onDone: (said: string) => void
}

/** The messages that wait to be copied: one by one, or all in a mail-merge file. Each time, links are made anew. */
export function CopySection({ scan, count, onDone }: Props) {
  const at = { scan: scan.slug }
  const [shown, setShown] = useState<RenderedMessage[] | null>(null)
  const { send, sending, problem } = useMessagesWrite<RenderedMessageList>()
  const marking = useMessagesWrite<{ changed: number }>()
  const show = async () => {
    const rendered = await send(link(paths.messagesRendered, at), {}, { changes: false })
    if (rendered) setShown(rendered.items)
  }
  const mark = async (ids: string[]) => {
    const marked = await marking.send(link(paths.messagesSent, at), { messages: ids })
    if (!marked) return
    setShown((now) => now?.filter(({ id }) => !ids.includes(id)) ?? null)
    onDone(`${counted(marked.changed, 'message is', 'messages are')} marked as sent.`)
  }
  return (
    <section aria-labelledby="to-copy">
      <h2 className="nhsuk-heading-m" id="to-copy">
        {counted(count, 'message')} to copy
      </h2>
      <p className="nhsuk-u-reading-width">
        A link in an invitation lets its receiver choose a password: send each to its own address only. Mark what you
        have sent.
      </p>
      <MergeFiles scan={scan} />
      {problem && <p role="alert">{problem}</p>}
      {marking.problem && <p role="alert">{marking.problem}</p>}
      {shown === null ? (
        <button type="button" className="nhsuk-button" aria-disabled={sending} onClick={() => void show()}>
          Show the messages to copy
        </button>
      ) : (
        shown.map((message) => (
          <CopyMessage key={message.id} message={message} onSent={() => void mark([message.id])} />
        ))
      )}
      {shown && shown.length > 1 && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          onClick={() => void mark(shown.map(({ id }) => id))}
        >
          Mark all {shown.length} as sent
        </button>
      )}
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
