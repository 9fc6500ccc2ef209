import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { ConnectorList, Source, SourceList, SourceRunList } from '../../api/contract/sources.ts'
import { withQuery } from '../shared/address.ts'
import { getJson, getTagged } from '../shared/api-client.ts'
import { keys, useJson } from '../shared/queries.ts'

const whileReadingMs = 3_000

/** Whether something will soon be otherwise by itself. */
export const isOnItsWay = ({ state }: Pick<Source, 'state'>) => state === 'reading' || state === 'waiting'

export const useConnectors = () =>
  useJson<ConnectorList>([keys.sources, 'connectors'], link(paths.sourceConnectors, {}), { staleTime: 60_000 })

/** The list, read again every few seconds while a source is being read. */
export const useSources = (archived: boolean) =>
  useJson<SourceList>(
    [keys.sources, 'list', archived],
    withQuery(link(paths.sources, {}), archived ? { archived: 'true' } : {}),
    { again: (list) => (list?.items.some(isOnItsWay) ? whileReadingMs : false) },
  )

/** A source with the tag that a change must name, read again every few seconds while it is being read. */
export const useSource = (source: string) =>
  useQuery({
    queryKey: [keys.sources, 'one', source],
    queryFn: ({ signal }) => getTagged<Source>(link(paths.source, { source }), signal),
    refetchInterval: ({ state }) => (state.data && isOnItsWay(state.data.value) ? whileReadingMs : false),
  })

/** The newest runs; read anew when the last of them has changed, which `moved` says. */
export const useRuns = (source: string, moved: string, limit: number) =>
  useQuery({
    queryKey: [keys.sources, 'runs', source, limit, moved],
    queryFn: ({ signal }) =>
      getJson<SourceRunList>(withQuery(link(paths.sourceRuns, { source }), { limit: String(limit) }), signal),
    placeholderData: (before) => before,
  })

/** Says that sources have changed, and with them perhaps signals. */
export function useSourcesChanged() {
  const client = useQueryClient()
  return useCallback(
    () => Promise.all([keys.sources, keys.signals].map((key) => client.invalidateQueries({ queryKey: [key] }))),
    [client],
  )
}
