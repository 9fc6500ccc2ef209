import type { ListName } from '../contract/ranking.ts'
import type { Ranking } from '../ranking/rank.ts'

/** The result of an edition through one lens: where each technology stands. Ids throughout. */
export interface LensResult {
  /** As an address names it. */
  lens: string
  lists: Record<ListName, string[]>
  /** By place; `score` is 0 to 100, `year` the median year. */
  ranked: { id: string; place: number; score: number; year: number }[]
}

export function resultOf(lens: string, ranking: Ranking): LensResult {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  return {
    lens,
    lists: {
      ranked: ids(ranking.ranked),
      awaiting: ids(ranking.awaiting),
      'already-here': ids(ranking.alreadyHere),
      'not-affected': ids(ranking.notAffected),
    },
    ranked: ranking.ranked.map(({ id, place, score, years }) => ({ id, place, score, year: years.middle })),
  }
}
