import type { HeatMapCell } from '../contract/heat-map.ts'

/** What a cell of the heat map says. Only `shown` has a figure; no other state is a zero. */
export type Cell =
  | { state: 'not-asked' }
  | { state: 'no-answer'; cannotJudge: number; invited: number }
  /** Too few answered to show anything; or the impact alone could be used to work out another's. */
  | { state: 'hidden'; invited: number }
  | { state: 'shown'; impact: number; answers: number; cannotJudge: number; invited: number }

export function cellFrom(cell: HeatMapCell | undefined): Cell {
  if (!cell) return { state: 'not-asked' }
  const [, impact, answers, cannotJudge, invited] = cell
  if (answers === null || cannotJudge === null) return { state: 'hidden', invited }
  if (impact !== null) return { state: 'shown', impact, answers, cannotJudge, invited }
  return { state: 'no-answer', cannotJudge, invited }
}

/** A row's cells by column, for rows that name only what was asked. */
export function cellsByColumn(cells: readonly HeatMapCell[], columns: number): Cell[] {
  const byColumn: Cell[] = Array.from({ length: columns }, () => ({ state: 'not-asked' }))
  for (const cell of cells) byColumn[cell[0]] = cellFrom(cell)
  return byColumn
}

/** The figure of a cell in a spreadsheet: a number, or words for what is none. */
export function impactFigure(cell: Cell): number | string {
  return cell.state === 'shown' ? cell.impact : stateWords[cell.state]
}

/** Who answered, as a spreadsheet says it: "4 of 5". */
export function answersFigure(cell: Cell): string {
  if (cell.state === 'shown') return `${cell.answers} of ${cell.invited}`
  if (cell.state === 'no-answer') return `0 of ${cell.invited}`
  return stateWords[cell.state]
}

export const stateWords = {
  'not-asked': 'not asked',
  'no-answer': 'no answer yet',
  hidden: 'not shown',
} as const
