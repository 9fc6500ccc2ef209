import { Link } from 'react-router'
import type { Scan } from '../../api/contract/scans.ts'
import { countedRounds } from '../../api/scans/round.ts'
import { AskStep } from '../rounds/AskStep.tsx'
import { ConfirmRound } from '../rounds/ConfirmRound.tsx'
import { useAddress } from '../shared/address.ts'
import { useTitle } from '../shared/use-title.ts'
import { RestartStep } from './RestartStep.tsx'
import { Step } from './Step.tsx'

interface Props {
  act: string
  scan: Scan
  onDone: (said: string) => void
}

/** The thing to do that the address names, or why it cannot be done now. */
export function ScanStep({ act, scan, onDone }: Props) {
  useTitle(scan.name)
  const open = scan.rounds.find(({ state }) => state === 'open')
  const pending = countedRounds(scan.rounds).find(({ state }) => state !== 'closed')
  if (act === 'restart') return <RestartStep />
  if (act === 'ask' && pending) return <AskStep scan={scan} round={pending} />
  if (act === 'open' && pending?.state === 'prepared')
    return <ConfirmRound act="open" scan={scan} round={pending} onDone={onDone} />
  if (act === 'close' && open) return <ConfirmRound act="close" scan={scan} round={open} onDone={onDone} />
  return <NotNow />
}

/** Somebody else may have done it meanwhile, or the link is old. */
function NotNow() {
  const { linkWith } = useAddress()
  return (
    <Step title="This cannot be done now">
      <p>The scan has moved on: somebody else may have done it already.</p>
      <p>
        <Link to={linkWith({ act: null, technology: null })}>See how the scan stands</Link>
      </p>
    </Step>
  )
}
