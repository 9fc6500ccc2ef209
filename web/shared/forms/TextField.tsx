import type { InputHTMLAttributes } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { type FieldProps, useField } from './use-field.ts'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'spellCheck' | 'list' | 'autoFocus'
>

/** One line of text. `width` is the number of characters it looks made for. */
export function TextField({ name, label, hint, rules, width, ...native }: FieldProps & Native & { width?: Width }) {
  const { registration, error, aria } = useField({ name, hint, rules })
  const classes = ['nhsuk-input', width && `nhsuk-input--width-${width}`, error && 'nhsuk-input--error']
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      <input
        id={name}
        type="text"
        className={classes.filter(Boolean).join(' ')}
        {...native}
        {...aria}
        {...registration}
      />
    </FieldFrame>
  )
}

type Width = 2 | 3 | 4 | 5 | 10 | 20 | 30
