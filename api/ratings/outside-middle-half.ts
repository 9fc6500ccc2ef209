import type { Band } from '../scans/method.ts'
import type { PanelView } from './panel-view.ts'
import type { Answer, Arrival } from './rating.ts'

/** In what an answer lies outside the middle half of the panel that its giver can see. */
export interface Outside {
  impact: boolean
  arrival: boolean
  /** Yes where at least three quarters of the panel say no change, or the other way round. */
  stance: boolean
}

/** What of a panel's view an answer is held against. */
export interface SeenPanel {
  here: Pick<PanelView['here'], 'impact' | 'stances'>
  arrival: Pick<PanelView['arrival'], 'years'>
}

/**
 * Whether a later answer lies outside the panel's middle half, so that a reason is asked for (design 3.1): its impact beyond the
 * quartiles within the specialism, its year beyond those over all specialisms, each of five answers or more. What is not shown
 * to the panel member is not held against them. On a quartile is inside. A band is outside only as a whole.
 */
export function outsideMiddleHalf(answer: Answer, panel: SeenPanel, bands: readonly Band[]): Outside {
  const { impact, stances } = panel.here
  const { years } = panel.arrival
  return {
    impact: answer.impact !== null && impact !== null && (answer.impact < impact.lower || answer.impact > impact.upper),
    arrival: answer.arrival !== null && years !== null && isOutsideYears(answer.arrival, years, bands),
    stance: stances !== null && isOtherThanMost(answer, stances),
  }
}

export const isOutside = ({ impact, arrival, stance }: Outside) => impact || arrival || stance

/** Years before the scan's start belong to the first band, which has no beginning; the last has no end. */
function isOutsideYears(
  arrival: Arrival,
  { lower, upper }: { lower: number; upper: number },
  bands: readonly Band[],
): boolean {
  if (arrival.kind === 'cannot-say') return false
  if (arrival.kind === 'years') return arrival.p50 < lower || arrival.p50 > upper
  const { from, to } = bands[arrival.band]!
  return (to !== null && to < lower) || (arrival.band > 0 && from > upper)
}

function isOtherThanMost({ stance }: Answer, counts: NonNullable<PanelView['here']['stances']>): boolean {
  const unchanged = counts.notAffected + counts.already
  const quarter = (counts.rated + unchanged) / 4
  if (stance === 'rated') return counts.rated <= quarter
  return (stance === 'not-affected' || stance === 'already') && unchanged <= quarter
}
