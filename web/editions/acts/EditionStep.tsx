import { Link } from 'react-router'
import type { Edition } from '../../../api/contract/editions.ts'
import { Step } from '../../scans/Step.tsx'
import { useMay } from '../../shared/account.ts'
import { useAddress } from '../../shared/address.ts'
import { editionName } from '../../shared/editions/words.ts'
import { useTitle } from '../../shared/use-title.ts'
import { ApproveStep } from './ApproveStep.tsx'
import { type ActName, actsOn } from './acts.ts'
import { DiscardStep } from './DiscardStep.tsx'
import { ShareStep } from './ShareStep.tsx'
import { SupersedeStep } from './SupersedeStep.tsx'
import { WithdrawStep } from './WithdrawStep.tsx'

const steps: Record<ActName, (props: { edition: Edition }) => React.ReactNode> = {
  share: ShareStep,
  unshare: ShareStep,
  approve: ApproveStep,
  discard: DiscardStep,
  supersede: SupersedeStep,
  withdraw: WithdrawStep,
}

/** The thing to do that the address names, or why it cannot be done now. */
export function EditionStep({ act, edition }: { act: string; edition: Edition }) {
  useTitle(editionName(edition))
  const may = useMay('editions.write')
  const possible = actsOn(edition).find((one) => one.act === act)
  if (!may || !possible) return <NotNow may={may} />
  const Chosen = steps[possible.act]
  return <Chosen edition={edition} />
}

/** Somebody else may have done it meanwhile, or the link is old, or from somebody of the scan team. */
function NotNow({ may }: { may: boolean }) {
  const { linkWith } = useAddress()
  return (
    <Step title="This cannot be done now" back="Back to the edition">
      <p>{may ? 'The edition has moved on: somebody else may have done it already.' : 'The scan team does this.'}</p>
      <p>
        <Link to={linkWith({ act: null })}>See how the edition stands</Link>
      </p>
    </Step>
  )
}
