import type { Standing } from '../../../api/contract/ranking.ts'
import { changeOf, changes } from '../../../api/radar/sizes.ts'
import type { Criterion } from '../../../api/scans/method.ts'
import { stageLabel } from '../../shared/stages.ts'
import { count, missingWords } from '../../shared/words.ts'

import type { Placed } from './placed.ts'

type Ranked = NonNullable<Standing['ranked']>

/** "all specialisms", "Cardiac science": as it stands in the middle of a sentence. */
export const lensName = ({ kind, name }: Standing['lens']) => (kind === 'all' ? 'all specialisms' : name)

export const percent = (share: number) => `${(100 * share).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`
export const wholePercent = (share: number) => `${Math.round(100 * share)}%`
export const oneDecimal = (value: number) => value.toFixed(1)

/** What a mean answer to "how much would it change your service" amounts to. */
export function changeMeaning(meanImpact: number): string {
  if (meanImpact < 0.5) return 'no change'
  return changes.find(({ size }) => size === changeOf(meanImpact))!.meaning
}

/** What an awaiting technology awaits: "1 of 3 panel members". */
export function awaitedOf(
  standing: Pick<Standing, 'missing' | 'panellists' | 'minimumPanel' | 'minimumShown'>,
): string {
  const words = standing.missing.map((missing) => {
    if (missing === 'panellists') return `${standing.panellists} of ${count(standing.minimumPanel, 'panel member')}`
    return missing === 'withheld' ? whyWithheld(standing.minimumShown) : missingWords[missing]
  })
  return words.join('; ')
}

export const whyWithheld = (minimumShown: number) =>
  `fewer than ${count(minimumShown, 'panel member')} answered, or one could be worked out: not shown`

/** How each criterion was answered, in plain words. */
export function answeredInWords(standing: Standing, ranked: Ranked, technology: Placed): Record<Criterion, string> {
  const { values, affected, asked, meanImpact } = ranked
  return {
    impact: `${oneDecimal(meanImpact)} of 9 on average where it changes anything: ${changeMeaning(meanImpact)}`,
    reach: reachInWords(standing, affected, asked, values),
    imminence: imminenceInWords(standing, values.imminence),
    readiness: stageLabel(ranked.readiness, technology.kind),
  }
}

function reachInWords({ lens }: Standing, affected: number, asked: number, values: Ranked['values']): string {
  if (lens.kind === 'specialism') return 'not counted for one specialism'
  const places = `it changes ${affected} of ${count(asked, 'specialism')} asked`
  if (!values.impact || values.reach === null) return places
  const share = values.reach / values.impact
  return `${places}, ${wholePercent(share)} of a full spread; multiplied by how much it changes them`
}

/** The criterion is the part of the horizon that is left when it comes: said as years. */
function imminenceInWords({ scan }: Standing, value: number | null): string {
  if (value === null) return 'nobody has said when'
  const horizon = scan.endYear - scan.startYear
  return `when it arrives, ${oneDecimal(value * horizon)} of the ${horizon} years to ${scan.endYear} are left, on average`
}
