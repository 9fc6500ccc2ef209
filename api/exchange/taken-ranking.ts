import type { Edition } from '../contract/editions.ts'
import type { TakenRange } from '../contract/exchange.ts'
import type { RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'

/** Rows of a spreadsheet, the first its headings. */
export type Table = (string | number | null)[][]

/** A ranking that leaves Offing: the rows of one list, with the edition that they are of. */
export interface TakenRanking {
  ranking: Ranking
  edition: Edition | null
  ranges: readonly TakenRange[] | null
  /** What was filtered, as labels and texts; empty where nothing was. */
  filters: readonly { label: string; text: string }[]
}

export const rankedIn = ({ items }: Pick<Ranking, 'items'>) =>
  items.filter((item): item is RankedTechnology => 'score' in item)
export const unrankedIn = ({ items }: Pick<Ranking, 'items'>) =>
  items.filter((item): item is UnrankedTechnology => !('score' in item))

/** Ranges by technology (id). */
export const rangesById = (ranges: readonly TakenRange[] | null) => new Map((ranges ?? []).map((one) => [one.id, one]))
