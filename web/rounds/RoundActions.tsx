import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot, lastClosed } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { aRound } from './summary.ts'

interface Props {
  scan: Scan
  round: Round
  children?: ReactNode
}

/** What can be done about a round, each a step on the scan's page; `children` are further links. */
export function RoundActions({ scan, round, children }: Props) {
  const may = useMay('rounds.run')
  const mayDiscuss = useMay('discussion.read')
  const step = (act: string) => withQuery(pageLink(pages.scan, { scan: scan.slug }), { act })
  const sheets = pageLink(pages.discussion, { scan: scan.slug, number: String(round.number) })
  const secondary = 'nhsuk-button nhsuk-button--small nhsuk-button--secondary'
  return (
    <div className="offing-row offing-no-print">
      {may && round.state !== 'closed' && !isPilot(round) && (
        <Link className={secondary} to={step('ask')}>
          Ask about a technology
        </Link>
      )}
      {may && round.state === 'prepared' && round.technologies > 0 && (
        <Link className="nhsuk-button nhsuk-button--small" to={step('open')}>
          Open {aRound(round)} …
        </Link>
      )}
      {may && round.state === 'open' && (
        <Link className={secondary} to={step('close')}>
          Close {aRound(round)} …
        </Link>
      )}
      {mayDiscuss && lastClosed(scan.rounds)?.id === round.id && <Link to={sheets}>Discussion sheets</Link>}
      {children}
    </div>
  )
}
