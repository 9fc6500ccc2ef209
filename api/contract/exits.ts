import { z } from './z.ts'

/** Why something leaves the scan team's work: a signal dismissed, a technology archived, an item of an outside list left out. */
export const ExitReason = z
  .enum(['not-new', 'not-for-healthcare-science', 'too-early', 'duplicate', 'other'])
  .openapi('ExitReason')
export type ExitReason = z.infer<typeof ExitReason>
