import type { ReactNode } from 'react'
import type { Outcome } from '../use-write.ts'

interface Props {
  outcome: Outcome<unknown>
  /** What is said where somebody else changed the same thing meanwhile (412). */
  changed: ReactNode
}

/** Why a press did nothing, or may have: nothing where it did what it says. */
export function NotDone({ outcome, changed }: Props) {
  if (outcome.kind === 'saved') return null
  if (outcome.kind === 'not-confirmed')
    return (
      <p role="alert">
        <strong>Not confirmed.</strong> The server did not answer. You can safely press again.
      </p>
    )
  return <p role="alert">{outcome.problem.status === 412 ? changed : outcome.problem.detail}</p>
}
