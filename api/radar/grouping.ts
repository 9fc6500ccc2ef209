import type { HeatMapCell, HeatMapColumn } from '../contract/heat-map.ts'
import type { Look, Shape } from './shapes.ts'

/**
 * The grouping of specialisms that a technology changes most: by the mean of the impacts of its specialisms, of those that may be
 * shown and no others, so that it tells nothing that they do not. Null where none is shown, or where two are level to a tenth.
 */
export function mostChanged(cells: readonly HeatMapCell[], columns: readonly HeatMapColumn[]): string | null {
  const impacts = new Map<string, number[]>()
  for (const [column, impact] of cells) {
    const grouping = columns[column]?.grouping
    if (impact === null || grouping === undefined) continue
    impacts.set(grouping, [...(impacts.get(grouping) ?? []), impact])
  }
  const tenths = [...impacts].map(([grouping, all]) => [grouping, Math.round((10 * sum(all)) / all.length)] as const)
  const most = Math.max(...tenths.map(([, mean]) => mean))
  const first = tenths.filter(([, mean]) => mean === most)
  return first.length === 1 ? first[0]![0] : null
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const shapes: readonly Shape[] = ['square', 'hexagon', 'diamond', 'up', 'down', 'star']

/** A look for each grouping, in the order in which they are given, and one for what has none. */
export function groupingLooks(groupings: readonly { slug: string; name: string }[]): Look[] {
  const looks = groupings.map(({ slug, name }, n) => ({
    key: slug,
    name,
    hue: n % 7,
    shape: shapes[n % shapes.length]!,
  }))
  return [...looks, { key: '', name: 'None can be told', hue: 7, shape: 'circle' }]
}
