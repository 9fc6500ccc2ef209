import { useState } from 'react'
import type { Outcome } from '../../api/contract/outcomes.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useWrite } from '../shared/use-write.ts'
import { useOutcomesChanged } from './use-outcomes-changed.ts'

interface Props {
  technology: string
  outcome: Outcome
  onDone: (what: string) => void
}

/** Takes back what was recorded wrongly. It stays in the records. */
export function WithdrawOutcome({ technology, outcome, onDone }: Props) {
  const changed = useOutcomesChanged()
  const { write, sending, state } = useWrite()
  const [refusal, setRefusal] = useState('')
  const withdraw = async () => {
    if (sending) return
    const url = link(paths.outcome, { technology, outcome: outcome.id })
    const ended = await write({ method: 'DELETE', url })
    if (ended.kind === 'not-confirmed') return
    if (ended.kind === 'refused') return setRefusal(ended.problem.detail)
    await changed()
    onDone('It is withdrawn.')
  }
  return (
    <div className="offing-no-print">
      <button type="button" className="offing-link-button" onClick={() => void withdraw()}>
        Withdraw<span className="nhsuk-u-visually-hidden"> what was recorded: {outcome.text}</span>
      </button>{' '}
      <span role="alert">{state === 'not-confirmed' ? 'Not confirmed. Please try again.' : refusal}</span>
    </div>
  )
}
