import type { QueueItem } from '../../api/contract/ratings.ts'
import type { Kind } from '../../api/contract/technologies.ts'
import { stageLabel } from '../shared/stages.ts'

/** What one needs to know of a technology to answer. */
export function ItemFacts({ technology }: Pick<QueueItem, 'technology'>) {
  const { description, wouldChange, readiness, readinessBasis, kind } = technology
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
          {readinessBasis === 'illustrative' && '. A stand-in, until the scan team has assessed it.'}
        </dd>
      </dl>
    </>
  )
}
