import type { Technology } from '../../../api/contract/technologies.ts'
import { useMay } from '../../shared/account.ts'
import { evidenceKindNames } from '../../shared/evidence-words.ts'
import { useAbout } from '../../shared/queries.ts'
import { count } from '../../shared/words.ts'
import { EvidenceFiles } from '../files/EvidenceFiles.tsx'
import { AddEvidence } from './AddEvidence.tsx'
import { type Age, ageFlags, ageSummary, byKind } from './ages.ts'
import { EvidenceItem } from './EvidenceItem.tsx'

/** What is known of a technology, by kind, each fact with its date and source, newest first; what has aged says so. */
export function EvidenceOfTechnology({ technology }: { technology: Technology }) {
  const { evidence } = technology
  const years = useAbout().data?.evidenceStaleYears ?? 3
  const age = { today: new Date().toISOString().slice(0, 10), years }
  const mayWrite = useMay('evidence.write')
  const standing = evidence.filter((one) => !one.archived)
  return (
    <section className="offing-section" aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 ? (
        <NoEvidence />
      ) : (
        <>
          <p className="offing-quiet">
            {count(evidence.length, 'piece', 'pieces')} of evidence. {ageSummary(standing, age)}
          </p>
          {mayWrite && (
            <p className="offing-quiet offing-no-print">
              Files can be attached to each: PDF, PNG, JPEG, Word, Excel, PowerPoint, CSV or text, up to 10 MB.
            </p>
          )}
          {byKind(evidence).map(({ kind, items }) => (
            <section key={kind} aria-labelledby={`evidence-${kind}`}>
              <h3 className="nhsuk-heading-s nhsuk-u-margin-bottom-0" id={`evidence-${kind}`}>
                {evidenceKindNames[kind]}
              </h3>
              <Group technology={technology} items={items} age={age} />
            </section>
          ))}
        </>
      )}
      {useMay('evidence.add') && <AddEvidence technology={technology.slug} />}
    </section>
  )
}

function Group({ technology, items, age }: { technology: Technology; items: Technology['evidence']; age: Age }) {
  return (
    <ul className="offing-evidence">
      {items.map((one) => (
        <EvidenceItem key={one.id} evidence={one} flags={one.archived ? [] : ageFlags(one, age)}>
          <EvidenceFiles technology={technology} evidence={one} />
        </EvidenceItem>
      ))}
    </ul>
  )
}

function NoEvidence() {
  const mayWrite = useMay('technologies.write')
  return (
    <p>
      None has been entered yet.
      {mayWrite && ' Without a source that has a date, or the day on which it was read, it cannot enter a scan.'}
    </p>
  )
}
