import { Fragment } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { lastClosed } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { useRoundReport } from './queries.ts'
import { type SummaryPart, summaryParts } from './summary.ts'

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
    <Sentence scan={scan} parts={summaryParts(scan, today)} />
  )
}

function WithDiscussion({ scan, today, last }: Props & { last: Round }) {
  return <Sentence scan={scan} parts={summaryParts(scan, today, useRoundReport(last).data?.disputed)} />
}

/** What the sentence counts is one press away. */
function Sentence({ scan, parts }: { scan: Scan; parts: SummaryPart[] }) {
  const addressOf = useAddressOf(scan)
  return (
    <p className="nhsuk-lede-text nhsuk-u-margin-bottom-3">
      {parts.map(({ text, about }, i) => {
        const to = about && addressOf(about)
        return (
          <Fragment key={text}>
            {i > 0 && ', '}
            {to ? <Link to={to}>{text}</Link> : text}
          </Fragment>
        )
      })}
      .
    </p>
  )
}

function useAddressOf(scan: Scan) {
  const mayReadNames = useMay('panel.read')
  const page = (path: typeof pages.round | typeof pages.discussion, round: Round | undefined) =>
    round && pageLink(path, { scan: scan.slug, number: String(round.number) })
  return (about: NonNullable<SummaryPart['about']>) => {
    if (about === 'discussion') return page(pages.discussion, lastClosed(scan.rounds))
    const open = page(
      pages.round,
      scan.rounds.find(({ state }) => state === 'open'),
    )
    return mayReadNames && open ? `${withQuery(open, { show: 'not-started' })}#progress` : undefined
  }
}
