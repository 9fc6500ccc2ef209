import { type AddressChanges, useAddress } from '../shared/address.ts'

/** The page's filters, by the names that they have in the address and in the interface. */
export const filterNames = ['actor', 'action', 'via', 'from', 'to', 'q', 'kind', 'object'] as const

/** What the address says, as the interface takes it. A day that is no day yet, while somebody types, is left out. */
export function useTrailFilters(): AddressChanges {
  const { get, all } = useAddress()
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(get(name)) ? get(name) : null)
  return {
    actor: get('actor'),
    action: all('action'),
    via: all('via'),
    from: day('from'),
    to: day('to'),
    q: get('q'),
    kind: get('kind'),
    object: get('object'),
  }
}
