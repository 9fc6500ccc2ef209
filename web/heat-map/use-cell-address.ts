import { useCallback } from 'react'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import type { Entry } from './entries.ts'

/** Where a technology's own page is, seen through a specialism (by column), or as the map is seen. */
export function useCellAddress({ columns }: HeatMap) {
  const { get } = useAddress()
  const [scan, lens] = [get('scan'), get('lens')]
  return useCallback(
    ({ row }: Entry, column: number | null) =>
      withQuery(pageLink(pages.technology, { technology: row.slug }), {
        scan,
        lens: column === null ? lens : `specialism:${columns[column]!.slug}`,
      }),
    [scan, lens, columns],
  )
}
