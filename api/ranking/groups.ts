/** From this chance up, one technology is said to stand above another (design 3.3). */
export const clearChance = 0.9

/** How many technologies are compared with a group's first at a time. */
const stretch = 32

/**
 * Cuts a ranking of so many into groups: a new one starts at the first technology that the group's first stands above with chance
 * 0.9 or more. Within a group the order is that of the scores, and says no more. `chancesAbove` says how likely the one at `row`
 * stands above each of those from `from` to `to` in the list. Returns how many each group holds.
 */
export async function cutIntoGroups(
  ranked: number,
  chancesAbove: (row: number, from: number, to: number) => Promise<readonly number[]>,
): Promise<number[]> {
  const sizes: number[] = []
  for (let first = 0; first < ranked; ) {
    const next = await firstBelow(first, ranked, chancesAbove)
    sizes.push(next - first)
    first = next
  }
  return sizes
}

async function firstBelow(first: number, ranked: number, chancesAbove: Parameters<typeof cutIntoGroups>[1]) {
  for (let from = first + 1; from < ranked; from += stretch) {
    const chances = await chancesAbove(first, from, Math.min(ranked, from + stretch))
    const found = chances.findIndex((chance) => chance >= clearChance)
    if (found >= 0) return from + found
  }
  return ranked
}
