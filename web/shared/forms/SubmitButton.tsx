import { type ReactNode, useContext } from 'react'
import { SendingContext } from './outcomes.tsx'

interface Props {
  children: ReactNode
  sending?: string
  /** What it does cannot be taken back, or takes something away. */
  isWarning?: boolean
}

/** Sends the form. While it is on its way a second press does nothing, but the button keeps the focus. */
export function SubmitButton({ children, sending = 'Saving …', isWarning }: Props) {
  const isSending = useContext(SendingContext)
  return (
    <button
      type="submit"
      className={isWarning ? 'nhsuk-button nhsuk-button--warning' : 'nhsuk-button'}
      aria-disabled={isSending || undefined}
    >
      {isSending ? sending : children}
    </button>
  )
}
