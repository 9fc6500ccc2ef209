import { type Placeable, type Shared, unitFor } from './fields.ts'
import type { Group } from './gather.ts'
import { type Disc, pointAt } from './geometry.ts'
import { pack } from './pack.ts'
import { markRadius, marksApart, smallestScale } from './sizes.ts'

/**
 * Room for a field's single group where even that finds none at the smallest scale, as on a very small radar: it shrinks
 * further, and as a last step stands in the middle of its field, whatever its year.
 */
export function lastResort<T extends Placeable>(field: Shared<T>, members: Group<T>) {
  return { ...discFor(field, members), slice: field.slice, band: field.ring.band, members }
}

function discFor<T extends Placeable>(field: Shared<T>, members: Group<T>): Disc {
  const years = members.map((technology) => technology.years.middle)
  for (let scale = smallestScale; scale >= 0.4; scale -= 0.05) {
    const radius = markRadius[members.length > 1 ? 2 : 1] * scale
    const unit = unitFor(members[0]!.id, years, radius, field.ring, radius + marksApart)
    const [point] = pack([unit], field, field.taken) ?? pack([unit], field) ?? []
    if (point) return { ...point, radius }
  }
  const distance = (field.inner + field.outer) / 2
  const half = Math.min((field.to - field.from) / 2, Math.PI / 2)
  const radius = Math.min((field.outer - field.inner) / 2, distance * Math.sin(half)) - marksApart
  return { ...pointAt(distance, (field.from + field.to) / 2), radius: Math.max(1, radius) }
}
