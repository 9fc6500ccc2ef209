import type { Lodger, Placeable, Shared } from './fields.ts'
import type { Group, Settled } from './gather.ts'
import { sideAngles } from './geometry.ts'
import { byPlace } from './order.ts'
import { marksApart } from './sizes.ts'
import { apart, placedAt } from './spots.ts'

/**
 * What found no room in a field that is too small for a mark, as on a very small radar: it joins what stands nearest, and where
 * nothing does, all of it stands as one in the middle of the field, whatever its years.
 */
export function shelter<T extends Placeable>({ groups, homeless }: Settled<T>, field: Shared<T>): Group<T>[] {
  if (homeless.length === 0) return groups
  if (groups.length === 0) return [inTheMiddle(homeless, field)]
  for (const { technology, home } of homeless) {
    const nearest = groups.reduce((a, b) => (apart(b, home) < apart(a, home) ? b : a))
    nearest.members.push(technology)
    nearest.members.sort(byPlace)
  }
  return groups
}

function inTheMiddle<T extends Placeable>(homeless: readonly Lodger<T>[], field: Shared<T>): Group<T> {
  const distance = (field.inner + field.outer) / 2
  const half = Math.min((field.to - field.from) / 2, Math.PI / 2)
  const room = Math.min((field.outer - field.inner) / 2, distance * Math.sin(half)) - marksApart
  const [from, to] = sideAngles(field, distance, room)
  const at = placedAt({ distance, angle: (from + to) / 2 }, Math.max(1, Math.min(room, 9)))
  return { ...at, members: homeless.map(({ technology }) => technology).sort(byPlace) }
}
