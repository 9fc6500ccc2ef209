import type { Lodger, Placeable, Shared } from './fields.ts'
import { fractionOf, nearestInSlice, type Polar, sideAngles } from './geometry.ts'
import { reach } from './home.ts'
import { foremost } from './order.ts'
import { clamp, distanceOf, mostGive } from './scale.ts'
import { changeOf, marksApart, radiusOf } from './sizes.ts'
import { angleBetween, apart, freeAngles, type Placed, placedAt, squareApart } from './spots.ts'

/** How many distances within 0.4 of a year a mark tries, beside its own. */
const tries = 5

/** In which order marks take their spots, and which of the free ones within reach they take. */
export interface Way {
  order: (a: Lodger<Placeable>, b: Lodger<Placeable>) => number
  takes: 'nearest' | 'first'
}

const isForemost = ({ technology }: Lodger<Placeable>) => technology.place <= foremost
const foremostFirst =
  (then: Way['order']): Way['order'] =>
  (a, b) =>
    Number(isForemost(b)) - Number(isForemost(a)) || then(a, b)
const bySlug: Way['order'] = (a, b) => (a.technology.slug < b.technology.slug ? -1 : 1)
const turnOf = ({ technology }: Lodger<Placeable>) => fractionOf(`${technology.slug} turn`)
const clockwise: Way['order'] = (a, b) => a.home.angle - b.home.angle || bySlug(a, b)

/**
 * The first is the calmest: whose turn it is follows from the slug, so one more disturbs few. The others pack tighter and are
 * taken where they join fewer in clusters; the last is the tightest there is for marks in one row.
 */
export const ways: readonly Way[] = [
  { order: foremostFirst((a, b) => turnOf(a) - turnOf(b) || bySlug(a, b)), takes: 'nearest' },
  { order: foremostFirst(clockwise), takes: 'nearest' },
  { order: foremostFirst((a, b) => clockwise(b, a)), takes: 'nearest' },
  { order: foremostFirst((a, b) => a.home.distance - b.home.distance || clockwise(a, b)), takes: 'nearest' },
  { order: clockwise, takes: 'first' },
]

/** A free spot for a mark within reach of its home, at its year give or take 0.4; null where there is none. */
export function spotFor<T extends Placeable>(
  { technology, home }: Lodger<T>,
  field: Shared<T>,
  standing: readonly Placed[],
  scale: number,
  takes: Way['takes'],
): Placed | null {
  const radius = radiusOf(changeOf(technology.meanImpact), scale)
  const near = [...standing, ...field.taken].filter((it) => apart(it, home) < reach + radius + it.radius + marksApart)
  const distances = distancesFor(technology, field, radius, scale)
  const wish = { distance: distances[0] ?? home.distance, angle: home.angle }
  let [best, least]: [Polar | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const distance of distances) {
    if (Math.abs(distance - home.distance) > reach) continue
    const [from, to] = sideAngles(field, distance, radius + marksApart)
    const turn = angleBetween(distance, home.distance, reach)
    const arc = { distance, radius, from: Math.max(from, home.angle - turn), to: Math.min(to, home.angle + turn) }
    for (const angle of freeAngles(takes === 'first' ? arc.from : home.angle, arc, near)) {
      const cost = takes === 'first' ? angle : squareApart({ distance, angle }, wish)
      if (cost < least) [best, least] = [{ distance, angle }, cost]
    }
  }
  return best && placedAt(best, radius)
}

/** Its own year first, then what it may give, where the slice is wide enough. */
function distancesFor(technology: Placeable, field: Shared<Placeable>, radius: number, scale: number): number[] {
  const padding = paddingAt(scale)
  const { middle } = technology.years
  const year = clamp(middle, field.ring.from, field.ring.to)
  const at = (years: number) => distanceOf(field.ring, year + years, padding)
  const least = nearestInSlice(field, radius + marksApart)
  const [low, high] = [Math.max(least, at(-mostGive)), at(mostGive)]
  if (low > high) return []
  const steps = Array.from({ length: tries }, (_, n) => low + ((high - low) * n) / (tries - 1))
  return [Math.max(low, at(0)), ...steps]
}

/** Pixels kept free at each rim of a ring, so that no mark reaches over its line and equal years stand equally far out. */
export const paddingAt = (scale: number) => radiusOf(2, scale) + marksApart
