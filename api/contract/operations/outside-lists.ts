import { spreadsheets } from '../media.ts'
import { operation, takesSpreadsheet } from '../operation.ts'
import {
  EnterOutsideListRequest,
  OutsideItem,
  OutsideItemList,
  OutsideList,
  OutsideListFields,
  OutsideListList,
  OutsideListPreview,
  OutsideMatched,
  OutsideVerdict,
  OutsideVerdictsGiven,
  OutsideVerdictsRequest,
} from '../outside-lists.ts'
import { paths } from '../paths.ts'
import { cursor, limit, search } from '../query.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofList = z.strictObject({ list: reference() })
const ofItem = z.strictObject({ list: reference(), item: reference() })

export const listOutsideLists = operation({
  id: 'listOutsideLists',
  method: 'get',
  path: paths.outsideLists,
  summary: 'Lists that others made, newest first, each with how much of it is settled',
  query: z.strictObject({ archived: z.enum(['true', 'false']).default('false') }),
  answers: { 200: OutsideListList },
})

export const enterOutsideList = operation({
  id: 'enterOutsideList',
  method: 'post',
  path: paths.outsideLists,
  summary:
    'Hold a list that others made against the registry; what has the very name of a technology is marked as here',
  body: EnterOutsideListRequest,
  largestBody: 4 * 1024 * 1024,
  answers: { 201: OutsideList },
  problems: [409],
})

export const previewOutsideList = operation({
  id: 'previewOutsideList',
  method: 'post',
  path: paths.outsideListPreview,
  summary: 'Read a spreadsheet of names: which columns are taken, and what stands there; writes nothing',
  ...takesSpreadsheet(2 * 1024 * 1024),
  answers: { 200: OutsideListPreview },
})

export const readOutsideList = operation({
  id: 'readOutsideList',
  method: 'get',
  path: paths.outsideList,
  summary: 'One outside list, without its items',
  params: ofList,
  answers: { 200: OutsideList },
  problems: [404],
})

export const changeOutsideList = operation({
  id: 'changeOutsideList',
  method: 'put',
  path: paths.outsideList,
  summary: 'Change what an outside list is called and where it is from',
  params: ofList,
  body: OutsideListFields,
  answers: { 200: OutsideList },
  problems: [404, 409],
  conditional: true,
})

export const archiveOutsideList = operation({
  id: 'archiveOutsideList',
  method: 'put',
  path: paths.outsideListArchive,
  summary: 'Archive an outside list, or bring it back',
  params: ofList,
  body: z.strictObject({ archived: z.boolean() }),
  answers: { 200: OutsideList },
  problems: [404],
  conditional: true,
})

export const listOutsideItems = operation({
  id: 'listOutsideItems',
  method: 'get',
  path: paths.outsideItems,
  summary: 'Items of an outside list in its own order, the open ones with the technologies that they may be',
  params: ofList,
  query: z.strictObject({
    show: z.enum(['all', 'open', 'proposed', 'absent', 'here', 'left-out']).default('all'),
    q: search(),
    cursor: cursor(),
    limit: limit(200, 50),
  }),
  answers: { 200: OutsideItemList },
  problems: [404],
})

export const readOutsideItem = operation({
  id: 'readOutsideItem',
  method: 'get',
  path: paths.outsideItem,
  summary: 'One item of an outside list',
  params: ofItem,
  answers: { 200: OutsideItem },
  problems: [404],
})

export const settleOutsideItem = operation({
  id: 'settleOutsideItem',
  method: 'put',
  path: paths.outsideItem,
  summary: 'Say that an item is here, leave it out with a reason, or open it again',
  params: ofItem,
  body: OutsideVerdict,
  answers: { 200: OutsideItem },
  problems: [404],
  conditional: true,
})

export const settleOutsideItems = operation({
  id: 'settleOutsideItems',
  method: 'post',
  path: paths.outsideVerdicts,
  summary: 'The same for many items, all of them or none',
  params: ofList,
  body: OutsideVerdictsRequest,
  answers: { 200: OutsideVerdictsGiven },
  problems: [404, 412],
})

export const matchOutsideList = operation({
  id: 'matchOutsideList',
  method: 'post',
  path: paths.outsideMatch,
  summary: 'Hold the items on which nobody has decided against the registry as it is now',
  params: ofList,
  answers: { 200: OutsideMatched },
  problems: [404],
})

export const exportOutsideList = operation({
  id: 'exportOutsideList',
  method: 'get',
  path: paths.outsideListCsv,
  summary: 'An outside list with what was decided on each item, as CSV',
  exports: true,
  params: ofList,
  answers: { 200: null },
  media: spreadsheets.csv,
  problems: [404],
})
