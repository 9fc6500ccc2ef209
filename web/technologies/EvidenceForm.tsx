import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { type Evidence, EvidenceRequest } from '../../api/contract/technologies.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { keys } from '../shared/queries.ts'
import { useLeaveGuard } from '../shared/use-leave-guard.ts'
import { EvidenceRow } from './EvidenceRow.tsx'
import { type EvidenceFields, evidenceFieldsOf, evidenceRequest, noEvidence } from './evidence-fields.ts'
import { checkWith } from './resolver.ts'
import { evidenceWords } from './wrong-words.ts'

interface Props {
  technology: string
  /** Left out, evidence is added. */
  evidence?: Evidence
  onClose: (what: string) => void
}

/** Under a name of their own, since some fields of the technology on the same page have the same names. */
const under = 'evidence.'
const requestOf = ({ evidence }: { evidence: EvidenceFields }) => evidenceRequest(evidence)
const check = checkWith(EvidenceRequest, requestOf, evidenceWords, under)
const pointers = Object.fromEntries(Object.keys(evidenceWords).map((name) => [`/${name}`, under + name]))
const nothing = () => undefined

/** Adds a piece of evidence, or changes one. */
export function EvidenceForm({ technology, evidence, onClose }: Props) {
  const client = useQueryClient()
  const [seen] = useState(evidence)
  const form = useForm({
    defaultValues: { evidence: seen ? evidenceFieldsOf(seen) : noEvidence },
    resolver: check,
    shouldFocusError: false,
  })
  const heading = useRef<HTMLHeadingElement>(null)
  // It stands in the place of the button that opened it.
  useEffect(() => heading.current?.focus(), [])
  useLeaveGuard(form.formState.isDirty, useCallback(nothing, []))
  const saved = async () => {
    await client.invalidateQueries({ queryKey: [keys.technology] })
    onClose('The evidence is saved.')
  }
  return (
    <Form
      form={form}
      request={(fields) => ({ ...writeTo(technology, seen), body: requestOf(fields) })}
      pointers={pointers}
      onSaved={() => void saved()}
    >
      <h3 className="nhsuk-heading-s offing-step-title" tabIndex={-1} ref={heading}>
        {seen ? 'Change this evidence' : 'Add evidence'}
      </h3>
      <EvidenceRow under={under} />
      <div className="offing-row offing-form-end">
        <SubmitButton>Save the evidence</SubmitButton>
        <button type="button" className="offing-link-button" onClick={() => onClose('')}>
          Cancel
        </button>
      </div>
    </Form>
  )
}

function writeTo(technology: string, seen: Evidence | undefined) {
  return seen
    ? {
        method: 'PUT' as const,
        url: link(paths.evidence, { technology, evidence: seen.id }),
        tag: `"${seen.version}"`,
      }
    : { method: 'POST' as const, url: link(paths.evidenceOf, { technology }) }
}
