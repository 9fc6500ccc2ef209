import type { Ring } from './scale.ts'
import { markRadius, marksApart, smallestScale } from './sizes.ts'
import { angleForName } from './wrap.ts'

export interface Category {
  slug: string
  name: string
}

/** A category's slice; angles in radians, clockwise from twelve o'clock. */
export interface Slice extends Category {
  index: number
  from: number
  to: number
  /** How many technologies it holds. */
  count: number
}

const fullTurn = 2 * Math.PI
/** The widths that slices need may take up this share of the turn; the rest goes by what they hold. */
const mostNeeded = 0.8

/**
 * One slice for each category, in the order given, round the whole turn. The width of a slice means nothing: it holds the
 * category's name and a mark in the innermost ring, and grows with how much there is in it. A category that
 * is not among those given, but holds something, gets a slice at the end.
 */
export function slicesOf(
  categories: readonly Category[],
  held: ReadonlyMap<string, number>,
  rings: readonly Ring[],
): Slice[] {
  const known = new Set(categories.map((category) => category.slug))
  const unknown = [...held.keys()].filter((slug) => !known.has(slug)).sort()
  const all = [...categories, ...unknown.map((slug) => ({ slug, name: slug }))]
  const needed = neededAngles(all, rings)
  const weights = all.map((category) => 1 + (held.get(category.slug) ?? 0))
  const spare = (fullTurn - sum(needed)) / sum(weights)
  let from = 0
  return all.map((category, index) => {
    const to = index === all.length - 1 ? fullTurn : from + needed[index]! + spare * weights[index]!
    const slice = { ...category, index, from, to, count: held.get(category.slug) ?? 0 }
    from = to
    return slice
  })
}

/** What each slice needs, in radians: for its name where that leaves room to spare, and for a mark in any case. */
function neededAngles(categories: readonly Category[], rings: readonly Ring[]): number[] {
  const forMark = Math.min(angleForMark(rings), fullTurn / categories.length)
  const radius = rings.at(-1)?.outer ?? 0
  const forNames = categories.map(({ name }) => Math.max(forMark, angleForName(name, radius)))
  return sum(forNames) <= mostNeeded * fullTurn ? forNames : categories.map(() => forMark)
}

/** The angle at which the innermost ring can hold the largest mark at its smallest scale. */
function angleForMark(rings: readonly Ring[]): number {
  const mark = markRadius[2] * smallestScale + marksApart
  const room = (rings[0]?.outer ?? 0) - mark
  return room > mark ? 2.1 * Math.asin(mark / room) : fullTurn
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
