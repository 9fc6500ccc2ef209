import type { Signal } from '../../api/contract/signals.ts'
import { withoutPrefix } from '../../api/signals/identifiers.ts'
import { dateLabel } from '../shared/words.ts'
import { cameFrom } from './words.ts'

/** What is known of a signal beside its text; what is not known is left out. */
export function SignalFacts({ signal }: { signal: Signal }) {
  const facts: [string, string | null][] = [
    ['From', cameFrom(signal)],
    ['Sent by', senderOf(signal)],
    ['Specialism', signal.specialism?.name ?? null],
    ['Service', signal.service],
    ['Interest declared', signal.interest],
    ['Scan', signal.scan?.name ?? null],
    ['Organisation', signal.organisation],
    ['Status', signal.status],
    ['Dated', signal.dated && dateLabel(signal.dated)],
    ['Received', dateLabel(signal.receivedAt)],
    ['Registration numbers', signal.identifiers.map(withoutPrefix).join(', ')],
    ['Whose', signal.owner && (signal.owner.name || 'Somebody')],
  ]
  return (
    <dl className="offing-facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div className="offing-inbox__fact" key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function senderOf({ sentBy, senderAddress, origin }: Signal): string | null {
  const known = [sentBy, senderAddress].filter(Boolean).join(', ')
  if (known !== '') return known
  return origin === 'nomination' || origin === 'out-of-date' ? 'Somebody who gave no name' : null
}
