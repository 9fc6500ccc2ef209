import { useState } from 'react'
import { Link } from 'react-router'
import { link, paths } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { dayIn } from '../scans/days.ts'
import { Step } from '../scans/Step.tsx'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useAddress } from '../shared/address.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useWrite } from '../shared/use-write.ts'
import { closingMeans, openingMeans } from './consequences.ts'
import { OpeningMinutes } from './OpeningMinutes.tsx'
import { aRound, roundName } from './summary.ts'

interface Props {
  scan: Scan
  round: Round
  act: 'open' | 'close'
  onDone: (said: string) => void
}

const past = { open: 'open', close: 'closed' }

/** Says what opening or closing a round will do, and asks. */
export function ConfirmRound({ scan, round, act, onDone }: Props) {
  const { linkWith } = useAddress()
  const { write, sending, state } = useWrite<Round>()
  const [refusal, setRefusal] = useState('')
  const changed = useScanChanged()
  const confirm = async () => {
    if (sending) return
    setRefusal('')
    const path = act === 'open' ? paths.roundOpen : paths.roundClose
    const outcome = await write({ method: 'POST', url: link(path, { round: round.id }), tag: `"${round.version}"` })
    if (outcome.kind === 'not-confirmed') return
    await changed()
    if (outcome.kind === 'saved') onDone(`${roundName(round)} is ${past[act]}.`)
    else setRefusal(outcome.problem.detail)
  }
  const name = act === 'open' ? 'Open' : 'Close'
  return (
    <Step title={`${name} ${aRound(round)} of ${scan.name}?`}>
      {state === 'not-confirmed' && <NotConfirmed />}
      {refusal && (
        <div className="offing-callout offing-callout--wrong" role="alert">
          <p>{refusal}</p>
        </div>
      )}
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        {(act === 'open' ? openingMeans(scan, round) : closingMeans(scan, round, dayIn(scan.timeZone))).map(
          (sentence) => (
            <li key={sentence}>{sentence}</li>
          ),
        )}
      </ul>
      {act === 'open' && <OpeningMinutes scan={scan} round={round} />}
      <div className="offing-row offing-form-end">
        <button
          type="button"
          className={act === 'close' ? 'nhsuk-button nhsuk-button--warning' : 'nhsuk-button'}
          aria-disabled={sending || undefined}
          onClick={() => void confirm()}
        >
          {name} {aRound(round)}
        </button>
        <Link to={linkWith({ act: null })}>Not now</Link>
      </div>
    </Step>
  )
}
