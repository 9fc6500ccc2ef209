import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { count, listed, ordinal } from '../shared/words.ts'

/** A row with the place that the method gives it; null where it has none by the method's weights. */
export interface MovedRow {
  id: string
  row: RankedTechnology
  was: number | null
}

export type Move = { place: number; was: number | null }

export function movedRows(ranking: Ranking, byMethod: Ranking): MovedRow[] {
  const places = new Map((byMethod.items as RankedTechnology[]).map(({ id, place }) => [id, place]))
  return (ranking.items as RankedTechnology[]).map((row) => ({ id: row.id, row, was: places.get(row.id) ?? null }))
}

export const moveOf = ({ row, was }: MovedRow): Move => ({ place: row.place, was })

/** How many places up from where the method has it; down is below nothing. Not ranked by the method is nothing. */
export const upBy = ({ was, place }: Move) => (was === null ? 0 : was - place)

/** "was 5th, up 2", "was 5th, as now", "not ranked by the method". */
export function moveLabel(move: Move): string {
  if (move.was === null) return 'not ranked by the method'
  const up = upBy(move)
  if (up === 0) return `${ordinal(move.was)} too`
  return `was ${ordinal(move.was)}, ${up > 0 ? 'up' : 'down'} ${Math.abs(up)}`
}

/** What the weights did, in two sentences, for those who hear the page. */
export function movesInWords(rows: readonly MovedRow[], firstTen = 10): string {
  const moving = rows.filter((one) => upBy(moveOf(one)) !== 0)
  if (moving.length === 0) return 'No technology moves.'
  const entering = rows.filter(({ row, was }) => row.place <= firstTen && (was === null || was > firstTen))
  const into = entering.length > 0 ? ` Into the first ten: ${listed(entering.map(({ row }) => row.name))}.` : ''
  return `${count(moving.length, 'technology moves', 'technologies move')}.${into}`
}
