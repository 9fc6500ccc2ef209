import { keepPreviousData, QueryCache, QueryClient, useQuery } from '@tanstack/react-query'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { MethodVersion } from '../../api/contract/method.ts'
import type { Panel } from '../../api/contract/panel.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { RoundProgress } from '../../api/contract/progress.ts'
import type { Ranking, Standing } from '../../api/contract/ranking.ts'
import type { QueueList } from '../../api/contract/ratings.ts'
import type { Readings } from '../../api/contract/readings.ts'
import type { Scan, ScanSummary } from '../../api/contract/scans.ts'
import type { About, Session } from '../../api/contract/session.ts'
import type { Statement } from '../../api/contract/statement.ts'
import type { Category, Specialism, Technology, TechnologyList } from '../../api/contract/technologies.ts'
import type { Fragility, Why } from '../../api/contract/why.ts'
import { type AddressChanges, withQuery } from './address.ts'
import { getJson, getTagged, RequestProblem } from './api-client.ts'

interface List<T> {
  items: T[]
  total: number
}

/** The first part of every query's key, so that a page can say what it has made out of date. */
export const keys = {
  about: 'about',
  session: 'session',
  ranking: 'ranking',
  certainty: 'certainty',
  readings: 'readings',
  standing: 'standing',
  heatMap: 'heat-map',
  roundProgress: 'round-progress',
  technologies: 'technologies',
  technology: 'technology',
  scans: 'scans',
  scan: 'scan',
  method: 'method',
  statement: 'statement',
  panel: 'panel',
  candidates: 'candidates',
  messages: 'messages',
  myAnswers: 'my-answers',
  panelView: 'panel-view',
  signals: 'signals',
  sources: 'sources',
  imports: 'imports',
  outcomes: 'outcomes',
  editions: 'editions',
  funnel: 'funnel',
  coverage: 'coverage',
  outsideLists: 'outside-lists',
} as const

/** A client that forgets the session as soon as any answer says that nobody is signed in. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isStatus(error, 401)) client.setQueryData([keys.session], null)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => !(error instanceof RequestProblem) && count < 2,
      },
    },
  })
  return client
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof RequestProblem && error.status === status
}

export const useAbout = () =>
  useJson<About>([keys.about], link(paths.about, {}), { staleTime: Number.POSITIVE_INFINITY })

/** The session, or null where nobody is signed in. Pages take `useAccount` from shared/account.ts. */
export const useSession = () =>
  useQuery({
    queryKey: [keys.session],
    queryFn: async ({ signal }) => {
      try {
        return await getJson<Session>(link(paths.session, {}), signal)
      } catch (error) {
        if (isStatus(error, 401)) return null
        throw error
      }
    },
    staleTime: 5 * 60_000,
  })

/** The ranking, with the parameters of the address as they are: `scan`, `lens`, `list`, filters. */
export const useRanking = (query: AddressChanges = {}) =>
  useJson<Ranking>([keys.ranking, query], withQuery(link(paths.ranking, {}), query), { keep: true })

/** What a ranking by any weights is made from; `query` names the scan and the lens. */
export const useReadings = (query: AddressChanges = {}) =>
  useJson<Readings>([keys.readings, query], withQuery(link(paths.readings, {}), query), { keep: true })

/** What one technology's place rests on, and what being among the first ten depends on; `query` as for the readings. */
export const useWhy = (technology: string, query: AddressChanges = {}) =>
  useJson<Why>([keys.ranking, 'why', technology, query], withQuery(link(paths.why, { technology }), query), {
    keep: true,
  })
export const useFragility = (query: AddressChanges = {}) =>
  useJson<Fragility>([keys.ranking, 'fragility', query], withQuery(link(paths.fragility, {}), query), { keep: true })

/** One technology taken apart; `query` as for the ranking. */
export const useStanding = (technology: string, query: AddressChanges = {}) =>
  useJson<Standing>([keys.standing, technology, query], withQuery(link(paths.standing, { technology }), query), {
    keep: true,
  })

/** Technology by specialism; `query` as the interface takes it. */
export const useHeatMap = (query: AddressChanges = {}) =>
  useJson<HeatMap>([keys.heatMap, query], withQuery(link(paths.heatMap, {}), query), { keep: true })

/** How far a round has come, by specialism. */
export const useRoundProgress = (round: string) =>
  useJson<RoundProgress>([keys.roundProgress, round], link(paths.roundProgress, { round }))

export const useTechnologies = (query: AddressChanges = {}) =>
  useJson<TechnologyList>([keys.technologies, query], withQuery(link(paths.technologies, {}), query), { keep: true })

/** A technology with the tag that a change must name. */
export const useTechnology = (technology: string) =>
  useTagged<Technology>([keys.technology, technology], link(paths.technology, { technology }))

export const useCategories = () =>
  useJson<List<Category>>(['categories'], link(paths.categories, {}), { staleTime: 60_000 })
export const useSpecialisms = () =>
  useJson<List<Specialism>>(['specialisms'], link(paths.specialisms, {}), { staleTime: 60_000 })

export const useScans = () => useJson<List<ScanSummary>>([keys.scans], link(paths.scans, {}))

/** A scan with the tag that a change must name. */
export const useScan = (scan: string, options: { enabled?: boolean } = {}) =>
  useTagged<Scan>([keys.scan, scan], link(paths.scan, { scan }), options)

/** The method in force, with the tag that a change must name. */
export const useMethod = (scan: string) => useTagged<MethodVersion>([keys.method, scan], link(paths.method, { scan }))
export const useMethodVersions = (scan: string) =>
  useJson<List<MethodVersion>>([keys.method, scan, 'versions'], link(paths.methodVersions, { scan }))
export const useStatement = (scan: string) =>
  useJson<Statement>([keys.statement, scan], link(paths.statement, { scan }))
export const usePanel = (scan: string) => useJson<Panel>([keys.panel, scan], link(paths.panel, { scan }))
export const useMyAnswers = () => useJson<QueueList>([keys.myAnswers], link(paths.myAnswers, {}))

interface JsonOptions<T> {
  staleTime?: number
  keep?: boolean
  enabled?: boolean
  again?: (data: T | undefined) => number | false
}

/**
 * Reads JSON; `keep` goes on showing the last answer while the next one, for another filter, is on its way; `again` says after how many
 * milliseconds an answer is read again.
 */
export function useJson<T>(key: readonly unknown[], url: string, options: JsonOptions<T> = {}) {
  const { again } = options
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getJson<T>(url, signal),
    placeholderData: options.keep ? keepPreviousData : undefined,
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(again && { refetchInterval: ({ state }: { state: { data: T | undefined } }) => again(state.data) }),
  })
}

export function useTagged<T>(key: readonly unknown[], url: string, options: { enabled?: boolean } = {}) {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => getTagged<T>(url, signal), ...options })
}
