import { useQueryClient } from '@tanstack/react-query'
import type { AuditCheck } from '../../api/contract/audit.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { count } from '../shared/words.ts'
import { checkKey, useCheck } from './queries.ts'
import { whenOf } from './words.ts'

/** Whether the trail is whole, as it was last looked at, and a press that looks again. */
export function Check() {
  return (
    <section className="offing-card offing-audit__check" aria-labelledby="check">
      <h2 className="nhsuk-heading-s" id="check">
        Is the trail whole?
      </h2>
      <Loaded query={useCheck()} what="the last check">
        {(check) => <State check={check} />}
      </Loaded>
    </section>
  )
}

function State({ check }: { check: AuditCheck }) {
  const client = useQueryClient()
  const { write, sending, state } = useWrite<AuditCheck>()
  const start = async () => {
    const outcome: Outcome<AuditCheck> = await write({ method: 'POST', url: link(paths.auditCheck, {}) })
    if (outcome.kind === 'saved') client.setQueryData(checkKey, outcome.value)
  }
  const running = check.state === 'running'
  return (
    <>
      <div role="status">
        <InWords check={check} />
      </div>
      {running && (
        <progress className="offing-audit__progress" value={check.checked} max={Math.max(check.total, 1)}>
          {check.checked} of {check.total}
        </progress>
      )}
      {(state === 'refused' || state === 'not-confirmed') && <p>The check could not be started. Try again.</p>}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small offing-no-print"
        disabled={running || sending}
        onClick={() => void start()}
      >
        {check.state === 'none' ? 'Check it now' : 'Check it again'}
      </button>
    </>
  )
}

function InWords({ check }: { check: AuditCheck }) {
  const { state, checked, total, endedAt, head, witnesses, failures, notes } = check
  if (state === 'none') return <p>It has not been checked since the program was started.</p>
  if (state === 'running')
    return (
      <p>
        Checking: {checked.toLocaleString('en-GB')} of {count(total, 'entry', 'entries')}. You can go on working.
      </p>
    )
  if (state === 'failed')
    return <p>The check broke off. Try again; if it breaks off again, look at the program’s log.</p>
  const when = endedAt ? `Checked on ${whenOf(endedAt)}` : ''
  return (
    <>
      {state === 'whole' ? (
        <p>
          <strong>The trail is whole up to entry {head?.seq.toLocaleString('en-GB') ?? 0}.</strong> {when}, against{' '}
          {count(witnesses, 'statement')} of editions and backups.
        </p>
      ) : (
        <>
          <p>
            <strong>The trail is not whole.</strong> {when}.
          </p>
          <ul>
            {failures.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {notes.map((one) => (
        <p key={one}>Note: {one}</p>
      ))}
      {head && (
        <p className="offing-quiet offing-audit__digest">
          Digest of entry {head.seq}: {head.digest}
        </p>
      )}
    </>
  )
}
