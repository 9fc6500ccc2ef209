import { pages } from '../../../api/contract/paths.ts'
import { count } from '../../shared/words.ts'
import { useOutbox, useUnsent } from './use-outbox.ts'

/** What is kept on this device because it could not be sent: says so, and that nothing is lost. */
export function NotSent() {
  const outbox = useOutbox()
  const { unsent, line, isKept } = useUnsent()
  const waiting = unsent.filter(({ state }) => state === 'waiting').length
  if (waiting === 0 || (line !== 'broken' && line !== 'signed-out' && isKept)) return null
  return (
    <div className="offing-callout offing-callout--warning" role="status">
      <p>
        <strong>{count(waiting, 'answer')} not sent yet.</strong>{' '}
        {isKept
          ? 'Kept on this device, also when you close this page.'
          : 'This browser does not let pages keep anything: leave this page open until all is sent.'}{' '}
        {line === 'signed-out'
          ? 'You have been signed out: sign in again, and all is sent.'
          : 'All is sent by itself as soon as there is a connection. You can go on answering.'}
      </p>
      <p className="offing-row">
        <button type="button" className="offing-link-button" onClick={() => outbox.sendNow()}>
          Send now
        </button>
        {line === 'signed-out' && (
          <a href={pages.signIn} target="_blank" rel="noreferrer">
            Sign in again (opens in a new tab)
          </a>
        )}
      </p>
    </div>
  )
}
