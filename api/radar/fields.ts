import type { RankedTechnology } from '../contract/ranking.ts'
import type { Field } from './geometry.ts'
import { homeOf } from './home.ts'
import { byPlace } from './order.ts'
import { type Ring, ringLabel } from './scale.ts'
import type { Slice } from './slices.ts'
import { type Placed, placedAt } from './spots.ts'

/** What the layout needs to know of a ranked technology. */
export type Placeable = Pick<RankedTechnology, 'id' | 'slug' | 'category' | 'place' | 'meanImpact' | 'band'> & {
  years: { middle: number }
}

/** A technology and its home: see `homeOf`. */
export interface Lodger<T extends Placeable> {
  technology: T
  home: Placed
}

/** One slice of one ring: what is in it, best place first, and what stands there already, the labels of the rings. */
export interface Shared<T extends Placeable> extends Field {
  slice: number
  ring: Ring
  lodgers: Lodger<T>[]
  taken: Placed[]
}

/** The technologies by slice and band, the most crowded first; empty ones left out. */
export function shareOut<T extends Placeable>(
  technologies: readonly T[],
  slices: readonly Slice[],
  rings: readonly Ring[],
): Shared<T>[] {
  const sliceOf = new Map(slices.map((slice) => [slice.slug, slice]))
  const ringOf = new Map(rings.map((ring) => [ring.band, ring]))
  const shared = new Map<string, Shared<T>>()
  for (const technology of technologies.toSorted(byPlace)) {
    const slice = sliceOf.get(technology.category)!
    const ring = ringOf.get(technology.band) ?? rings.at(-1)!
    const key = `${slice.index} ${ring.band}`
    const field = shared.get(key) ?? emptyField<T>(slice, ring, rings, slices.length)
    field.lodgers.push({ technology, home: homeOf(technology, field) })
    shared.set(key, field)
  }
  const crowd = (field: Shared<T>) => field.lodgers.length / ((field.to - field.from) * (field.inner + field.outer))
  return [...shared.values()].sort((a, b) => crowd(b) - crowd(a) || a.slice - b.slice || a.ring.band - b.ring.band)
}

function emptyField<T extends Placeable>(slice: Slice, ring: Ring, rings: readonly Ring[], slices: number): Shared<T> {
  const { index, from, to } = slice
  const isBesideLabels = index === 0 || index === slices - 1
  const taken = isBesideLabels ? labelsOf(rings) : []
  return { slice: index, ring, from, to, inner: ring.inner, outer: ring.outer, lodgers: [], taken }
}

/** Twice, since twelve o'clock is where the first slice begins and the last one ends. */
function labelsOf(rings: readonly Ring[]): Placed[] {
  const discs = rings.flatMap((ring) => ringLabel(ring, rings.at(-1)!.outer)?.discs ?? [])
  return discs.flatMap(({ x, y, radius }) => {
    const [distance, angle] = [Math.hypot(x, y), Math.atan2(x, -y)]
    return [placedAt({ distance, angle }, radius), placedAt({ distance, angle: angle + 2 * Math.PI }, radius)]
  })
}

/** How many technologies each category holds. */
export function countsOf(technologies: readonly Placeable[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { category } of technologies) counts.set(category, (counts.get(category) ?? 0) + 1)
  return counts
}
