import { alphaOf } from '../ratings/agreement.ts'
import type { Method } from '../scans/method.ts'

/** What an item was answered, by whom (ids, in the same order), and whether its own spread is shown. */
export interface Unit {
  values: readonly number[]
  people: readonly string[]
  isShown: boolean
}

/**
 * Krippendorff's alpha over a round's items, rounded to two decimals; null where there is nothing to compare, or where it could give
 * away what is hidden: whoever knows the shown items could work backwards to the rest, so the rest must be nothing, or two
 * items or more with `minimumShown` people between them. All together need as many.
 */
export function alphaOfShown(units: readonly Unit[], { minimumShown }: Method): number | null {
  const compared = units.filter(({ values }) => values.length > 1)
  const hidden = compared.filter(({ isShown }) => !isShown)
  if (peopleIn(compared) < minimumShown) return null
  if (hidden.length > 0 && (hidden.length < 2 || peopleIn(hidden) < minimumShown)) return null
  const alpha = alphaOf(compared.map(({ values }) => values))
  return alpha === null ? null : Math.round(alpha * 100) / 100
}

function peopleIn(units: readonly Unit[]): number {
  return new Set(units.flatMap(({ people }) => people)).size
}
