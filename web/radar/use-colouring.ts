import { useMemo } from 'react'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { groupingLooks, mostChanged } from '../../api/radar/grouping.ts'
import { type Moved, movementLooks } from '../../api/radar/movement.ts'
import type { Look } from '../../api/radar/shapes.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'
import { mostShown } from './shown.ts'

export type Colour = 'change' | 'grouping' | 'movement'

/** By what marks are coloured and shaped: which ways there are, the one in use, and what it makes of each technology. */
export interface Colouring {
  offered: readonly Colour[]
  colour: Colour
  looks: readonly Look[]
  lookOf: (id: string) => Look | undefined
  /** What became of each technology, where marks are coloured by that. */
  moved: ReadonlyMap<string, Moved> | null
}

const none = () => undefined

/** Round and blue, as wherever there is nothing to choose. */
export const plain: Colouring = { offered: ['change'], colour: 'change', looks: [], lookOf: none, moved: null }

/**
 * The way stands in the address as `colour`. By grouping only where all are looked at; by movement only where it is
 * known what each technology is compared with.
 */
export function useColouring(
  ranking: Ranking,
  rows: readonly RankedTechnology[],
  moved: ReadonlyMap<string, Moved> | undefined,
): Colouring {
  const offered = useMemo(() => offeredIn(ranking, moved), [ranking, moved])
  const asked = useAddress().get('colour') as Colour
  const colour = offered.includes(asked) ? asked : 'change'
  const heatMap = useHeatMapIf(colour === 'grouping', ranking)
  return useMemo(() => {
    if (colour === 'movement' && moved) return byMovement(offered, moved)
    if (colour === 'grouping') return byGrouping(offered, ranking, rows, heatMap)
    return { ...plain, offered, colour }
  }, [offered, colour, ranking, rows, heatMap, moved])
}

function offeredIn({ lens, lenses }: Ranking, moved: ReadonlyMap<string, Moved> | undefined): Colour[] {
  const hasGroupings = lens.kind === 'all' && lenses.groupings.length > 1
  return ['change', ...(hasGroupings ? (['grouping'] as const) : []), ...(moved ? (['movement'] as const) : [])]
}

/** The figures that may be shown of each specialism, asked for only when they are wanted. */
function useHeatMapIf(enabled: boolean, { scan, edition }: Ranking): HeatMap | undefined {
  const of = edition ? { edition: edition.id } : { scan: scan.slug }
  const query = { ...of, list: 'ranked', limit: mostShown }
  return useJson<HeatMap>([keys.heatMap, query], withQuery(link(paths.heatMap, {}), query), { enabled }).data
}

function byMovement(offered: readonly Colour[], moved: ReadonlyMap<string, Moved>): Colouring {
  const looks = new Map(movementLooks.map((look) => [look.key, look]))
  const lookOf = (id: string) => looks.get(moved.get(id)?.movement ?? 'new')
  return { offered, colour: 'movement', looks: movementLooks, lookOf, moved }
}

function byGrouping(
  offered: readonly Colour[],
  { lenses }: Ranking,
  rows: readonly RankedTechnology[],
  heatMap: HeatMap | undefined,
): Colouring {
  const looks = groupingLooks(lenses.groupings)
  const byKey = new Map(looks.map((look) => [look.key, look]))
  const cells = new Map(heatMap?.rows.map((row) => [row.slug, row.cells]))
  const found = new Map(
    rows.map(({ id, slug }) => [id, byKey.get(mostChanged(cells.get(slug) ?? [], heatMap?.columns ?? []) ?? '')]),
  )
  return {
    offered,
    colour: 'grouping',
    looks: heatMap ? looks : [],
    lookOf: heatMap ? (id) => found.get(id) : none,
    moved: null,
  }
}
