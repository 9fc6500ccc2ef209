import { listed } from '../ranking/words.ts'

/** One slice of a radar in a form that holds only so many; `members` are the categories (slugs) that it joins. */
export interface FoldedSlice {
  name: string
  members: string[]
}

interface Counted {
  slug: string
  name: string
  /** Ranked technologies in it. */
  technologies: number
}

/**
 * Categories joined so that a form with `most` slices holds them. Those without a technology are left out; the rest stay in their
 * order, and neighbours are joined where the largest slice then holds the fewest technologies; of several such ways the
 * one whose first slices hold the fewest categories.
 */
export function foldInto(most: number, categories: readonly Counted[]): FoldedSlice[] {
  const used = categories.filter(({ technologies }) => technologies > 0)
  const largest = leastLargest(most, used)
  const slices: Counted[][] = []
  let left = used
  while (left.length > 0) {
    const rest = most - slices.length - 1
    const size = left.findIndex(
      (_, i) => fits(left.slice(0, i + 1), largest) && canHold(left.slice(i + 1), rest, largest),
    )
    slices.push(left.slice(0, size + 1))
    left = left.slice(size + 1)
  }
  return slices.map((members) => ({
    name: members.map(({ name }) => name).join(' / '),
    members: members.map(({ slug }) => slug),
  }))
}

/** What was joined, in a sentence; null where nothing had to be. */
export function foldingNotice(most: number, categories: readonly Counted[]): string | null {
  const used = categories.filter(({ technologies }) => technologies > 0).length
  if (used <= most) return null
  const slices = foldInto(most, categories).map(({ name }) => `“${name}”`)
  return `This form holds ${most} slices, and the radar has ${used}. Neighbouring categories are joined: ${listed(slices)}.`
}

/** How many technologies each category holds, in the order of the categories. */
export function countedCategories(
  categories: readonly { slug: string; name: string }[],
  ranked: readonly { category: string }[],
): Counted[] {
  return categories.map(({ slug, name }) => ({
    slug,
    name,
    technologies: ranked.filter(({ category }) => category === slug).length,
  }))
}

const sizeOf = (members: readonly Counted[]) => members.reduce((sum, { technologies }) => sum + technologies, 0)
const fits = (members: readonly Counted[], largest: number) => sizeOf(members) <= largest

/** The fewest technologies that the largest of so many slices can hold. */
function leastLargest(most: number, used: readonly Counted[]): number {
  const sizes = used.flatMap((_, from) => used.slice(from).map((_, i) => sizeOf(used.slice(from, from + i + 1))))
  return Math.min(...sizes.filter((largest) => canHold(used, most, largest)))
}

/** Whether so many slices of at most this size hold these categories. */
function canHold(categories: readonly Counted[], slices: number, largest: number): boolean {
  let [held, size] = [0, Number.POSITIVE_INFINITY]
  for (const { technologies } of categories) {
    if (size + technologies > largest) [held, size] = [held + 1, 0]
    size += technologies
    if (size > largest) return false
  }
  return held <= slices
}
