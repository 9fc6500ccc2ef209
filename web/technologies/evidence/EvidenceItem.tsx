import type { ReactNode } from 'react'
import type { Evidence } from '../../../api/contract/technologies.ts'
import { evidenceKindNames, sourceTypeNames } from '../../shared/evidence-words.ts'
import { whenLabel } from './order.ts'

/** As it is now, or as an edition holds it. */
type Shown = Omit<Evidence, 'archived' | 'version'> & { archived?: boolean }

interface Props {
  evidence: Shown
  /** What time has made of it; left out, its kind is said instead of standing above a group. */
  flags?: readonly string[]
  children?: ReactNode
}

/** One fact: when, what kind, what it says, and where it is from. */
export function EvidenceItem({ evidence, flags, children }: Props) {
  return (
    <li id={`evidence-${evidence.id}`}>
      <p className="offing-evidence__when">
        {whenLabel(evidence)}
        {!flags && <span className="offing-quiet offing-block">{evidenceKindNames[evidence.kind]}</span>}
        {flags?.map((flag) => (
          <span className="offing-evidence__flag" key={flag}>
            {flag}
          </span>
        ))}
      </p>
      <div>
        <p>
          {evidence.text} {evidence.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
        </p>
        <Source evidence={evidence} />
        {children}
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
