import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { lastClosed } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { useDiscussion } from './queries.ts'
import { summaryOf } from './summary.ts'

interface Props {
  scan: Scan
  today: string
}

/** Where the scan stands, in one sentence; for those who may read discussions, with how much is worth one. */
export function ScanSummary({ scan, today }: Props) {
  const last = lastClosed(scan.rounds)
  const may = useMay('discussion.read')
  return may && last ? (
    <WithDiscussion scan={scan} today={today} last={last} />
  ) : (
    <Sentence>{summaryOf(scan, today)}</Sentence>
  )
}

function WithDiscussion({ scan, today, last }: Props & { last: Round }) {
  const items = useDiscussion(last).data?.items ?? []
  return <Sentence>{summaryOf(scan, today, items.filter(({ disputed }) => disputed).length)}</Sentence>
}

function Sentence({ children }: { children: string }) {
  return <p className="nhsuk-lede-text nhsuk-u-margin-bottom-3">{children}.</p>
}
