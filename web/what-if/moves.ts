import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { count, listed, ordinal } from '../shared/words.ts'

/** A row with the place that the method gives it; null where it has none by the method's weights. */
export interface MovedRow extends RankedTechnology {
  was: number | null
}

export function movedRows(ranking: Ranking, byMethod: Ranking): MovedRow[] {
  const places = new Map((byMethod.items as RankedTechnology[]).map(({ id, place }) => [id, place]))
  return (ranking.items as RankedTechnology[]).map((row) => ({ ...row, was: places.get(row.id) ?? null }))
}

/** How many places up from where the method has it; down is below nothing. Not ranked by the method is nothing. */
export const upBy = ({ was, place }: Pick<MovedRow, 'was' | 'place'>) => (was === null ? 0 : was - place)

/** "was 5th, up 2", "was 5th, as now", "not ranked by the method". */
export function moveLabel(row: Pick<MovedRow, 'was' | 'place'>): string {
  if (row.was === null) return 'not ranked by the method'
  const up = upBy(row)
  if (up === 0) return `${ordinal(row.was)} too`
  return `was ${ordinal(row.was)}, ${up > 0 ? 'up' : 'down'} ${Math.abs(up)}`
}

/** What the weights did, in two sentences, for those who hear the page. */
export function movesInWords(rows: readonly MovedRow[], firstTen = 10): string {
  const moving = rows.filter((row) => upBy(row) !== 0)
  if (moving.length === 0) return 'No technology moves.'
  const entering = rows.filter(({ place, was }) => place <= firstTen && (was === null || was > firstTen))
  const into = entering.length > 0 ? ` Into the first ten: ${listed(entering.map(({ name }) => name))}.` : ''
  return `${count(moving.length, 'technology moves', 'technologies move')}.${into}`
}
