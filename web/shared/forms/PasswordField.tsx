import { useState } from 'react'
import { TextField } from './TextField.tsx'
import type { FieldProps } from './use-field.ts'

interface Props extends FieldProps {
  /** For the browser's keeper of passwords: one that is there, or one that is being chosen. */
  autoComplete: 'current-password' | 'new-password'
}

/** A password, which whoever types it may look at. It can be pasted. */
export function PasswordField({ autoComplete, ...field }: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="offing-password">
      <TextField {...field} type={isShown ? 'text' : 'password'} autoComplete={autoComplete} spellCheck={false} />
      <button
        type="button"
        className="offing-link-button"
        aria-pressed={isShown}
        aria-controls={field.name}
        onClick={() => setShown((was) => !was)}
      >
        Show the password
      </button>
    </div>
  )
}
