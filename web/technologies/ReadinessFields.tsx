import { useFormContext } from 'react-hook-form'
import type { Category, Kind } from '../../api/contract/technologies.ts'
import { stagesOf } from '../../api/technologies/readiness.ts'
import { DateField, Radios, Select } from '../shared/forms/index.ts'
import type { TechnologyFields } from './technology-fields.ts'

const kinds: { value: Kind; label: string }[] = [
  { value: 'diagnostic', label: 'Diagnostic test' },
  { value: 'device', label: 'Device' },
  { value: 'software', label: 'Software' },
  { value: 'therapy', label: 'Therapy' },
  { value: 'service', label: 'Way of working' },
]

const bases = [
  { value: 'assessed', label: 'The scan team has assessed it' },
  { value: 'illustrative', label: 'It is an example, not an assessment' },
]

/** The kind decides the words in which the stages of development are put. */
export function ReadinessFields({ categories }: { categories: Category[] }) {
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
        </>
      )}
    </>
  )
}
