import { useMemo, useState } from 'react'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import type { CellWorld } from './RankingContext.ts'

export function useCellWorldOf(ranking: Ranking, rankedInAll = 0): CellWorld {
  const filters = useRankingFilters()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  return useMemo(
    () => ({
      ranking,
      shared: sharedPlaces(ranking.items as RankedTechnology[]),
      open,
      toggle: (id: string) => setOpen((now) => toggled(now, id)),
      view: viewOf(filters),
      rankedInAll,
    }),
    [ranking, open, filters, rankedInAll],
  )
}

/** Places held by more than one of the rows that are shown. */
export function sharedPlaces(rows: readonly { place?: number }[]): Set<number> {
  const once = new Set<number>()
  const shared = new Set<number>()
  for (const { place } of rows) {
    if (place === undefined) continue
    if (once.has(place)) shared.add(place)
    once.add(place)
  }
  return shared
}

function toggled(set: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
