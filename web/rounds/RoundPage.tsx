import './rounds.scss'
import '../scans/scans.scss'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { WholeProgress } from '../progress/WholeProgress.tsx'
import { dayIn } from '../scans/days.ts'
import { useMay } from '../shared/account.ts'
import { useScan } from '../shared/queries.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import NotFound from '../shared/states/NotFound.tsx'
import { useTitle } from '../shared/use-title.ts'
import { AgreementSection } from './AgreementSection.tsx'
import { AskedSection } from './AskedSection.tsx'
import { ClosingDay } from './ClosingDay.tsx'
import { PilotResultSection } from './PilotResultSection.tsx'
import { RoundActions } from './RoundActions.tsx'
import { RoundHead } from './RoundHead.tsx'
import { RoundProgress } from './RoundProgress.tsx'
import { roundName } from './summary.ts'
import { WorkloadSection } from './WorkloadSection.tsx'

/** One round: what it asks of whom, how long that takes, and when it closes. */
export default function RoundPage() {
  const { scan = '', number = '' } = useParams()
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => {
        const round = value.rounds.find((one) => String(one.number) === number)
        return round ? <Whole scan={value} round={round} /> : <NotFound what="round" />
      }}
    </Loaded>
  )
}

function Whole({ scan, round }: { scan: Scan; round: Round }) {
  useTitle(`${roundName(round)} of ${scan.name}`)
  const mayRead = useMay('rounds.plan')
  const mayWrite = useMay('rounds.prepare')
  const mayDiscuss = useMay('discussion.read')
  return (
    <div className="offing-scan">
      <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <DoneBefore />
      <RoundHead round={round} today={dayIn(scan.timeZone)} level={1} />
      {round.state !== 'prepared' && <RoundProgress round={round} />}
      <RoundActions scan={scan} round={round} />
      {mayDiscuss && round.state === 'closed' && !isPilot(round) && <AgreementSection round={round} />}
      {round.state !== 'prepared' && <WholeProgress scan={scan} round={round} />}
      {mayWrite && round.state !== 'closed' && <ClosingDay scan={scan} round={round} />}
      {mayRead && isPilot(round) && round.state === 'closed' && <PilotResultSection round={round} />}
      {mayRead && round.state !== 'closed' && <WorkloadSection round={round} />}
      {mayRead && <AskedSection scan={scan} round={round} />}
    </div>
  )
}
