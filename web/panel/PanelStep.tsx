import { Link } from 'react-router'
import type { Panel } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { Step } from '../scans/Step.tsx'
import { useAddress } from '../shared/address.ts'
import { ChangeSeatStep } from './ChangeSeatStep.tsx'
import { HandOverStep } from './HandOverStep.tsx'
import { InviteManyStep } from './InviteManyStep.tsx'
import { InviteStep } from './InviteStep.tsx'
import { PaperStep } from './PaperStep.tsx'

interface Props {
  act: string
  scan: Scan
  panel: Panel
  onDone: (said: string) => void
}

export const back = 'Back to the panel'

/** The thing to do that the address names, or why it cannot be done. */
export function PanelStep({ act, scan, panel, onDone }: Props) {
  const { get } = useAddress()
  const member = panel.items.find(({ id, leftAt }) => id === get('member') && leftAt === null)
  const round = scan.rounds.at(-1)
  if (act === 'invite') return <InviteStep scan={scan} panel={panel} onDone={onDone} />
  if (act === 'many') return <InviteManyStep scan={scan} onDone={onDone} />
  if (act === 'change' && member) return <ChangeSeatStep scan={scan} member={member} onDone={onDone} />
  if (act === 'hand-over' && member) return <HandOverStep scan={scan} member={member} onDone={onDone} />
  if (act === 'paper' && member && round?.state === 'open') return <PaperStep round={round} member={member} />
  return <NotNow />
}

function NotNow() {
  const { linkWith } = useAddress()
  return (
    <Step title="This cannot be done now" back={back}>
      <p>The panel has changed: somebody else may have done it already, or the round is not open.</p>
      <p>
        <Link to={linkWith({ act: null, member: null })}>See the panel</Link>
      </p>
    </Step>
  )
}
