import type { Certainty } from '../contract/certainty.ts'
import type { Edition } from '../contract/editions.ts'
import type { RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'

/** Rows of a spreadsheet, the first its headings. */
export type Table = (string | number | null)[][]

/** A ranking that leaves Offing: the rows of one list, with the edition that they are of. */
export interface TakenRanking {
  ranking: Ranking
  edition: Edition | null
  certainty: Certainty
  /** What was filtered, as labels and texts; empty where nothing was. */
  filters: readonly { label: string; text: string }[]
}

export const rankedIn = ({ items }: Pick<Ranking, 'items'>) =>
  items.filter((item): item is RankedTechnology => 'score' in item)
export const unrankedIn = ({ items }: Pick<Ranking, 'items'>) =>
  items.filter((item): item is UnrankedTechnology => !('score' in item))

/** Ranges by technology (id); none until they are ready. */
export const rangesById = ({ items }: Pick<Certainty, 'items'>) => new Map(items.map((one) => [one.id, one]))
