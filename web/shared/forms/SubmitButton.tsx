import { type ReactNode, useContext } from 'react'
import { SendingContext } from './outcomes.tsx'

/** Sends the form. While it is on its way a second press does nothing, but the button keeps the focus. */
export function SubmitButton({ children, sending = 'Saving …' }: { children: ReactNode; sending?: string }) {
  const isSending = useContext(SendingContext)
  return (
    <button type="submit" className="nhsuk-button" aria-disabled={isSending || undefined}>
      {isSending ? sending : children}
    </button>
  )
}
