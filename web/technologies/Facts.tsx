import type { Technology } from '../../api/contract/technologies.ts'
import { stageLabel } from '../shared/stages.ts'
import { count, dateLabel, milestoneNames } from '../shared/words.ts'
import { whenLabel } from './evidence/order.ts'
import { Policy } from './record/Record.tsx'

/** What the scan team has set for a technology: its stage, its milestone, whom it may affect. */
export function Facts({ technology }: { technology: Technology }) {
  const { readiness, readinessBasis, readinessOn, kind, illustrativeYear, specialisms } = technology
  const isIllustrative = readinessBasis === 'illustrative'
  return (
    <div className="offing-card">
      <h2 className="nhsuk-heading-s">At a glance</h2>
      <dl className="offing-glance">
        <dt>Stage of development</dt>
        <dd>
          {stageLabel(readiness, kind)} {isIllustrative && <Illustrative />}
          {readinessBasis === 'assessed' && readinessOn && `, assessed on ${dateLabel(readinessOn)}`}
          <StageEvidence technology={technology} />
        </dd>
        <dt>Counts as arrived when</dt>
        <dd>
          <MilestoneWords technology={technology} />
        </dd>
        {illustrativeYear !== null && (
          <>
            <dt>Wide use might start in</dt>
            <dd>
              {illustrativeYear} <Illustrative />
            </dd>
          </>
        )}
        <dt>May affect</dt>
        <dd>
          <ul className="offing-plain-list">
            {specialisms.map(({ slug, name, reason }) => (
              <li key={slug}>
                {name}
                {reason && <span className="offing-quiet offing-block">{reason}</span>}
              </li>
            ))}
          </ul>
        </dd>
        <Policy technology={technology} />
      </dl>
      {(isIllustrative || illustrativeYear !== null) && (
        <p className="offing-quiet">Illustrative: a stand-in from no source, until the scan team has assessed it.</p>
      )}
    </div>
  )
}

/** The evidence on which the stage rests. */
function StageEvidence({ technology: { readinessEvidence, evidence } }: { technology: Technology }) {
  const one = evidence.find(({ id }) => id === readinessEvidence)
  if (!one) return null
  return (
    <span className="offing-quiet offing-block">
      Rests on: <a href={`#evidence-${one.id}`}>{one.sourceTitle}</a>, {whenLabel(one)}
      {one.archived && ' (archived since)'}
    </span>
  )
}

const Illustrative = () => <span className="nhsuk-tag nhsuk-tag--grey">Illustrative</span>

type Milestone = Pick<Technology, 'milestone' | 'milestonePlaces' | 'milestoneSource' | 'milestoneTest'>

export function MilestoneWords({ technology }: { technology: Milestone }) {
  const { milestone, milestonePlaces, milestoneSource, milestoneTest } = technology
  return (
    <>
      {milestoneNames[milestone]}
      {milestonePlaces !== null && ` (${count(milestonePlaces, 'place')}${milestoneSource && `: ${milestoneSource}`})`}
      {milestoneTest && <span className="offing-quiet offing-block">How we will know: {milestoneTest}</span>}
    </>
  )
}
