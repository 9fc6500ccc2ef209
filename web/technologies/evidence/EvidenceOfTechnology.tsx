import type { Technology } from '../../../api/contract/technologies.ts'
import { useMay } from '../../shared/account.ts'
import { count } from '../../shared/words.ts'
import { AddEvidence } from './AddEvidence.tsx'
import { EvidenceItem } from './EvidenceItem.tsx'
import { newestFirst } from './order.ts'

/** What is known of a technology, each fact with its date and source, newest first. */
export function EvidenceOfTechnology({ technology }: { technology: Technology }) {
  const { evidence } = technology
  return (
    <section className="offing-section" aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 ? (
        <p>None has been entered yet.</p>
      ) : (
        <>
          <p className="offing-quiet">{count(evidence.length, 'piece', 'pieces')} of evidence, newest first.</p>
          <ul className="offing-evidence">
            {newestFirst(evidence).map((one) => (
              <EvidenceItem key={one.id} evidence={one} />
            ))}
          </ul>
        </>
      )}
      {useMay('evidence.add') && <AddEvidence technology={technology.slug} />}
    </section>
  )
}
