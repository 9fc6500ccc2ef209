import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import { count } from '../shared/words.ts'
import { useMessagesWrite } from './use-messages-write.ts'

interface Props {
  scan: { slug: string }
  ids: readonly string[]
  onDone: (said: string) => void
}

/** Throws messages away that were written by mistake, or cannot arrive; asks first, in place. */
export function DiscardMessages({ scan, ids, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const { send, sending, problem } = useMessagesWrite<{ changed: number }>()
  const discard = async () => {
    const done = await send(link(paths.messagesDiscarded, { scan: scan.slug }), { messages: ids })
    if (done) onDone(`${count(done.changed, 'message is', 'messages are')} thrown away.`)
  }
  if (!asking)
    return (
      <button type="button" className="offing-link-button" onClick={() => setAsking(true)}>
        Throw {ids.length === 1 ? 'it' : `all ${ids.length}`} away …
      </button>
    )
  return (
    <div className="offing-row" role="status">
      <span>Nobody gets {ids.length === 1 ? 'it' : 'them'}. You can write anew at any time.</span>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small nhsuk-button--warning"
        aria-disabled={sending}
        // biome-ignore lint/a11y/noAutofocus: the button that asked for this is gone
        autoFocus
        onClick={() => void discard()}
      >
        Throw {count(ids.length, 'message')} away
      </button>
      <button type="button" className="offing-link-button" onClick={() => setAsking(false)}>
        Keep {ids.length === 1 ? 'it' : 'them'}
      </button>
      {problem && <span role="alert">{problem}</span>}
    </div>
  )
}
