import type { HeatMap } from '../contract/heat-map.ts'
import { listNames } from '../ranking/words.ts'
import { answersFigure, type Cell, cellsByColumn, impactFigure } from './cell.ts'

/** Rows of a spreadsheet, the first its headings. */
export type Table = (string | number | null)[][]

export const impactTable = (map: HeatMap): Table => tableOf(map, impactFigure)
export const answersTable = (map: HeatMap): Table => tableOf(map, answersFigure)

const headings = ['Place', 'List', 'Technology', 'Category', 'Specialisms it changes']

function tableOf(map: HeatMap, figureOf: (cell: Cell) => number | string): Table {
  const categories = new Map(map.categories.map(({ slug, name }) => [slug, name]))
  const rows = map.rows.map(({ place, list, name, category, affected, cells }) => [
    place,
    listNames[list],
    name,
    categories.get(category) ?? category,
    affected,
    ...cellsByColumn(cells, map.columns.length).map(figureOf),
  ])
  return [[...headings, ...map.columns.map(({ name }) => name)], ...rows]
}

/** What the figures are, for whoever gets the file without the page. */
export function aboutTable({ scan, round, lens, minimumShown, demonstration, rows, total }: HeatMap): Table {
  return [
    ['What this is', 'How much each technology would change each specialism’s services'],
    ['Scan', `${scan.name} (${scan.startYear} to ${scan.endYear})`],
    ['Answers', round ? `of the rounds closed by ${round.closedAt?.slice(0, 10)}` : 'none yet: no round has closed'],
    ['Shown for', lens.name],
    ['Technologies', `${rows.length} of ${total}`],
    ['Mean impact', `0 to 9 by ${scan.endYear}, “no change” counted as 0`],
    ['not asked', 'This specialism was not asked about this technology.'],
    ['no answer yet', 'It was asked, and nobody has answered. This is not a zero.'],
    ['not shown', `Fewer than ${minimumShown} panel members answered, or one could be worked out. This is not a zero.`],
    ...(demonstration ? [['Demonstration', 'People and answers are made up.']] : []),
  ]
}
