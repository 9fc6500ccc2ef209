import type { Evidence } from '../../../api/contract/technologies.ts'
import { evidenceKindNames, sourceTypeNames } from '../../shared/evidence-words.ts'
import { whenLabel } from './order.ts'

/** As it is now, or as an edition holds it. */
type Shown = Omit<Evidence, 'archived' | 'version'> & { archived?: boolean }

/** One fact: when, what kind, what it says, and where it is from. */
export function EvidenceItem({ evidence }: { evidence: Shown }) {
  return (
    <li>
      <p className="offing-evidence__when">
        {whenLabel(evidence)}
        <span className="offing-quiet offing-block">{evidenceKindNames[evidence.kind]}</span>
      </p>
      <div>
        <p>
          {evidence.text} {evidence.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
        </p>
        <Source evidence={evidence} />
      </div>
    </li>
  )
}

function Source({ evidence }: { evidence: Shown }) {
  const { sourceTitle, sourcePublisher, sourceYear, sourceUrl, sourceType, seenVia } = evidence
  return (
    <p className="offing-quiet">
      {sourceTypeNames[sourceType]}:{' '}
      {sourceUrl ? (
        <a href={sourceUrl} rel="noopener noreferrer">
          {sourceTitle}
        </a>
      ) : (
        sourceTitle
      )}
      , {sourcePublisher}
      {sourceYear !== null && `, ${sourceYear}`}.{seenVia && ` Seen through a copy at ${seenVia}.`}
    </p>
  )
}
