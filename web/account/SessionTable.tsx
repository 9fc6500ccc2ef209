import '../shared/table/table.scss'
import type { OneSession } from '../../api/contract/sessions.ts'
import { momentLabel } from '../sources/words.ts'
import { wayNames } from './words.ts'

interface Props {
  sessions: readonly OneSession[]
  caption: string
  onEnd: (session: OneSession) => void
}

/** Sessions, each with the press that ends it; the one that asks is ended by signing out. */
export function SessionTable({ sessions, caption, onEnd }: Props) {
  return (
    <table className="offing-table offing-table--stack">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">With</th>
          <th scope="col">From</th>
          <th scope="col">Signed in</th>
          <th scope="col">Last used</th>
          <th scope="col">
            <span className="nhsuk-u-visually-hidden">Sign out</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <Row key={session.id} session={session} onEnd={onEnd} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ session, onEnd }: { session: OneSession; onEnd: Props['onEnd'] }) {
  const { program, address, way, startedAt, lastUsedAt, isThis, isComplete } = session
  const name = program || 'An unknown program'
  return (
    <tr>
      <th scope="row">
        {name}
        {isThis && <strong className="offing-block">This one</strong>}
        {!isComplete && <strong className="offing-block">Without its code so far: it can do nothing</strong>}
      </th>
      <td data-label="From">{address || 'Not known'}</td>
      <td data-label="Signed in">
        {momentLabel(startedAt)}
        <span className="offing-quiet offing-block">{wayNames[way]}</span>
      </td>
      <td data-label="Last used">{momentLabel(lastUsedAt)}</td>
      <td>
        {!isThis && (
          <button type="button" className="offing-link-button" onClick={() => onEnd(session)}>
            Sign out
            <span className="nhsuk-u-visually-hidden">
              {' '}
              {name}, signed in {momentLabel(startedAt)}
            </span>
          </button>
        )}
      </td>
    </tr>
  )
}
