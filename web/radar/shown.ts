import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'

/** A board looks at these first. */
export const firstShown = 25
/** More than this no radar can show; the table holds the rest. */
export const mostShown = 500

/** The rows that the radar and its list show: the first 25 of the ranking, or all up to 500. */
export function rowsShown(ranking: Ranking, all: boolean): RankedTechnology[] {
  const ranked = ranking.items.filter((item): item is RankedTechnology => 'place' in item)
  return ranked.slice(0, all ? mostShown : firstShown)
}
