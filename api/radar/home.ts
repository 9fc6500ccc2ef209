import type { Placeable } from './fields.ts'
import { type Field, fractionOf, nearestInSlice, sideAngles } from './geometry.ts'
import { clamp, distanceOf, type Ring } from './scale.ts'
import { marksApart, radiusOf, smallestScale } from './sizes.ts'
import { freeAngles, type Placed, placedAt } from './spots.ts'

/** Pixels: a mark stands no further than this from its home. */
export const reach = 30

/**
 * By how many pixels a technology's mark may move when others come, go or change, as long as its own category and year, the
 * categories and the bands stay: twice the reach, since its home stays where it is.
 */
export const mostMoved = 2 * reach

/** The radius of the largest mark at the smallest scale. */
const radius = radiusOf(2, smallestScale)

/**
 * Where a technology stands if no other is in its way: at its year, and at an angle that follows from its slug alone (ids are
 * given anew when a registry is made anew), clear of the labels. It depends neither on other technologies nor on the scale.
 */
export function homeOf(technology: Placeable, field: Field & { ring: Ring; taken: readonly Placed[] }): Placed {
  const padding = radius + marksApart
  const atYear = distanceOf(field.ring, technology.years.middle, padding)
  const distance = Math.max(atYear, nearestInSlice(field, padding))
  const [from, to] = sideAngles(field, distance, padding)
  const wish = clamp(field.from + fractionOf(technology.slug) * (field.to - field.from), from, to)
  const free = freeAngles(wish, { distance, from, to, radius }, field.taken)
  const angle = free.reduce((a, b) => (Math.abs(b - wish) < Math.abs(a - wish) ? b : a), free[0] ?? wish)
  return placedAt({ distance, angle }, radius)
}
