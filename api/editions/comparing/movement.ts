import type { ComparedTechnology, Stood } from '../../contract/comparison.ts'
import { clearChance } from '../../ranking/groups.ts'

type Status = ComparedTechnology['status']
type Order = NonNullable<ComparedTechnology['order']>
type Timing = NonNullable<ComparedTechnology['timing']>

/**
 * What became of a technology between two editions (design 3.4); null where it is ranked in neither. One that left the ranking was
 * adopted if an outcome says so, otherwise dropped.
 */
export function statusOf(wasRanked: boolean, isRanked: boolean, isAdopted: boolean): Status | null {
  if (wasRanked && isRanked) return 'stayed'
  if (isRanked) return 'new'
  if (!wasRanked) return null
  return isAdopted ? 'adopted' : 'dropped'
}

/**
 * Up or down only where the group changed and the chance that this is real is 0.9 or more. `higher` is the chance that it stands higher in
 * the later edition; null where too few have answered to say, and then nothing is clear.
 */
export function orderOf(from: Stood, to: Stood, higher: number | null): Order {
  if (higher === null || from.group === null || to.group === null) return 'no-clear-change'
  if (to.group < from.group && higher >= clearChance) return 'up'
  // Taken from one, 0.1 leaves a little less than 0.9.
  if (to.group > from.group && Math.round((1 - higher) * 1e9) / 1e9 >= clearChance) return 'down'
  return 'no-clear-change'
}

/** By its median year, a calendar year: that the years go by moves nothing. */
export function timingOf(from: Stood, to: Stood): Timing {
  if (to.middleYear === from.middleYear) return 'same'
  return to.middleYear < from.middleYear ? 'nearer' : 'further'
}
