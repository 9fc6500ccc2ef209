import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { useAddress } from '../shared/address.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { keys } from '../shared/queries.ts'
import { useWrite } from '../shared/use-write.ts'
import { Step } from './Step.tsx'

/** Puts the demonstration back as it was. */
export function RestartStep() {
  const { linkWith } = useAddress()
  const { write, sending, state } = useWrite()
  const [refusal, setRefusal] = useState('')
  const client = useQueryClient()
  const navigate = useNavigate()
  const restart = async () => {
    if (sending) return
    const outcome = await write({ method: 'POST', url: link(paths.restartDemonstration, {}) })
    if (outcome.kind === 'refused') setRefusal(outcome.problem.detail)
    if (outcome.kind !== 'saved') return
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session && queryKey[0] !== keys.about })
    void navigate(pages.scans, { state: { said: 'The demonstration is as it was at its start.' } })
  }
  return (
    <Step title="Start the demonstration again?">
      {state === 'not-confirmed' && <NotConfirmed />}
      {refusal && <p role="alert">{refusal}</p>}
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        <li>
          Everything entered since is taken out: technologies, evidence, scans, rounds and answers, yours and those of
          everybody else who is looking around.
        </li>
        <li>Its 101 technologies, its closed first round and its open second one come back as they were.</li>
        <li>Accounts and the audit trail stay. It takes a few seconds.</li>
      </ul>
      <div className="offing-row offing-form-end">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--warning"
          aria-disabled={sending || undefined}
          onClick={() => void restart()}
        >
          {sending ? 'Starting again …' : 'Start the demonstration again'}
        </button>
        <Link to={linkWith({ act: null })}>Not now</Link>
      </div>
    </Step>
  )
}
