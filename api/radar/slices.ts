import { distanceOf, mostGive, type Ring } from './scale.ts'
import { marksApart, radiusOf, smallestScale } from './sizes.ts'
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
/** Names may ask for this share of the turn. */
const mostNeeded = 0.8

/**
 * One slice for each category, in the order given, round the whole turn. The width of a slice means nothing. It follows from
 * the categories and their names alone: were it to follow from what a slice holds, one technology more would move all the
 * others. A category that is not among those given, but holds something, gets a slice at the end.
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
  const spare = (fullTurn - sum(needed)) / all.length
  let from = 0
  return all.map((category, index) => {
    const to = index === all.length - 1 ? fullTurn : from + needed[index]! + spare
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

/** The angle at which the first year can hold the largest mark at its smallest scale. */
function angleForMark(rings: readonly Ring[]): number {
  const [first] = rings
  if (!first) return fullTurn
  const mark = radiusOf(2, smallestScale) + marksApart
  const away = distanceOf(first, first.from + mostGive, mark)
  return away > mark ? 2.02 * Math.asin(mark / away) : fullTurn
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
