import type { Band } from '../contract/scans.ts'
import { countsOf, type Placeable } from './fields.ts'
import { pointAt } from './geometry.ts'
import { ringsOf } from './scale.ts'
import { type Category, type Slice, slicesOf } from './slices.ts'
import { lettersAt, mostLines, nameSize, wrapEvenly } from './wrap.ts'

/** On a narrower radar the slices carry letters, and a key stands below. */
const narrowest = 670
/** Pixels from the rim to the edge where the slices carry letters. */
const letterMargin = 20

/** How the slices are named on a radar of this width (pixels): in words round the rim, or by letters with a key. */
export interface Naming {
  style: 'words' | 'letters'
  /** Pixels from the rim to the edge of the picture. */
  margin: number
}

export function namingFor(
  input: { technologies: readonly Placeable[]; categories: readonly Category[]; bands: readonly Band[] },
  width: number,
): Naming {
  const letters: Naming = { style: 'letters', margin: letterMargin }
  if (width < narrowest) return letters
  const radius = width / 2 - marginFor(mostLines)
  const slices = slicesOf(input.categories, countsOf(input.technologies), ringsOf(input.bands, radius))
  const lines = slices.map((slice) => linesOf(slice, radius)?.length ?? Number.POSITIVE_INFINITY)
  const most = Math.max(1, ...lines)
  return most > mostLines ? letters : { style: 'words', margin: marginFor(most) }
}

const marginFor = (lines: number) => Math.ceil(nameSize.fromRim + lines * nameSize.line + 2)

/** The name of a slice in lines that fit beside its rim, or null where a word is too long for it. */
export const linesOf = (slice: Slice, radius: number) => wrapEvenly(slice.name, lettersAt(arcOf(slice), radius))

/** Text is set over at most a third of the turn, or its ends would hang sideways. */
const arcOf = (slice: Slice) => Math.min(slice.to - slice.from, (2 * Math.PI) / 3)

/** Text that comes out wider than was reckoned is not cut off: the path goes on a little (radians). */
const overhang = 0.2

/** The path on which a line of a name is set, reading from left to right above and below the middle alike. */
export function pathOf(slice: Slice, radius: number, line: number, lines: number): string {
  const middle = (slice.from + slice.to) / 2
  const half = arcOf(slice) / 2 + overhang
  const isUpper = Math.cos(middle) >= 0
  const outward = isUpper ? lines - 1 - line : line + 0.72
  const distance = radius + nameSize.fromRim + outward * nameSize.line
  const [start, end] = isUpper ? [middle - half, middle + half] : [middle + half, middle - half]
  const [a, b] = [pointAt(distance, start), pointAt(distance, end)]
  return `M${short(a.x)} ${short(a.y)}A${short(distance)} ${short(distance)} 0 0 ${isUpper ? 1 : 0} ${short(b.x)} ${short(b.y)}`
}

const short = (pixels: number) => Math.round(pixels * 100) / 100

/** A, B, C … of a slice. */
export const letterOf = (slice: Slice) => String.fromCharCode(65 + (slice.index % 26))
