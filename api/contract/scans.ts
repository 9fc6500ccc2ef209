import { consensusRules, raterScales } from '../scans/method.ts'
import { Round } from './rounds.ts'
import { lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

export const Weights = z
  .strictObject({ impact: z.int(), reach: z.int(), imminence: z.int(), readiness: z.int() })
  .openapi('Weights')

export const Method = z
  .strictObject({
    weights: Weights,
    reachFull: z.number(),
    bandEnds: z.array(z.int()).length(3),
    afterYears: z.int(),
    minimumPanel: z.int(),
    minimumShown: z.int(),
    raterScale: z.enum(raterScales),
    consensusRule: z.enum(consensusRules),
    consensusThreshold: z.int(),
    leaveOutInterested: z.boolean(),
  })
  .openapi('Method')

export const Band = z.strictObject({ index: z.int(), from: z.int(), to: z.int().nullable() }).openapi('Band')

const scanSpecialism = z.strictObject({
  slug: z.string(),
  name: z.string(),
  grouping: z.string(),
  panellists: z.int(),
})

const scanParts = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  startYear: z.int(),
  endYear: z.int(),
  boardSeesDraft: z.boolean(),
  demonstration: z.boolean(),
  frozenAt: z.string().nullable(),
  version: z.int(),
}

export const ScanSummary = z
  .strictObject({ ...scanParts, rounds: z.int(), technologies: z.int() })
  .openapi('ScanSummary')
export const ScanList = z.strictObject({ items: z.array(ScanSummary), total: z.int() }).openapi('ScanList')

export const Scan = z
  .strictObject({
    ...scanParts,
    timeZone: z.string(),
    method: Method,
    methodVersion: z.int(),
    bands: z.array(Band),
    groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    specialisms: z.array(scanSpecialism),
    technologies: z.int(),
    panellists: z.int(),
    rounds: z.array(Round),
  })
  .openapi('Scan')

export const CreateScanRequest = z
  .strictObject({
    name: requiredLine(lengths.name),
    startYear: z.int().min(2000).max(2100),
    specialisms: z.array(reference()).min(1, 'choose at least one specialism').max(200),
    boardSeesDraft: z.boolean().default(false),
  })
  .openapi('CreateScanRequest')

export const ChangeScanRequest = z
  .strictObject({ name: requiredLine(lengths.name), boardSeesDraft: z.boolean() })
  .openapi('ChangeScanRequest')

export type Band = z.infer<typeof Band>
export type ScanSummary = z.infer<typeof ScanSummary>
export type Scan = z.infer<typeof Scan>
export type CreateScanRequest = z.infer<typeof CreateScanRequest>
export type ChangeScanRequest = z.infer<typeof ChangeScanRequest>
