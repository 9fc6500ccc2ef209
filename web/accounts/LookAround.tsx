import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { About, Role, Session } from '../../api/contract/session.ts'
import { useWrite } from '../shared/use-write.ts'

const as: Record<Role, string> = {
  board: 'a board member',
  lead: 'a specialism lead',
  scanner: 'the scan team',
  admin: 'an administrator',
}

const order: readonly Role[] = ['board', 'lead', 'scanner', 'admin']

const purposes: Record<Role, string> = {
  board: 'See the ranked radar, ask why something is here, compare technologies.',
  lead: 'Answer for two specialisms: how much, and when.',
  scanner: 'Enter technologies, run rounds, see who has answered.',
  admin: 'See the registry as its administrator does.',
}

interface Props {
  people: About['lookAround']
  onSignedIn: (session: Session) => void
}

/** In the demonstration registry: one press to look at it as each role does. */
export function LookAround({ people, onSignedIn }: Props) {
  const { write, sending } = useWrite<Session>()
  const [failure, setFailure] = useState('')
  const lookAs = async (role: Role) => {
    setFailure('')
    const outcome = await write({ method: 'POST', url: link(paths.lookAround, {}), body: { role } })
    if (outcome.kind === 'saved') onSignedIn(outcome.value)
    else
      setFailure(outcome.kind === 'refused' ? outcome.problem.detail : 'The server did not answer. Please try again.')
  }
  const inOrder = order.flatMap((role) => people.filter((person) => person.role === role))
  return (
    <>
      <h2 className="nhsuk-heading-m">Look around</h2>
      <ul className="nhsuk-list offing-look-around">
        {inOrder.map(({ role, name }) => (
          <li key={role}>
            <button type="button" className="nhsuk-button" aria-disabled={sending} onClick={() => void lookAs(role)}>
              Look around as {as[role]}
            </button>
            <p className="offing-quiet">
              {purposes[role]} You will be {name}.
            </p>
          </li>
        ))}
      </ul>
      {failure && <p role="alert">{failure}</p>}
    </>
  )
}
