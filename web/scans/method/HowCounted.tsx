import type { Statement } from '../../../api/contract/statement.ts'
import { enoughForSpread } from '../../../api/ratings/consensus.ts'
import { raterScaleNames } from '../../shared/marker-words.ts'
import { listed } from '../../shared/words.ts'
import { consensusMeans, interestsMean, raterScaleMeans } from './rule-words.ts'

/** Whose answers count and how, and when a panel is said to agree. */
export function HowCounted({ statement: { method, oneMember } }: { statement: Statement }) {
  const { raterScale, leaveOutInterested, consensusRule, consensusThreshold } = method
  return (
    <section>
      <h2 className="nhsuk-heading-m">How answers count, and when a panel agrees</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <strong>{raterScaleNames[raterScale]}.</strong> {raterScaleMeans[raterScale]}
          {raterScale === 'adjusted' && oneMember.length > 0 && ` Here: ${listed(oneMember)}.`}
        </li>
        <li>
          <strong>Interests.</strong> {interestsMean(leaveOutInterested)}
        </li>
        <li>
          <strong>Agreement.</strong> {consensusMeans(consensusRule, consensusThreshold)} Below {enoughForSpread}{' '}
          answers nothing is said. Across specialisms, answers may differ because services differ: that is shown as
          difference, not as disagreement.
        </li>
      </ul>
    </section>
  )
}
