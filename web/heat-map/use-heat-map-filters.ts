import { useMemo } from 'react'
import { type AddressChanges, useAddress } from '../shared/address.ts'

const filters = ['scan', 'lens', 'list', 'category', 'specialism', 'q'] as const

/** More than the largest scan foreseen; the first so many of the ranking's order. */
const mostRows = 2_000

/** The filters of the address, as the interface takes them. Order and figure are the page's own. */
export function useHeatMapFilters(): AddressChanges {
  const { parameters } = useAddress()
  return useMemo(() => {
    const given = filters.filter((name) => parameters.getAll(name).some(Boolean))
    const kept = given.map((name) => [name, parameters.getAll(name).filter(Boolean)])
    return { ...Object.fromEntries(kept), limit: parameters.get('first') || mostRows }
  }, [parameters])
}
