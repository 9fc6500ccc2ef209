import type { Band } from '../../api/contract/scans.ts'
import { type Placeable, countsOf } from './fields.ts'
import { pointAt } from './geometry.ts'
import { ringsOf } from './scale.ts'
import { type Category, type Slice, slicesOf } from './slices.ts'

/** Sizes of the names round the rim, in pixels. */
export const nameSize = { font: 12.5, line: 14, fromRim: 7 }
const mostLines = 3
/** A generous mean for bold letters, so that names fit in any of the fonts they may be shown in. */
const letterWidth = 0.6 * nameSize.font
/** On a narrower radar the slices carry letters, and a key stands below. */
const narrowest = 540
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
export function linesOf(slice: Slice, radius: number): string[] | null {
  const most = Math.floor((arcOf(slice) * (radius + nameSize.fromRim) - nameSize.font) / letterWidth)
  const lines: string[] = []
  for (const word of wordsOf(slice.name, most)) {
    if (word.length > most) return null
    const last = lines.at(-1)
    const gap = last?.endsWith('-') ? '' : ' '
    if (last !== undefined && last.length + gap.length + word.length <= most) lines[lines.length - 1] = last + gap + word
    else lines.push(word)
  }
  return lines
}

/** Words, those that are too long for a line parted after their hyphens. */
function wordsOf(name: string, most: number): string[] {
  return name.split(' ').flatMap((word) => (word.length > most ? word.split(/(?<=-)/) : [word]))
}

/** Text is set over at most a third of the turn, or its ends would hang sideways. */
const arcOf = (slice: Slice) => Math.min(slice.to - slice.from, (2 * Math.PI) / 3)

/** The path on which a line of a name is set, reading from left to right above and below the middle alike. */
export function pathOf(slice: Slice, radius: number, line: number, lines: number): string {
  const middle = (slice.from + slice.to) / 2
  const half = arcOf(slice) / 2
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
