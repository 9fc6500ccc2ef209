import type { Choice } from '../choice.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

/** One of many. `empty` is the entry for "nothing chosen". */
export function Select({
  name,
  label,
  hint,
  rules,
  choices,
  empty,
}: FieldProps & { choices: Choice[]; empty?: string }) {
  const { registration, error, aria } = useField({ name, hint, rules })
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      <select
        id={name}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        {...aria}
        {...registration}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
