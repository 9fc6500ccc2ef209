import type { Coverage, Funnel, FunnelItemList } from '../../api/contract/filtration.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'

export const useFunnel = (scan: string) => useJson<Funnel>([keys.funnel, scan], link(paths.funnel, { scan }))

export const useFunnelItems = (scan: string, query: AddressChanges) =>
  useJson<FunnelItemList>([keys.funnel, scan, 'items', query], withQuery(link(paths.funnelItems, { scan }), query), {
    keep: true,
  })

export const useCoverage = (scan: string) => useJson<Coverage>([keys.coverage, scan], link(paths.coverage, { scan }))
