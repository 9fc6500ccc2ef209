import {
  Coverage,
  CoverageNote,
  CoverageNoteRequest,
  Fate,
  Funnel,
  FunnelItemList,
  ParkedFor,
  Stage,
} from '../filtration.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { cursor, limit } from '../query.ts'
import { line, reference } from '../text.ts'
import { z } from '../z.ts'

const ofScan = z.strictObject({ scan: reference() })
const ofCell = z.strictObject({ scan: reference(), specialism: reference(), category: reference() })

export const readFunnel = operation({
  id: 'readFunnel',
  method: 'get',
  path: paths.funnel,
  summary: 'How far signals and technologies came in a scan, what left and why, and what waits',
  params: ofScan,
  answers: { 200: Funnel },
  problems: [404],
})

export const listFunnelItems = operation({
  id: 'listFunnelItems',
  method: 'get',
  path: paths.funnelItems,
  summary: 'The signals or technologies behind a number of the funnel, a page at a time',
  params: ofScan,
  query: z.strictObject({
    stage: Stage,
    fate: Fate.optional(),
    reason: ParkedFor.optional(),
    origin: line(60).optional(),
    owner: line(60).optional(),
    cursor: cursor(),
    limit: limit(200, 50),
  }),
  answers: { 200: FunnelItemList },
  problems: [404],
})

export const readCoverage = operation({
  id: 'readCoverage',
  method: 'get',
  path: paths.coverage,
  summary: 'Technologies and signals by specialism and category, and where nobody has looked',
  params: ofScan,
  answers: { 200: Coverage },
  problems: [404],
})

export const readCoverageNote = operation({
  id: 'readCoverageNote',
  method: 'get',
  path: paths.coverageNote,
  summary: 'Where somebody looked and what they found',
  params: ofCell,
  answers: { 200: CoverageNote },
  problems: [404],
})

export const writeCoverageNote = operation({
  id: 'writeCoverageNote',
  method: 'put',
  path: paths.coverageNote,
  summary: 'Say that you looked there, and what you found',
  params: ofCell,
  body: CoverageNoteRequest,
  answers: { 200: CoverageNote, 201: CoverageNote },
  problems: [404],
  conditional: true,
})

export const removeCoverageNote = operation({
  id: 'removeCoverageNote',
  method: 'delete',
  path: paths.coverageNote,
  summary: 'Take back that somebody looked there',
  params: ofCell,
  answers: { 204: null },
  problems: [404],
  conditional: true,
})
