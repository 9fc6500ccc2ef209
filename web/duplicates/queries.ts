import type { DuplicateDetail, DuplicateList, ToldApartList } from '../../api/contract/duplicates.ts'
import type { MergeList } from '../../api/contract/merges.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'
import { useJson } from '../shared/queries.ts'

export const duplicates = 'duplicates'

export const useDuplicates = (query: AddressChanges) =>
  useJson<DuplicateList>([duplicates, 'list', query], withQuery(link(paths.duplicates, {}), query), { keep: true })

export const useDuplicate = (technology: string, other: string) =>
  useJson<DuplicateDetail>([duplicates, 'pair', technology, other], link(paths.duplicate, { technology, other }))

export const useToldApart = (enabled: boolean) =>
  useJson<ToldApartList>([duplicates, 'told-apart'], link(paths.toldApartList, {}), { enabled })

/** What was merged into a technology. */
export const useMerges = (technology: string, enabled: boolean) =>
  useJson<MergeList>([duplicates, 'merges', technology], link(paths.merges, { technology }), { enabled })
