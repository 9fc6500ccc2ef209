import type { Band } from '../contract/scans.ts'
import { countsOf, type Placeable, type Shared, shareOut, unitFor } from './fields.ts'
import { byPlace, type Group, gatherings } from './gather.ts'
import type { Disc } from './geometry.ts'
import { lastResort } from './last-resort.ts'
import { hasRoom, pack, type Unit } from './pack.ts'
import { leastRoom, type Ring, ringsOf, roomIn } from './scale.ts'
import { type Change, changeOf, markRadius, marksApart, smallestScale } from './sizes.ts'
import { type Category, type Slice, slicesOf } from './slices.ts'

interface Drawn extends Disc {
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
  members: Group<T>
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

const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, smallestScale]
const paddingAt = (scale: number) => markRadius[2] * scale + marksApart
const clusterRadius = markRadius[2] * smallestScale

/**
 * Draws ranked technologies as a radar. What means something is on a fixed scale: the distance from the centre is the
 * median year, linear within a band, "now" in the middle; three sizes are how much changes. What means nothing gives way:
 * the width of a slice, and left or right within it. A mark gives by at most 0.4 of a year to keep clear of others and
 * never leaves its band or slice. Where that is not enough all marks shrink alike, down to a floor; then those that still
 * do not fit join in clusters, lowest places first. Each technology is counted exactly once, and the same technologies in
 * any order make the same picture.
 */
export function layOut<T extends Placeable>(input: LayoutInput<T>): RadarLayout<T> {
  const technologies = input.technologies.toSorted(byPlace)
  const rings = ringsOf(input.bands, input.radius)
  const slices = slicesOf(input.categories, countsOf(technologies), rings)
  const fields = shareOut(technologies, slices, rings)
  const scale = largestScale(fields)
  const groups = fields.flatMap((field) => drawn(field, apart(field), scale) ?? gathered(field))
  const inOrder = groups.sort((a, b) => byPlace(a.members[0]!, b.members[0]!))
  return {
    radius: input.radius,
    rings,
    slices,
    marks: inOrder.filter((group) => group.members.length === 1).map(asMark),
    clusters: inOrder.filter((group) => group.members.length > 1),
    scale,
    padding: paddingAt(scale),
  }
}

/** The largest at which every technology has room for a mark of its own; the smallest, where some have not even then. */
function largestScale<T extends Placeable>(fields: readonly Shared<T>[]): number {
  const order = [...fields]
  const fits = (scale: number) => {
    const tooFull = order.findIndex((field) => drawn(field, apart(field), scale) === null)
    // What was too full once is looked at first from then on.
    if (tooFull > 0) order.unshift(...order.splice(tooFull, 1))
    return tooFull < 0
  }
  return fits(smallestScale) ? scales.find(fits)! : smallestScale
}

const apart = <T extends Placeable>(field: Shared<T>): Group<T>[] =>
  field.technologies.map((technology) => [technology])

/** The groups of a field with their places; null where there is no room for them. */
function drawn<T extends Placeable>(field: Shared<T>, groups: Group<T>[], scale: number): Cluster<T>[] | null {
  // A hair of tolerance, since widths are made of the same sums as paddings.
  if (roomIn(field.ring, paddingAt(scale)) < leastRoom - 1e-6) return null
  const units = unitsOf(field, groups, scale)
  const points = pack(units, field, field.taken)
  if (!points) return null
  const { slice, ring } = field
  return groups.map((members, i) => {
    const { x, y } = points[i]!
    return { x, y, radius: units[i]!.radius, slice, band: ring.band, members }
  })
}

function unitsOf<T extends Placeable>(field: Shared<T>, groups: Group<T>[], scale: number): Unit[] {
  return groups.map((group) => {
    const first = group[0]!
    const radius = group.length > 1 ? clusterRadius : markRadius[changeOf(first.meanImpact)] * scale
    const years = group.map((technology) => technology.years.middle)
    return unitFor(first.id, years, radius, field.ring, paddingAt(scale))
  })
}

/** As many marks as there is room for; the others in clusters. More joined always takes less room, so the fewest are found by halving. */
function gathered<T extends Placeable>(field: Shared<T>): Cluster<T>[] {
  const steps = gatherings(field)
  let [low, high] = [0, steps.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (hasRoom(unitsOf(field, steps[middle]!, smallestScale), field, field.taken)) high = middle
    else low = middle + 1
  }
  return drawn(field, steps[low]!, smallestScale) ?? [lastResort(field, steps.at(-1)![0]!)]
}

function asMark<T extends Placeable>({ members, ...rest }: Cluster<T>): Mark<T> {
  const technology = members[0]!
  return { ...rest, technology, change: changeOf(technology.meanImpact) }
}
