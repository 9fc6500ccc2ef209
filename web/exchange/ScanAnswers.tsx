import './exchange.scss'
import type { Scan } from '../../api/contract/scans.ts'
import { lastClosed } from '../../api/scans/round.ts'
import { useGrant } from '../shared/account.ts'
import { answerFiles } from './answer-files.ts'
import { FileList } from './FileList.tsx'

/** On a scan's page, for whoever may export all answers, once a round has closed. */
export function ScanAnswers({ scan }: { scan: Scan }) {
  const mayExportAll = useGrant('answers.export') === 'all'
  const closed = lastClosed(scan.rounds)
  if (!mayExportAll || !closed) return null
  return (
    <section className="offing-no-print" aria-labelledby="answer-files">
      <h2 className="nhsuk-heading-m" id="answer-files">
        Answers of closed rounds, under pseudonyms
      </h2>
      <p className="nhsuk-u-reading-width">
        What each panel member answered, as of round {closed.number}: no names, no reasons, nothing of a specialism
        whose figures are not shown, and no pseudonym that could be traced by who answered what. Each export is noted in
        the audit trail.
      </p>
      <FileList files={answerFiles(scan.slug)} />
    </section>
  )
}
