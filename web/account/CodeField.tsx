import { TextField } from '../shared/forms/index.ts'

interface Props {
  /** Where a recovery code does as well as one from the phone. */
  takesRecovery?: boolean
  /** It takes the focus, since the button that led to it is gone. */
  takesFocus?: boolean
}

/** A code, as the app on a phone shows it. */
export function CodeField({ takesRecovery = false, takesFocus = false }: Props) {
  return (
    <TextField
      name="code"
      label={takesRecovery ? 'Code from your phone, or a recovery code' : 'Code'}
      hint="Six digits, which change every half minute."
      inputMode={takesRecovery ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      autoFocus={takesFocus}
      spellCheck={false}
      width={takesRecovery ? 30 : 10}
      rules={{ required: 'Enter the code' }}
    />
  )
}
