import { bandEndsFor } from '../../../api/scans/method.ts'
import { isTimeZone, usualTimeZone } from '../../../api/scans/time-zone.ts'
import type { Choice } from '../../shared/choice.ts'
import { bandsInYears } from '../method/bands-preview.ts'

export const usualHorizon = 10
export { usualTimeZone }

export const draftChoices: Choice[] = [
  { value: 'yes', label: 'Yes', hint: 'The ranking of the last closed round, marked “working draft”.' },
  { value: 'no', label: 'No', hint: 'Nothing of this scan before it is published.' },
]

const isWholeYear = (text: string) => /^\d{4}$/.test(text.trim())

export const yearRule = (text: string) => isWholeYear(text) || 'Enter the first year as four digits'

export const horizonRule = (text: string) =>
  (/^\d{1,2}$/.test(text.trim()) && Number(text) >= 2 && Number(text) <= 30) ||
  'Enter how many years ahead it looks, from 2 to 30'

export const zoneRule = (text: string) => isTimeZone(text.trim()) || 'Enter a time zone such as Europe/London'

/** What a start and a horizon, as they are typed, mean in calendar years; with the spans that a method begins with. */
export function yearsHint(startYear: string, horizon: string, withSpans: boolean): string {
  if (!isWholeYear(startYear) || horizonRule(horizon) !== true) return 'Usually ten years.'
  const from = Number(startYear)
  const years = Number(horizon)
  if (!withSpans) return `From ${from} to ${from + years}.`
  return `From ${from} to ${from + years}. The panel says when in one of four spans: ${bandsInYears({ bandEnds: bandEndsFor(years) }, from)}.`
}

/** Time zones to choose from while typing. */
export const timeZones = Intl.supportedValuesOf('timeZone')
