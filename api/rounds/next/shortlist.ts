/** Ids of the ranked technologies in their groups, the first group first. */
export type Groups = readonly (readonly string[])[]

/** How long a shortlist is before anybody has said so. */
export const defaultGroups = 2
export const defaultPlaces = 25

/** Ids of the first so many groups, or, where there are too few answers to tell groups, of the first so many places. */
export function shortlistOf(
  ranked: readonly { id: string; place: number }[],
  groups: Groups | null,
  length: { groups?: number; places?: number },
): string[] {
  if (groups) return groups.slice(0, length.groups ?? defaultGroups).flat()
  const last = length.places ?? defaultPlaces
  // Whoever shares the last place comes too.
  return ranked.filter(({ place }) => place <= last).map(({ id }) => id)
}
