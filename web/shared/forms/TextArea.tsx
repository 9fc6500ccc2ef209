import { FieldFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

/** Text of several lines. */
export function TextArea({ name, label, hint, rules, rows = 4 }: FieldProps & { rows?: number }) {
  const { registration, error, aria } = useField({ name, hint, rules })
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      <textarea
        id={name}
        rows={rows}
        className={error ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
        {...aria}
        {...registration}
      />
    </FieldFrame>
  )
}
