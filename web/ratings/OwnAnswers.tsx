import type { SeatInScan } from '../../api/contract/ratings.ts'
import { answerFiles } from '../exchange/answer-files.ts'
import { FileList } from '../exchange/FileList.tsx'
import { useGrant } from '../shared/account.ts'
import '../exchange/exchange.scss'

/**
 * The reader's own answers as files, for each scan of theirs with a closed round. Not for who may export everybody's: the same
 * addresses give them those.
 */
export function OwnAnswers({ seats }: { seats: readonly SeatInScan[] }) {
  const exportsOwn = useGrant('answers.export') === 'own'
  const closed = seats.filter(({ lastClosedRound }) => lastClosedRound !== null)
  if (!exportsOwn || closed.length === 0) return null
  return (
    <section className="offing-no-print" aria-labelledby="own-answers">
      <h2 className="nhsuk-heading-s" id="own-answers">
        Take your own answers with you
      </h2>
      <p className="nhsuk-u-reading-width">
        Your answers of closed rounds, under your pseudonym and without your reasons. Nobody else’s are in the file.
        Each export is noted in the audit trail, without what you answered.
      </p>
      {closed.map(({ scan, lastClosedRound }) => (
        <details key={scan.slug} className="offing-small-details">
          <summary>
            {scan.name}, as of round&nbsp;{lastClosedRound}
          </summary>
          <FileList files={answerFiles(scan.slug)} />
        </details>
      ))}
    </section>
  )
}
