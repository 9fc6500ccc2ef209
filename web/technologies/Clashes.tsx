import { useEffect, useRef } from 'react'
import { listed } from '../shared/words.ts'
import type { Clash } from './merge.ts'
import type { TechnologyFields } from './technology-fields.ts'

const labels: Record<keyof TechnologyFields, string> = {
  name: 'Name',
  description: 'What it is',
  wouldChange: 'What would change',
  category: 'Category',
  kind: 'Kind of technology',
  readiness: 'Stage of development',
  readinessBasis: 'How the stage is known',
  readinessOn: 'Day of the assessment',
  milestone: 'Milestone',
  milestonePlaces: 'Number of places',
  milestoneSource: 'Source of that number',
  milestoneTest: 'How it will be known',
  specialisms: 'Specialisms',
  evidence: 'Evidence',
}

interface Props {
  clashes: Clash[]
  /** Fields changed by somebody else only: theirs stand in the form already. */
  taken: (keyof TechnologyFields)[]
  onTake: (clash: Clash) => void
}

/** After somebody else has saved: what is there now beside what was typed, field by field, to decide. */
export function Clashes({ clashes, taken, onTake }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="offing-callout offing-callout--warning offing-clashes" ref={box} tabIndex={-1} role="alert">
      <h2 className="nhsuk-heading-s">Somebody else has changed this technology</h2>
      <p>
        {clashes.length === 0
          ? 'You have changed different fields, so nothing clashes.'
          : 'Nothing of yours is lost, and nothing is saved yet. You both changed these fields: yours stand in the form below.'}{' '}
        {taken.length > 0 && `Theirs were taken over for: ${listed(taken.map((field) => labels[field]))}.`} Look it
        over, then save again.
      </p>
      {clashes.length > 0 && (
        <div className="offing-scroll">
          <table className="offing-table">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">There now</th>
                <th scope="col">What you entered</th>
                <th scope="col">Decide</th>
              </tr>
            </thead>
            <tbody>
              {clashes.map((clash) => (
                <tr key={clash.field}>
                  <th scope="row">{labels[clash.field]}</th>
                  <td>{shown(clash.there)}</td>
                  <td>{shown(clash.typed)}</td>
                  <td>
                    <button type="button" className="offing-link-button" onClick={() => onTake(clash)}>
                      Take theirs
                      <span className="nhsuk-u-visually-hidden"> for {labels[clash.field]}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function shown(value: Clash['there']): string {
  if (typeof value === 'string') return value || '(empty)'
  if (!Array.isArray(value)) return [value.day, value.month, value.year].filter(Boolean).join(' ') || '(empty)'
  return value.map((part) => (typeof part === 'string' ? part.replaceAll('-', ' ') : part.text)).join(', ') || '(empty)'
}
