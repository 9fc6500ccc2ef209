import type { Placeable } from './fields.ts'

/** A board looks at the first so many: they open the radar, and are the last to be joined in a cluster. */
export const foremost = 25

/** By place; within a tie by slug, so that no order of the input shows. */
export function byPlace(a: Placeable, b: Placeable): number {
  return a.place - b.place || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)
}
