import { Link } from 'react-router'
import type { Scan } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import { useTitle } from '../shared/use-title.ts'
import { AskStep } from './AskStep.tsx'
import { ConfirmRound } from './ConfirmRound.tsx'
import { InviteStep } from './InviteStep.tsx'
import { PrepareRound } from './PrepareRound.tsx'
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
  const last = scan.rounds.at(-1)
  const pending = last?.state === 'closed' ? undefined : last
  if (act === 'invite') return <InviteStep scan={scan} onDone={onDone} />
  if (act === 'restart') return <RestartStep />
  if (act === 'prepare' && !pending) return <PrepareRound scan={scan} onDone={onDone} />
  if (act === 'ask' && pending) return <AskStep scan={scan} round={pending} />
  if (act === 'open' && pending?.state === 'prepared')
    return <ConfirmRound act="open" scan={scan} round={pending} onDone={onDone} />
  if (act === 'close' && pending?.state === 'open')
    return <ConfirmRound act="close" scan={scan} round={pending} onDone={onDone} />
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
