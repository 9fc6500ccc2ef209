import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { OneSession, SessionList } from '../../api/contract/sessions.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { dateLabel } from '../shared/words.ts'
import { useAccountsChanged, useSessionsOf } from './queries.ts'

interface Props {
  account: string
  may: boolean
  onDone: (said: string) => void
}

/** Where somebody is signed in, each of which can be ended. */
export function AccountSessions(props: Props) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">Where they are signed in</h2>
      <Loaded query={useSessionsOf(props.account)} what="the sessions">
        {(list) => (list.items.length === 0 ? <p>Nowhere at present.</p> : <Sessions {...props} list={list} />)}
      </Loaded>
    </section>
  )
}

function Sessions({ account, may, onDone, list }: Props & { list: SessionList }) {
  const { write, sending } = useWrite()
  const changed = useAccountsChanged()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const end = async (url: string, said: string) => {
    if (sending) return
    const ended = await write({ method: 'DELETE', url })
    await changed()
    setOutcome(ended)
    if (ended.kind === 'saved') onDone(said)
  }
  return (
    <>
      <table className="offing-table offing-table--stack">
        <caption className="nhsuk-u-visually-hidden">Sessions</caption>
        <thead>
          <tr>
            <th scope="col">With</th>
            <th scope="col">Last used</th>
            <th scope="col">From</th>
            {may && <th scope="col">What to do</th>}
          </tr>
        </thead>
        <tbody>
          {list.items.map((session) => (
            <tr key={session.id}>
              <th scope="row">{nameOf(session)}</th>
              <td data-label="Last used">{dateLabel(session.lastUsedAt)}</td>
              <td data-label="From">{session.address || 'not known'}</td>
              {may && (
                <td>
                  <button
                    type="button"
                    className="offing-link-button"
                    aria-label={`End the session with ${nameOf(session)}`}
                    onClick={() =>
                      void end(link(paths.accountSession, { account, session: session.id }), 'The session has ended.')
                    }
                  >
                    End
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {may && list.items.length > 1 && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          onClick={() => void end(link(paths.accountSessions, { account }), 'All sessions have ended.')}
        >
          End all of them
        </button>
      )}
      {outcome && <NotDone outcome={outcome} changed="" />}
    </>
  )
}

const nameOf = ({ program, isThis }: OneSession) =>
  `${program || 'an unknown program'}${isThis ? ' (this session)' : ''}`
