import type { RankedTechnology } from '../contract/ranking.ts'
import type { Disc, Field } from './geometry.ts'
import type { Unit } from './pack.ts'
import { clamp, distanceOf, mostGive, type Ring, ringLabel } from './scale.ts'
import type { Slice } from './slices.ts'

/** What the layout needs to know of a ranked technology. */
export type Placeable = Pick<RankedTechnology, 'id' | 'category' | 'place' | 'meanImpact' | 'band'> & {
  years: { middle: number }
}

/** The technologies that share a slice and a band, best place first, and the room they have. */
export interface Shared<T extends Placeable> extends Field {
  slice: number
  ring: Ring
  technologies: T[]
  /** What stands there already: the labels of the rings. */
  taken: Disc[]
}

/** The technologies by slice and band, the most crowded first; empty ones left out. */
export function shareOut<T extends Placeable>(
  technologies: readonly T[],
  slices: readonly Slice[],
  rings: readonly Ring[],
) {
  const sliceOf = new Map(slices.map((slice) => [slice.slug, slice]))
  const ringOf = new Map(rings.map((ring) => [ring.band, ring]))
  const shared = new Map<string, Shared<T>>()
  for (const technology of technologies) {
    const slice = sliceOf.get(technology.category)!
    const ring = ringOf.get(technology.band) ?? rings.at(-1)!
    const key = `${slice.index} ${ring.band}`
    const field = shared.get(key) ?? emptyField<T>(slice, ring, rings, slices.length)
    field.technologies.push(technology)
    shared.set(key, field)
  }
  const crowd = (field: Shared<T>) =>
    field.technologies.length / ((field.to - field.from) * (field.inner + field.outer))
  return [...shared.values()].sort((a, b) => crowd(b) - crowd(a) || a.slice - b.slice || a.ring.band - b.ring.band)
}

function emptyField<T extends Placeable>(slice: Slice, ring: Ring, rings: readonly Ring[], slices: number): Shared<T> {
  const { from, to } = slice
  const besideLabels = slice.index === 0 || slice.index === slices - 1
  const taken = besideLabels ? rings.flatMap((each) => ringLabel(each, rings.at(-1)!.outer)?.discs ?? []) : []
  return { slice: slice.index, ring, from, to, inner: ring.inner, outer: ring.outer, technologies: [], taken }
}

/**
 * Where something of these median years may stand: at the middle of them, give or take 0.4 of a year. `padding` (pixels)
 * keeps the largest mark inside the ring, so that equal years stand equally far out, whatever the size of the mark.
 */
export function unitFor(key: string, years: readonly number[], radius: number, ring: Ring, padding: number): Unit {
  const inRing = years.map((year) => clamp(year, ring.from, ring.to))
  const [first, last] = [Math.min(...inRing), Math.max(...inRing)]
  const mean = inRing.reduce((a, b) => a + b, 0) / inRing.length
  return {
    key,
    radius,
    low: distanceOf(ring, first - mostGive, padding),
    high: distanceOf(ring, last + mostGive, padding),
    wish: distanceOf(ring, mean, padding),
  }
}

/** How many technologies each category holds. */
export function countsOf(technologies: readonly Placeable[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { category } of technologies) counts.set(category, (counts.get(category) ?? 0) + 1)
  return counts
}
