import type { Ring } from './scale.ts'
import { markRadius, marksApart, smallestScale } from './sizes.ts'

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
/** Wide enough for a name beside the rim, as a share of the turn. */
const leastShare = 1 / 26

/**
 * One slice for each category, in the order given, round the whole turn. The width of a slice means nothing; it grows with
 * the square root of what the slice holds, above a floor at which it can still hold a mark in the innermost ring. A
 * category that is not among those given, but holds something, gets a slice at the end.
 */
export function slicesOf(
  categories: readonly Category[],
  held: ReadonlyMap<string, number>,
  rings: readonly Ring[],
): Slice[] {
  const known = new Set(categories.map((category) => category.slug))
  const unknown = [...held.keys()].filter((slug) => !known.has(slug)).sort()
  const all = [...categories, ...unknown.map((slug) => ({ slug, name: slug }))]
  const weights = all.map((category) => Math.sqrt(1 + (held.get(category.slug) ?? 0)))
  const total = weights.reduce((a, b) => a + b, 0)
  const least = Math.min(leastAngle(rings), fullTurn / Math.max(1, all.length))
  let from = 0
  return all.map((category, index) => {
    const to =
      index === all.length - 1 ? fullTurn : from + least + ((fullTurn - least * all.length) * weights[index]!) / total
    const slice = { ...category, index, from, to, count: held.get(category.slug) ?? 0 }
    from = to
    return slice
  })
}

/** The angle at which the innermost ring can hold the largest mark at its smallest scale. */
function leastAngle(rings: readonly Ring[]): number {
  const mark = markRadius[2] * smallestScale + marksApart
  const room = (rings[0]?.outer ?? 0) - mark
  const angle = room > mark ? 2 * Math.asin(mark / room) : fullTurn
  return Math.max(angle * 1.05, leastShare * fullTurn)
}
