import { type SharedPair, sharedPairs } from '../../db/heat-map.ts'
import type { Database } from '../../db/open.ts'
import type { HeatMap, HeatMapCell, HeatMapRow } from '../contract/heat-map.ts'
import type { ListName } from '../contract/ranking.ts'
import { lensesOf } from '../ranking/lens-names.ts'
import type { Listed, Ranked } from '../ranking/rank.ts'
import { aboutOf, type FilteredQuery, type RankingReader, type ScanScope } from '../ranking/reader.ts'
import { shownOf, type View } from '../ranking/view.ts'

export interface HeatMapQuery extends FilteredQuery {
  list?: ListName | undefined
  limit: number
}

/** Technology by specialism, as the ranking of the same view has it: the same lists, places, and figures withheld. */
export async function readHeatMap(
  db: Database,
  rankings: RankingReader,
  query: HeatMapQuery,
  scope: ScanScope,
): Promise<HeatMap> {
  const { view, lists } = await rankings.viewed(query, scope)
  const { scan, round, demonstration, minimumShown, lens } = aboutOf(view)
  const columns = columnsOf(view)
  const invitedTo = await invitations(db, view, columns)
  const listed = Object.entries(lists).flatMap(([list, rows]) => rows.map((row) => ({ list: list as ListName, row })))
  const kept = listed.filter(({ list }) => query.list === undefined || list === query.list)
  return {
    scan,
    round,
    demonstration,
    minimumShown,
    lens,
    lenses: lensesOf(view.scan),
    categories: view.registry.categories.map(({ slug, name }) => ({ slug, name })),
    columns: columns.map(({ slug, name, grouping, invited }) => ({ slug, name, grouping, invited })),
    rows: kept.slice(0, query.limit).map(({ list, row }) => rowOf(view, list, row, columns, invitedTo)),
    total: kept.length,
  }
}

type Column = ReturnType<typeof columnsOf>[number]

/** The specialisms of the lens, by grouping, each with how many panel members answer for it. */
function columnsOf({ scan, lens }: View) {
  const inLens = scan.specialisms.filter(
    ({ id, grouping }) => lens.kind === 'all' || lens.id === (lens.kind === 'grouping' ? grouping.id : id),
  )
  const groupings = [...new Set(inLens.map(({ grouping }) => grouping.slug))]
  return inLens
    .map(({ id, slug, name, grouping }) => ({
      id,
      slug,
      name,
      grouping: grouping.slug,
      invited: scan.panel.filter(({ specialisms }) => specialisms.includes(id)).length,
    }))
    .sort((a, b) => groupings.indexOf(a.grouping) - groupings.indexOf(b.grouping) || (a.name < b.name ? -1 : 1))
}

/** How many were asked about a technology in a column: all who answer for it, unless the rounds shared its items out; an edition tells by its frozen panel. */
async function invitations(db: Database, { scan, edition }: View, columns: readonly Column[]) {
  const keyOf = ({ technology, specialism }: Pick<SharedPair, 'technology' | 'specialism'>) =>
    `${technology} ${specialism}`
  const pairs = edition ? [] : await sharedPairs(db, scan.head.id)
  const shared = new Map(pairs.map((pair) => [keyOf(pair), pair.people]))
  return (technology: string, column: number) =>
    shared.get(keyOf({ technology, specialism: columns[column]!.id })) ?? columns[column]!.invited
}

function rowOf(
  view: View,
  list: ListName,
  row: Listed | Ranked,
  columns: readonly Column[],
  invitedTo: (technology: string, column: number) => number,
): HeatMapRow {
  const { slug, category } = view.scan.held.candidate(row.number)
  const columnOf = new Map(columns.map(({ id }, column) => [id, column]))
  const cells = shownOf(view, row.number).flatMap((shown): HeatMapCell[] => {
    const column = columnOf.get(shown.specialism.id)
    if (column === undefined) return []
    const { answers, cannotJudge, meanImpact } = shown
    const heard = (answers ?? 0) + (cannotJudge ?? 0)
    // Who has left the panel since is no longer among the invited, but has answered.
    const invited = Math.max(invitedTo(row.id, column), heard)
    return [[column, meanImpact === null ? null : Math.round(meanImpact * 10) / 10, answers, cannotJudge, invited]]
  })
  const ranked = 'place' in row ? row : null
  return {
    slug,
    name: row.name,
    category,
    list,
    place: ranked?.place ?? null,
    affected: ranked?.found.affected ?? null,
    cells: cells.sort((a, b) => a[0] - b[0]),
  }
}
