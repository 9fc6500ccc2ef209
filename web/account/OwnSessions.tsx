import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { OneSession } from '../../api/contract/sessions.ts'
import { Done } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { useAccountChanged, useOwnSessions } from './queries.ts'
import { SessionTable } from './SessionTable.tsx'

/** Where one is signed in, and signing out from here where one is not. */
export function OwnSessions() {
  const query = useOwnSessions()
  const changed = useAccountChanged()
  const { write, sending } = useWrite()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const [said, say] = useState('')
  const end = async (url: string, done: string) => {
    if (sending) return
    say('')
    const result = await write({ method: 'DELETE', url })
    setOutcome(result)
    if (result.kind === 'saved') say(done)
    await changed()
  }
  const endOne = ({ id, program }: OneSession) =>
    void end(link(paths.ownSession, { session: id }), `Signed out: ${program || 'an unknown program'}.`)
  return (
    <section aria-labelledby="sessions-title">
      <h2 className="nhsuk-heading-m" id="sessions-title">
        Where you are signed in
      </h2>
      {said && (
        <Done key={said}>
          <p>{said}</p>
        </Done>
      )}
      {outcome && <NotDone outcome={outcome} changed="" />}
      <Loaded query={query} what="your sessions">
        {({ items }) => (
          <>
            <SessionTable sessions={items} onEnd={endOne} caption="Where you are signed in, last used first" />
            {items.length > 1 && (
              <button
                type="button"
                className="nhsuk-button nhsuk-button--secondary"
                aria-disabled={sending || undefined}
                onClick={() => void end(link(paths.ownSessions, {}), 'You are signed out everywhere else.')}
              >
                Sign out everywhere else
              </button>
            )}
          </>
        )}
      </Loaded>
      <p className="offing-quiet">
        If you do not know one of them, sign out everywhere else, then change your password.
      </p>
    </section>
  )
}
