import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { useRanking } from '../shared/queries.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { type LineLook, lineLooks, mostCompared } from './lines.ts'

/** One technology of the comparison, in the order chosen; `row` is null where it is not ranked. */
export interface Compared {
  slug: string
  look: LineLook
  row: RankedTechnology | null
}

/** What the address asks to compare, and how to change it. */
export function useChosen() {
  const { all, change } = useAddress()
  const chosen = [...new Set(all('technology').filter(Boolean))].slice(0, mostCompared)
  return {
    chosen,
    isFull: chosen.length >= mostCompared,
    add: (slug: string) => change({ technology: [...chosen, slug] }),
    remove: (slug: string) => change({ technology: chosen.filter((one) => one !== slug) }),
  }
}

/** The ranking, of the chosen technologies only; without any, of the first few, to begin with. */
export function useComparison(chosen: readonly string[]) {
  const view = viewOf(useRankingFilters())
  return useRanking(chosen.length > 0 ? { ...view, technology: chosen } : { ...view, limit: 3 })
}

export function comparedIn(ranking: Ranking, chosen: readonly string[]): Compared[] {
  const rows = ranking.items as RankedTechnology[]
  return chosen.map((slug, i) => ({
    slug,
    look: lineLooks[i]!,
    row: rows.find((row) => row.slug === slug || row.id === slug) ?? null,
  }))
}
