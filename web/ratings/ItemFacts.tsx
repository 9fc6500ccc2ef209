import type { QueueItem } from '../../api/contract/ratings.ts'
import type { Kind } from '../../api/contract/technologies.ts'
import { stageLabel } from '../shared/stages.ts'
import { count, milestoneNames } from '../shared/words.ts'

/** What one needs to know of a technology to answer. */
export function ItemFacts({ technology }: Pick<QueueItem, 'technology'>) {
  const { description, wouldChange, readiness, readinessBasis, kind, milestone, milestonePlaces } = technology
  return (
    <>
      <p className="nhsuk-u-margin-bottom-3">{description}</p>
      {wouldChange && (
        <p className="nhsuk-u-margin-bottom-3">
          <strong>What would change:</strong> {wouldChange}
        </p>
      )}
      <dl className="offing-facts">
        <dt>Stage of development</dt>
        <dd>
          {stageLabel(readiness, kind as Kind)}
          {readinessBasis === 'illustrative' && ', illustrative'}
        </dd>
        <dt>Milestone</dt>
        <dd>
          {milestoneNames[milestone]}
          {milestonePlaces !== null && ` (of ${count(milestonePlaces, 'place')})`}
        </dd>
      </dl>
    </>
  )
}
