import type { ExitReason } from '../../api/contract/exits.ts'

/** Why something left the scan team's work, as it stands in a sentence. */
export const exitReasonNames: Record<ExitReason, string> = {
  'not-new': 'not new',
  'not-for-healthcare-science': 'not for healthcare science',
  'too-early': 'too early',
  duplicate: 'duplicate of another',
  other: 'another reason',
}
