import { useEffect, useRef, useState } from 'react'
import { useForm, useFormContext } from 'react-hook-form'
import type { Signal, TriageAct, Triaged } from '../../api/contract/signals.ts'
import { EvidenceRequest } from '../../api/contract/technologies.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { SearchField } from '../shared/SearchField.tsx'
import { EvidenceRow } from '../technologies/EvidenceRow.tsx'
import { type EvidenceFields, evidenceRequest } from '../technologies/evidence-fields.ts'
import { checkWith } from '../technologies/resolver.ts'
import { evidenceWords } from '../technologies/wrong-words.ts'
import { evidenceOfSignal } from './evidence-of-signal.ts'
import { TechnologyChoice } from './TechnologyChoice.tsx'
import { type Triage, triageRequest } from './use-triage.ts'
import { namesOf } from './words.ts'

interface Props {
  signals: readonly Signal[]
  /** The technology (slug) that is chosen at first; empty for none. */
  technology: string
  triage: Triage
  onDone: () => void
  onCancel: () => void
}

interface Fields {
  technology: string
  withEvidence: boolean
  evidence: EvidenceFields
}

const under = 'evidence.'
const act = '/items/0/act'
const pointers: Record<string, string> = {
  [`${act}/technology`]: 'technology',
  ...Object.fromEntries(Object.keys(evidenceWords).map((name) => [`${act}/evidence/${name}`, under + name])),
}
const checkEvidence = checkWith(
  EvidenceRequest,
  ({ evidence }: Fields) => evidenceRequest(evidence),
  evidenceWords,
  under,
)

function check(values: Fields) {
  const technology = { type: 'required', message: 'Choose the technology that it is about' }
  const { errors } = values.withEvidence ? checkEvidence(values) : { errors: {} }
  const all = values.technology === '' ? { technology, ...errors } : errors
  return Object.keys(all).length === 0 ? { values, errors: {} } : { values: {}, errors: all }
}

const actOf = ({ technology, withEvidence, evidence }: Fields): TriageAct => ({
  kind: 'link',
  technology,
  evidence: withEvidence ? evidenceRequest(evidence) : null,
})

/** Links signals to a technology; one alone can leave evidence there, which is read off it and can be changed before it is saved. */
export function LinkPanel({ signals, technology, triage, onDone, onCancel }: Props) {
  const [one] = signals.length === 1 ? signals : []
  const today = new Date().toISOString().slice(0, 10)
  const form = useForm<Fields>({
    defaultValues: { technology, withEvidence: false, evidence: evidenceOfSignal(signals[0]!, today) },
    resolver: check,
    shouldFocusError: false,
  })
  const [sought, setSought] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const saved = (triaged: Triaged) => {
    const fields = form.getValues()
    const names = triaged.items[0]?.technologies.find(({ slug }) => slug === fields.technology)?.name
    const with_ = fields.withEvidence ? ', with evidence' : ''
    triage.finish(signals, actOf(fields), triaged, `${namesOf(signals)}: linked to “${names}”${with_}.`)
    onDone()
  }
  const refused = (problem: { detail: string; status: number }) => {
    if (problem.status !== 409 && problem.status !== 412) return false
    triage.refuse(problem)
    onCancel()
    return true
  }
  return (
    <section className="offing-callout offing-inbox__panel" aria-labelledby="link-heading">
      <h2 className="nhsuk-heading-s" id="link-heading" tabIndex={-1} ref={heading}>
        Link {namesOf(signals)} to a technology
      </h2>
      <SearchField label="Find a technology" value={sought} onSearch={setSought} />
      <Form<Fields, Triaged>
        form={form}
        request={(fields) => triageRequest(signals, actOf(fields))}
        onSaved={saved}
        onConflict={(_, problem) => void refused(problem)}
        onRefused={refused}
        pointers={pointers}
      >
        <TechnologyChoice signal={one} sought={sought} />
        {one && <EvidenceToo />}
        <div className="offing-row">
          <SubmitButton>Link</SubmitButton>
          <button type="button" className="offing-link-button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </Form>
    </section>
  )
}

/** The evidence that the signal leaves with the technology, if it shall. */
function EvidenceToo() {
  const { register, watch } = useFormContext<Fields>()
  return (
    <>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small nhsuk-form-group">
        <div className="nhsuk-checkboxes__item">
          <input className="nhsuk-checkboxes__input" type="checkbox" id="with-evidence" {...register('withEvidence')} />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="with-evidence">
            Add it as evidence too
          </label>
        </div>
      </div>
      {watch('withEvidence') && (
        <>
          <p className="nhsuk-hint">Filled in from the signal. Change what is not right, and add what is missing.</p>
          <EvidenceRow under={under} />
        </>
      )}
    </>
  )
}
