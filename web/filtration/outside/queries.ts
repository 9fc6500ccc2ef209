import type { OutsideItemList, OutsideList, OutsideListList } from '../../../api/contract/outside-lists.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { type AddressChanges, withQuery } from '../../shared/address.ts'
import { keys, useJson, useTagged } from '../../shared/queries.ts'

export const useOutsideLists = (archived: boolean) =>
  useJson<OutsideListList>(
    [keys.outsideLists, { archived }],
    withQuery(link(paths.outsideLists, {}), { archived: archived ? 'true' : null }),
  )

export const useOutsideList = (list: string) =>
  useTagged<OutsideList>([keys.outsideLists, list], link(paths.outsideList, { list }))

export const useOutsideItems = (list: string, query: AddressChanges) =>
  useJson<OutsideItemList>(
    [keys.outsideLists, list, 'items', query],
    withQuery(link(paths.outsideItems, { list }), query),
    {
      keep: true,
    },
  )
