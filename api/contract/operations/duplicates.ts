import { DuplicateDetail, DuplicateList, ToldApartList, ToldApartRequest } from '../duplicates.ts'
import { Merge, MergeList, MergeRequest } from '../merges.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, limit } from '../query.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

const ofPair = z.strictObject({ technology: reference(), other: reference() })
const ofTechnology = z.strictObject({ technology: reference() })

export const listDuplicates = operation({
  id: 'listDuplicates',
  method: 'get',
  path: paths.duplicates,
  summary: 'Pairs of technologies that look like one, with the reasons, likeliest first',
  query: z.strictObject({ cursor: cursor(), limit: limit(100, 20) }),
  answers: { 200: DuplicateList },
})

export const readDuplicate = operation({
  id: 'readDuplicate',
  method: 'get',
  path: paths.duplicate,
  summary: 'Two technologies held against each other: why they look like one, and in which scans they stand',
  params: ofPair,
  answers: { 200: DuplicateDetail },
  problems: [404],
})

export const listToldApart = operation({
  id: 'listToldApart',
  method: 'get',
  path: paths.toldApartList,
  summary: 'Pairs of technologies that were found to be different, newest first',
  answers: { 200: ToldApartList },
})

export const tellApart = operation({
  id: 'tellApart',
  method: 'put',
  path: paths.toldApart,
  summary: 'Say that two technologies are different, so that they are not proposed again',
  params: ofPair,
  body: ToldApartRequest,
  answers: { 200: DuplicateDetail },
  problems: [404],
})

export const forgetToldApart = operation({
  id: 'forgetToldApart',
  method: 'delete',
  path: paths.toldApart,
  summary: 'Take back that two technologies are different',
  params: ofPair,
  answers: { 200: DuplicateDetail },
  problems: [404],
})

export const listMerges = operation({
  id: 'listMerges',
  method: 'get',
  path: paths.merges,
  summary: 'What was merged into a technology, newest first',
  params: ofTechnology,
  answers: { 200: MergeList },
  problems: [404],
})

export const mergeTechnologies = operation({
  id: 'mergeTechnologies',
  method: 'post',
  path: paths.merges,
  summary: 'Merge another technology into this one, which takes over its names, evidence and signals',
  params: ofTechnology,
  body: MergeRequest,
  answers: { 201: Merge },
  problems: [404, 409],
  conditional: true,
})

export const undoMerge = operation({
  id: 'undoMerge',
  method: 'delete',
  path: paths.merge,
  summary: 'Take a merge back, until a round opens on the survivor',
  params: z.strictObject({ technology: reference(), merge: reference() }),
  answers: { 200: Merge },
  problems: [404, 409],
  conditional: true,
})
