import type { Funnel } from '../../api/contract/filtration.ts'
import type { Fate, ParkedFor, Stage } from '../../api/filtration/stages.ts'
import { exitReasonNames, stageNames } from '../../api/filtration/words.ts'
import { dateLabel } from '../shared/words.ts'

export const reasonName = (reason: ParkedFor) =>
  reason === 'not-given' ? 'No reason was asked for' : exitReasonNames[reason]

/** What each fate is called at a stage: signals are dismissed, technologies archived. */
export function fateName(fate: Fate, stage: Stage): string {
  switch (fate) {
    case 'went-on':
      return stage === 'spotted' ? 'Linked to a technology' : 'Went on'
    case 'adopted':
      return 'Adopted'
    case 'parked':
      return stage === 'spotted' ? 'Dismissed' : 'Archived'
    case 'not-asked':
      return 'Never asked about'
    case 'waiting':
      return waiting[stage]
  }
}

const waiting: Record<Stage, string> = {
  spotted: 'Not read yet',
  candidate: 'Not asked about yet',
  'in-scan': 'Not in an edition yet',
  'in-edition': 'On the radar',
}

/** What a number of the funnel stands for, as a heading: "Candidate: Archived, Too early". */
export function numberInWords(asked: {
  stage: Stage
  fate?: Fate | undefined
  reason?: ParkedFor | undefined
}): string {
  const { stage, fate, reason } = asked
  const parts = [fate && fateName(fate, stage), reason && reasonName(reason).toLowerCase()].filter(Boolean)
  return `${stageNames[stage]}: ${parts.length > 0 ? parts.join(', ') : 'all that came in'}`
}

/** From when to when things count for the scan. */
export function windowInWords({ window: { from, to }, frozen, ended }: Funnel): string {
  const begin = from ? `since ${dateLabel(from)}, when the scan before was frozen` : 'since the registry began'
  const end = frozen ? `until ${dateLabel(to)}, when this scan was` : 'until now'
  return `What came in ${begin}, ${end}.${ended ? ' The scan has published, and asks no more.' : ''}`
}
