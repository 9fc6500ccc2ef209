import type { HeatMap, HeatMapColumn } from '../../api/contract/heat-map.ts'
import type { Cell } from '../../api/heat-map/cell.ts'
import { count, listNames, ordinal } from '../shared/words.ts'
import type { Entry } from './entries.ts'

export type Figure = 'impact' | 'answers'

/** What stands in a cell: a whole number, since a mean of a few answers holds no decimal; or a word, or nothing. */
export function textIn(cell: Cell, figure: Figure): string {
  if (cell.state === 'not-asked') return ''
  if (cell.state === 'hidden') return 'hidden'
  if (figure === 'answers') return `${cell.state === 'shown' ? cell.answers : 0}/${cell.invited}`
  return cell.state === 'shown' ? String(Math.round(cell.impact)) : 'none'
}

/** How dark a cell is, 0 to 9; null where there is no figure. */
export function shadeOf(cell: Cell, figure: Figure): number | null {
  if (figure === 'impact') return cell.state === 'shown' ? Math.round(cell.impact) : null
  if (cell.state === 'no-answer') return 0
  return cell.state === 'shown' ? Math.round((9 * cell.answers) / cell.invited) : null
}

/** A cell in words, which stand alone: "Pacemaker for Cardiac science: 7 of 9, from 4 of 5 panel members." */
export function cellInWords(entry: Entry, column: HeatMapColumn, cell: Cell, map: HeatMap): string {
  return `${entry.row.name} for ${column.name}: ${saidOf(cell, map)}.`
}

function saidOf(cell: Cell, { minimumShown }: HeatMap): string {
  switch (cell.state) {
    case 'not-asked':
      return 'not asked'
    case 'hidden':
      return `hidden, because fewer than ${count(minimumShown, 'panel member')} answered, or one could be worked out. That is not a zero`
    case 'no-answer':
      return `asked of ${count(cell.invited, 'panel member')}, no answer yet${unable(cell.cannotJudge)}. That is not a zero`
    case 'shown':
      return `${Math.round(cell.impact)} of 9, from ${cell.answers} of ${count(cell.invited, 'panel member')}${unable(cell.cannotJudge)}`
  }
}

const unable = (cannotJudge: number) => (cannotJudge > 0 ? `; ${cannotJudge} can’t judge` : '')

/** Where a technology stands: "3rd in the ranking", or the list it is in. */
export function standingInWords({ row }: Entry): string {
  return row.place === null ? listNames[row.list] : `${ordinal(row.place)} in the ranking`
}
