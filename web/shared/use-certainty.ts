import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Certainty, PlaceRange } from '../../api/contract/certainty.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { withQuery } from './address.ts'
import { getJson } from './api-client.ts'
import { keys } from './queries.ts'
import { useRankingFilters, viewOf } from './ranking-address.ts'

/** How often to ask while it is being worked out, in milliseconds. */
const askAgain = 2_000

/** How sure places are: the state, and each technology's range by its id; empty until it is ready. */
export interface Sureness {
  certainty: Certainty | undefined
  ranges: ReadonlyMap<string, PlaceRange>
}

/** For the edition, scan and lens of the address. Asks again by itself until all of it is worked out. */
export function useCertainty(): Sureness {
  const view = viewOf(useRankingFilters())
  const { data } = useQuery({
    queryKey: [keys.certainty, view],
    queryFn: ({ signal }) => getJson<Certainty>(withQuery(link(paths.certainty, {}), view), signal),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? askAgain : false),
    retry: false,
  })
  return useMemo(() => ({ certainty: data, ranges: new Map(data?.items.map((range) => [range.id, range])) }), [data])
}
