import { useMemo } from 'react'
import type { AddressChanges } from './address.ts'
import { useAddress } from './address.ts'

/** What may stand in the address of a page that shows a ranking, under the same names as in the interface. */
export const rankingFilters = ['edition', 'scan', 'lens', 'category', 'band', 'specialism', 'q'] as const

/** The filters of the address, for `useRanking` and for links that keep them. */
export function useRankingFilters(): AddressChanges {
  const { parameters } = useAddress()
  return useMemo(() => {
    const given = rankingFilters.filter((name) => parameters.getAll(name).some(Boolean))
    return Object.fromEntries(given.map((name) => [name, parameters.getAll(name).filter(Boolean)]))
  }, [parameters])
}

/** The part of the filters that says of what and through whose eyes: a technology's own page takes these along. */
export function viewOf(filters: AddressChanges): AddressChanges {
  return { edition: filters.edition, scan: filters.scan, lens: filters.lens }
}
