import type { Edition, FrozenTechnology } from '../contract/editions.ts'
import type { ListName, RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'

/** An edition whole, in the contract's words, all specialisms together: what papers, files and comparisons are made from. */
export interface EditionDocument {
  edition: Edition
  /** The list `ranked`, every row of it. */
  ranking: Ranking
  ranked: readonly RankedTechnology[]
  others: Record<Exclude<ListName, 'ranked'>, readonly UnrankedTechnology[]>
  /** Texts, evidence and signed reviews of every technology in any list, by name. */
  technologies: readonly FrozenTechnology[]
}
