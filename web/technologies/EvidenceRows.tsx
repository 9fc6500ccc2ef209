import { useEffect, useRef } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { EvidenceRow } from './EvidenceRow.tsx'
import { noEvidence } from './evidence-fields.ts'
import type { TechnologyFields } from './technology-fields.ts'

/** Any number of pieces of evidence, added and removed. What is added takes the focus. */
export function EvidenceRows() {
  const { control } = useFormContext<TechnologyFields>()
  const { fields, append, remove } = useFieldArray({ control, name: 'evidence' })
  const added = useRef(false)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('section:last-of-type h3')?.focus()
    added.current = false
  })
  return (
    <div ref={list}>
      {fields.map((field, i) => (
        <section className="offing-evidence-row" key={field.id} aria-labelledby={`evidence-${i}`}>
          <div className="offing-row offing-row--apart">
            <h3 className="nhsuk-heading-s" id={`evidence-${i}`} tabIndex={-1}>
              Evidence {i + 1}
            </h3>
            <button type="button" className="offing-link-button" onClick={() => remove(i)}>
              Remove<span className="nhsuk-u-visually-hidden"> evidence {i + 1}</span>
            </button>
          </div>
          <EvidenceRow under={`evidence.${i}.`} />
        </section>
      ))}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => {
          added.current = true
          append(noEvidence, { shouldFocus: false })
        }}
      >
        {fields.length === 0 ? 'Add evidence' : 'Add more evidence'}
      </button>
    </div>
  )
}
