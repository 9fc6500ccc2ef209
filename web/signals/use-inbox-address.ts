import { useMemo } from 'react'
import { useAddress } from '../shared/address.ts'

export const filters = ['q', 'state', 'origin', 'source', 'owner', 'scan', 'technology', 'sort', 'cursor', 'signal']
export const pageSize = 50

/** The inbox as its address says: which signals are listed, and which one is shown. Without a state, what is unread; of one technology, all. */
export function useInboxAddress() {
  const { get, all, change, linkWith, has } = useAddress()
  const state = get('state') || (has('technology') ? 'all' : 'unread')
  const sort = state === 'unread' ? get('sort') : ''
  const query = useMemo(
    () => ({
      q: get('q'),
      state: state === 'all' ? null : state,
      ...{ origin: all('origin'), source: all('source'), owner: all('owner') },
      ...{ scan: get('scan'), technology: get('technology'), sort, cursor: get('cursor') },
      limit: pageSize,
    }),
    [get, all, state, sort],
  )
  const isFiltered = ['q', 'origin', 'source', 'owner', 'scan', 'technology'].some(has)
  return { query, state, sort, isFiltered, shown: get('signal'), change, linkWith, get, all, has }
}
