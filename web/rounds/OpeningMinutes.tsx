import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useWorkload } from './queries.ts'
import { workloadSentence } from './workload-words.ts'

/** Before a round opens: how long everybody will need, with the way out where that is too long. */
export function OpeningMinutes({ scan, round }: { scan: Scan; round: Round }) {
  const workload = useWorkload(round).data
  if (!workload || workload.total === 0) return null
  const isMuch = workload.long + workload.tooLong > 0
  return (
    <div className={isMuch ? 'offing-callout offing-callout--warning' : undefined}>
      <p className="nhsuk-u-reading-width">{workloadSentence(workload)}</p>
      {isMuch && (
        <p>
          <Link to={pageLink(pages.round, { scan: scan.slug, number: String(round.number) })}>
            Share out, or ask fewer
          </Link>
        </p>
      )}
    </div>
  )
}
