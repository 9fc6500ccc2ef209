import type { RequiredOf } from '../second-factor/awaited.ts'

/** After how long a session ends, and whose sign-in needs a second factor. */
export interface SessionTerms {
  /** Without a request. */
  idleMinutes: number
  /** Used or not. */
  hours: number
  secondFactor: RequiredOf
}
