import { ordinal } from '../../ranking/words.ts'
import { sureness } from '../about.ts'
import { groupsOf, rangeLabel, type TakenEdition, yearsLabel } from '../taken-edition.ts'
import { linesOf, paginate } from './measure.ts'
import { body, type Slide } from './slide.ts'

/** Rows that a board looks at on slides; the rest is in the workbook. */
const mostRows = 50
const size = 14
const columns = { Group: 0.9, Place: 0.9, 'Could be': 1.9, Technology: 5.2, Expected: 2.23, Score: 1 } as const
type Column = keyof typeof columns

/** The ranked list in its groups with ranges, every name in full. */
export function tableSlides(taken: TakenEdition): Slide[] {
  const all = groupsOf(taken).flatMap(({ number, rows }) =>
    rows.map(
      ({ row, range }): Record<Column, string> => ({
        Group: number === null ? '' : String(number),
        Place: ordinal(row.place),
        'Could be': rangeLabel(range),
        Technology: row.name,
        Expected: yearsLabel(row),
        Score: String(Math.round(row.score)),
      }),
    ),
  )
  const names = (Object.keys(columns) as Column[]).filter((name) => all.some((row) => row[name] !== ''))
  const widths = widened(names)
  const rows = all.slice(0, mostRows).map((row) => names.map((name) => row[name]))
  const pages = paginate(rows, (row) => heightOfRow(row, widths), body.h - 0.85)
  const total = all.length > mostRows ? `first ${mostRows} of ${all.length}` : `all ${all.length}`
  return pages.map((page, i) => ({
    title: `The list in groups: ${total} (${i + 1} of ${pages.length})`,
    items: [
      { kind: 'table', box: body, head: names, rows: page, widths, size },
      { kind: 'text', box: { ...body, y: 6.35, h: 0.4 }, text: sureness(taken.certainty), size: 11 },
    ],
  }))
}

/** What columns without anything in them leave goes to the names. */
function widened(names: readonly Column[]): number[] {
  const left = body.w - names.reduce((sum, name) => sum + columns[name], 0)
  return names.map((name) => columns[name] + (name === 'Technology' ? left : 0))
}

function heightOfRow(row: readonly string[], widths: readonly number[]): number {
  const lines = Math.max(...row.map((cell, column) => linesOf(cell, widths[column]! - 0.2, size)))
  return (lines * size * 1.2) / 72 + 0.09
}
