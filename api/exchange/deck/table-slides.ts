import { ordinal } from '../../ranking/words.ts'
import { groupsOf, rangeLabel, type TakenEdition, yearsLabel } from '../taken-edition.ts'
import { linesOf, paginate } from './measure.ts'
import { body, type Slide } from './slide.ts'

/** Rows that a board looks at on slides; the rest is in the workbook. */
const mostRows = 50
const size = 13
const widths = [0.9, 0.9, 1.9, 5.2, 2.03, 1.2]
const head = ['Group', 'Place', 'Could be', 'Technology', 'Expected', 'Score']

/** The ranked list in its groups with ranges, every name in full. */
export function tableSlides(taken: TakenEdition): Slide[] {
  const all = groupsOf(taken).flatMap(({ number, rows }) =>
    rows.map(({ row, range }) => [
      number === null ? '' : String(number),
      ordinal(row.place),
      rangeLabel(range),
      row.name,
      yearsLabel(row),
      String(Math.round(row.score)),
    ]),
  )
  const shown = all.slice(0, mostRows)
  const pages = paginate(shown, heightOfRow, body.h - 0.85)
  const total = all.length > mostRows ? `first ${mostRows} of ${all.length}` : `all ${all.length}`
  return pages.map((rows, i) => ({
    title: `The list in groups: ${total} (${i + 1} of ${pages.length})`,
    items: [
      { kind: 'table', box: body, head, rows, widths, size },
      {
        kind: 'text',
        box: { ...body, y: 6.3, h: 0.4 },
        text: 'Could be: the place with different panel members, nine chances in ten. Within a group the order says little.',
        size: 11,
      },
    ],
  }))
}

function heightOfRow(row: readonly string[]): number {
  const lines = Math.max(...row.map((cell, column) => linesOf(cell, widths[column]! - 0.25, size)))
  return (lines * size * 1.2) / 72 + 0.12
}
