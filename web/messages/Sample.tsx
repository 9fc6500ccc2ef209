import type { MessageKind } from '../../api/contract/messages.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { messageText } from '../../api/messages/texts.ts'
import { useAbout } from '../shared/queries.ts'

/** What a message will say, made as the server makes it, to somebody who does not exist. */
export function Sample({ scan, kind }: { scan: Scan; kind: MessageKind }) {
  const about = useAbout().data
  const round = scan.rounds.at(-1)
  const { subject, text } = messageText(kind, {
    name: 'Ann Example',
    organisation: about?.organisation ?? '',
    scan,
    specialisms: scan.specialisms.slice(0, 1).map(({ name }) => name),
    round:
      round && !(kind === 'invitation' && round.state === 'closed')
        ? { number: round.number, items: 12, answered: 0, minutes: round.asksYears ? 24 : 12, closesOn: round.closesOn }
        : null,
    origin: window.location.origin,
    token: null,
    onlyWayIn: (!about?.localAccounts && about?.singleSignOn?.name) || null,
  })
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Read what it says</span>
      </summary>
      <div className="nhsuk-details__text">
        <p className="offing-quiet">
          An example: each has its receiver’s own name, specialisms, items and minutes
          {about?.localAccounts === false ? '' : ', and an invitation the way to a first password'}.
        </p>
        <p>
          <strong>{subject}</strong>
        </p>
        <p className="offing-message-text">{text}</p>
      </div>
    </details>
  )
}
