/** From this chance up, one technology is said to stand above another (design 3.3). */
export const clearChance = 0.9

/**
 * Cuts a ranking into groups: a new one starts at the first technology that the group's first stands above with chance 0.9
 * or more. Within a group the order is that of the scores, and says no more. `chanceAbove` takes places in the list. Pauses
 * at each of them.
 */
export function* cutIntoGroups<T>(
  ranked: readonly T[],
  chanceAbove: (a: number, b: number) => number,
): Generator<void, T[][]> {
  const groups: T[][] = []
  let first = 0
  for (const [place, one] of ranked.entries()) {
    if (place === 0 || chanceAbove(first, place) >= clearChance) {
      groups.push([])
      first = place
    }
    groups.at(-1)!.push(one)
    yield
  }
  return groups
}
