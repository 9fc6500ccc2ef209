import { useState } from 'react'
import type { Edition } from '../../api/contract/editions.ts'
import { useMay } from '../shared/account.ts'
import { Done } from '../shared/states/Done.tsx'
import { dateLabel } from '../shared/words.ts'
import { DecisionForm } from './DecisionForm.tsx'

/** What a meeting decided on a published edition: recorded beside it, and corrected where it was taken down wrong. */
export function Decision({ edition }: { edition: Edition }) {
  const may = useMay('editions.decide')
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const { decision, state } = edition
  if (state === 'draft') return null
  const close = (what: string) => {
    setOpen(false)
    setSaid(what)
  }
  return (
    <section className="offing-section" aria-labelledby="decision">
      <h2 className="nhsuk-heading-m" id="decision">
        Decision
      </h2>
      {said && (
        <Done key={said}>
          <p>{said}</p>
        </Done>
      )}
      {decision ? (
        <>
          <p className="offing-as-typed offing-measure">{decision.text}</p>
          <p className="offing-quiet">
            Decided at {decision.meeting} on {dateLabel(decision.on)}; recorded on {dateLabel(decision.recordedAt)}.
          </p>
        </>
      ) : (
        <p>No decision is recorded yet.</p>
      )}
      {may && !isOpen && (
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small offing-no-print"
          onClick={() => {
            setSaid('')
            setOpen(true)
          }}
        >
          {decision ? 'Correct what was recorded' : 'Record the decision'}
        </button>
      )}
      {may && isOpen && <DecisionForm edition={edition} onClose={close} />}
    </section>
  )
}
