import type { Band } from '../contract/scans.ts'
import { countsOf, type Placeable, type Shared, shareOut } from './fields.ts'
import { type Group, type Settled, settle } from './gather.ts'
import type { Disc, Polar } from './geometry.ts'
import { shelter } from './last-resort.ts'
import { byPlace } from './order.ts'
import { leastRoom, type Ring, ringsOf, roomIn } from './scale.ts'
import { paddingAt } from './settle.ts'
import { type Change, changeOf, scales, smallestScale } from './sizes.ts'
import { type Category, type Slice, slicesOf } from './slices.ts'

interface Drawn extends Disc, Polar {
  slice: number
  band: number
}

/** A technology drawn by itself, numbered with its place. */
export interface Mark<T extends Placeable> extends Drawn {
  technology: T
  change: Change
}

/** Technologies that there was no room to draw apart, best place first. */
export interface Cluster<T extends Placeable> extends Drawn {
  members: readonly T[]
}

/** A radar, ready to be drawn: pixels from its centre, angles in radians clockwise from twelve o'clock. */
export interface RadarLayout<T extends Placeable> {
  radius: number
  rings: Ring[]
  slices: Slice[]
  /** Best place first. */
  marks: Mark<T>[]
  clusters: Cluster<T>[]
  /** 1 where marks have their full size, down to `smallestScale`. */
  scale: number
  /** Pixels kept free for marks at each rim of a ring: see `distanceOf`. */
  padding: number
}

export interface LayoutInput<T extends Placeable> {
  technologies: readonly T[]
  /** 1 to 12; more are drawn, but crowd. */
  categories: readonly Category[]
  bands: readonly Band[]
  /** Of the outer rim, in pixels: 140 to 400 is what a page has room for. */
  radius: number
}

/** Whether what is drawn is one technology by itself. */
export const isMark = <T extends Placeable>(drawn: Mark<T> | Cluster<T>): drawn is Mark<T> => 'technology' in drawn

/**
 * Draws ranked technologies as a radar. What means something is on a fixed scale: the distance from the centre is the
 * median year, linear within a band, "now" in the middle; three sizes are how much changes. Left or right in a slice means
 * nothing: a mark stands as near as it can to its home, which no other technology moves, never further than `reach` from it, nor
 * than 0.4 of a year from its year, nor outside its band or slice. Where that is not enough all marks shrink alike, down to a
 * floor; then those that still do not fit join what stands beside their home in a cluster, the foremost last. Each technology is counted
 * exactly once, and the same technologies in any order make the same picture.
 */
export function layOut<T extends Placeable>(input: LayoutInput<T>): RadarLayout<T> {
  const rings = ringsOf(input.bands, input.radius)
  const slices = slicesOf(input.categories, countsOf(input.technologies), rings)
  const fields = shareOut(input.technologies, slices, rings)
  const scale = largestScale(fields)
  const drawn = fields.flatMap((field) => shelter(settledAt(field, scale), field).map((group) => asDrawn(group, field)))
  const inOrder = drawn.sort((a, b) => byPlace(a.members[0]!, b.members[0]!))
  return {
    radius: input.radius,
    rings,
    slices,
    marks: inOrder.filter(({ members }) => members.length === 1).map(asMark),
    clusters: inOrder.filter(({ members }) => members.length > 1),
    scale,
    padding: paddingAt(scale),
  }
}

/** The largest at which every technology has a mark of its own; the smallest, where some have none even then. */
function largestScale<T extends Placeable>(fields: readonly Shared<T>[]): number {
  const order = [...fields]
  const fits = (scale: number) => {
    const tooFull = order.findIndex((field) => settledAt(field, scale).groups.length < field.lodgers.length)
    // What was too full once is looked at first from then on.
    if (tooFull > 0) order.unshift(...order.splice(tooFull, 1))
    return tooFull < 0
  }
  return fits(smallestScale) ? scales.find(fits)! : smallestScale
}

/** A ring too narrow for marks of this scale to show years holds none. */
function settledAt<T extends Placeable>(field: Shared<T>, scale: number): Settled<T> {
  // A hair of tolerance, since widths are made of the same sums as paddings.
  const isTooNarrow = roomIn(field.ring, paddingAt(scale)) < leastRoom - 1e-6
  return isTooNarrow ? { groups: [], homeless: field.lodgers } : settle(field, scale)
}

function asDrawn<T extends Placeable>(group: Group<T>, { slice, ring }: Shared<T>): Cluster<T> {
  const { x, y, distance, angle, radius, members } = group
  return { x, y, distance, angle, radius, slice, band: ring.band, members }
}

function asMark<T extends Placeable>({ members, ...rest }: Cluster<T>): Mark<T> {
  const technology = members[0]!
  return { ...rest, technology, change: changeOf(technology.meanImpact) }
}
