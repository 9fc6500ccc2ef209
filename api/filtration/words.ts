import type { ExitReason } from '../contract/exits.ts'
import type { Stage } from './stages.ts'

/** Why something left, as it stands alone. */
export const exitReasonNames: Record<ExitReason, string> = {
  'not-new': 'Not new',
  'not-for-healthcare-science': 'Not for healthcare science',
  'too-early': 'Too early',
  duplicate: 'Duplicate',
  other: 'Other',
}

export const stageNames: Record<Stage, string> = {
  spotted: 'Spotted',
  candidate: 'Candidate',
  'in-scan': 'In the scan',
  'in-edition': 'In an edition',
}

/** As whose an item stands that belongs to nobody. */
export const nobody = 'nobody'

/** Where things come from, and `nobody`; a source is called by its own name. */
export const originNames: Record<string, string> = {
  nomination: 'Nominated',
  'out-of-date': 'Said to be out of date',
  import: 'Imported',
  'outside-list': 'From an outside list',
  direct: 'Entered by hand',
  [nobody]: 'Nobody',
}
