import { useStanding } from '../../shared/queries.ts'
import { useRankingFilters, viewOf } from '../../shared/ranking-address.ts'

/** A technology's standing, through the lens of the address. */
export function useStandingHere(technology: { slug: string }) {
  return useStanding(technology.slug, viewOf(useRankingFilters()))
}
