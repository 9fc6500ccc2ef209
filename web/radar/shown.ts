import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { foremost } from '../../api/radar/order.ts'
import { isIn, type Zoom } from './zoom.ts'

/** A board looks at these first. */
export const firstShown = foremost
/** More than this no radar can show; the table holds the rest. */
export const mostShown = 500

/** The rows that the radar and its list show: the first 25 of the ranking, or all up to 500; all of a slice or ring that is enlarged. */
export function rowsShown(ranking: Ranking, all: boolean, zoom: Zoom | null): RankedTechnology[] {
  const ranked = ranking.items.filter((item): item is RankedTechnology => 'place' in item)
  if (zoom) return ranked.filter((row) => isIn(zoom, row))
  return ranked.slice(0, all ? mostShown : firstShown)
}
