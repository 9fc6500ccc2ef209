import { stageLabel } from '../../shared/stages.ts'
import { dateLabel } from '../../shared/words.ts'
import { MilestoneWords } from '../Facts.tsx'
import type { Frozen } from './frozen.ts'

/** What the scan team had set for a technology when the edition was published. */
export function FrozenFacts({ technology }: { technology: Frozen }) {
  const { readiness, readinessBasis, readinessOn, kind } = technology
  const isIllustrative = readinessBasis === 'illustrative'
  return (
    <div className="offing-card">
      <h2 className="nhsuk-heading-s">At a glance, in this edition</h2>
      <dl className="offing-glance">
        <dt>Stage of development</dt>
        <dd>
          {stageLabel(readiness, kind)}{' '}
          {isIllustrative && <span className="nhsuk-tag nhsuk-tag--grey">Illustrative</span>}
          {readinessBasis === 'assessed' && readinessOn && `, assessed on ${dateLabel(readinessOn)}`}
        </dd>
        <dt>Counts as arrived when</dt>
        <dd>
          <MilestoneWords technology={technology} />
        </dd>
      </dl>
      {isIllustrative && (
        <p className="offing-quiet">Illustrative: a stand-in from no source, until the scan team has assessed it.</p>
      )}
    </div>
  )
}
