import { useRef, useState } from 'react'
import type { Evidence, Technology } from '../../api/contract/technologies.ts'
import { count, dateLabel } from '../shared/words.ts'
import { ArchiveEvidence } from './ArchiveEvidence.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'

/** The evidence of a technology, each piece saved by itself: added, changed, archived. */
export function EvidenceSection({ technology }: { technology: Technology }) {
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const close = (what: string) => {
    setOpen(null)
    setSaid(what)
    // The form goes, and what was pressed in it.
    heading.current?.focus()
  }
  return (
    <section className="offing-technology-form" aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m offing-step-title" id="evidence" tabIndex={-1} ref={heading}>
        Evidence
      </h2>
      <p className="offing-quiet">
        {count(technology.evidence.length, 'piece', 'pieces')} of evidence. Each is saved by itself.
      </p>
      <p role="status">{said}</p>
      <ul className="nhsuk-list">
        {technology.evidence.map((evidence) => (
          <li key={evidence.id} className="offing-evidence-row">
            {open === evidence.id ? (
              <EvidenceForm technology={technology.slug} evidence={evidence} onClose={close} />
            ) : (
              <Piece
                technology={technology.slug}
                evidence={evidence}
                onChange={() => setOpen(evidence.id)}
                onSaid={close}
              />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <div className="offing-evidence-row">
          <EvidenceForm technology={technology.slug} onClose={close} />
        </div>
      ) : (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => setOpen('new')}>
          Add evidence
        </button>
      )}
    </section>
  )
}

interface PieceProps {
  technology: string
  evidence: Evidence
  onChange: () => void
  onSaid: (what: string) => void
}

function Piece({ technology, evidence, onChange, onSaid }: PieceProps) {
  const when = evidence.date
    ? dateLabel(evidence.date)
    : `Date not shown, retrieved ${dateLabel(evidence.retrievedOn ?? '')}`
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        <strong>{when}</strong>
        {evidence.dateRole === 'planned' && ' (planned)'}{' '}
        {evidence.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
        <br />
        {evidence.text}
        <br />
        <span className="offing-quiet">
          {evidence.sourceTitle}, {evidence.sourcePublisher}
        </span>
      </p>
      <div className="offing-row">
        <button type="button" className="offing-link-button" onClick={onChange}>
          Change<span className="nhsuk-u-visually-hidden"> this evidence: {evidence.text}</span>
        </button>
        <ArchiveEvidence technology={technology} evidence={evidence} onDone={onSaid} />
      </div>
    </>
  )
}
