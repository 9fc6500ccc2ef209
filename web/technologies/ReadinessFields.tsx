import { useFormContext } from 'react-hook-form'
import type { Category, Evidence, Kind } from '../../api/contract/technologies.ts'
import { stagesOf } from '../../api/technologies/readiness.ts'
import { DateField, Radios, Select } from '../shared/forms/index.ts'
import { newestFirst, whenLabel } from './evidence/order.ts'
import { kinds } from './kinds.ts'
import type { TechnologyFields } from './technology-fields.ts'

const bases = [
  { value: 'assessed', label: 'The scan team has assessed it' },
  { value: 'illustrative', label: 'It is an example, not an assessment' },
]

/** The kind decides the words in which the stages of development are put. */
export function ReadinessFields({ categories, evidence }: { categories: Category[]; evidence: Evidence[] }) {
  const { watch } = useFormContext<TechnologyFields>()
  const usual = categories.find(({ slug }) => slug === watch('category'))?.kind
  const kind = (watch('kind') || usual || 'device') as Kind
  const usualName = kinds.find(({ value }) => value === usual)?.label.toLowerCase()
  return (
    <>
      <Select
        name="kind"
        label="Kind of technology"
        hint="It decides the wording of the stages below."
        empty={usualName ? `As usual for its category: ${usualName}` : 'As usual for its category'}
        choices={kinds}
      />
      <Select
        name="readiness"
        label="Stage of development"
        hint="How far it has come anywhere, as the evidence shows it. A technology is ranked once its stage is set."
        empty="Not set yet"
        choices={stagesOf(kind).map((words, i) => ({ value: String(i + 1), label: `${i + 1} of 9: ${words}` }))}
      />
      {watch('readiness') && (
        <>
          <Radios name="readinessBasis" label="How is the stage known?" choices={bases} small />
          <DateField name="readinessOn" label="Day of the assessment (optional)" hint="For example, 12 3 2026" />
          <StageEvidence evidence={evidence} />
        </>
      )}
    </>
  )
}

/** Of its own evidence, what shows the stage. */
function StageEvidence({ evidence }: { evidence: Evidence[] }) {
  const chosen = useFormContext<TechnologyFields>().watch('readinessEvidence')
  const choices = newestFirst(evidence.filter(({ id, archived }) => !archived || id === chosen))
  if (choices.length === 0)
    return <p className="nhsuk-hint">The evidence for the stage can be named once there is some.</p>
  return (
    <Select
      name="readinessEvidence"
      label="Which evidence shows the stage? (optional)"
      empty="Not named"
      choices={choices.map((one) => ({ value: one.id, label: `${whenLabel(one)}: ${shortened(one.text)}` }))}
    />
  )
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 87)}…` : text)
