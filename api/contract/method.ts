import { consensusRules, raterScales } from '../scans/method.ts'
import { day, lengths, requiredLine } from './text.ts'
import { z } from './z.ts'

export const Weights = z
  .strictObject({ impact: z.int(), reach: z.int(), imminence: z.int(), readiness: z.int() })
  .openapi('Weights')

const parameters = {
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
}

export const Method = z.strictObject(parameters).openapi('Method')

export const Band = z.strictObject({ index: z.int(), from: z.int(), to: z.int().nullable() }).openapi('Band')

/** By whom the method was approved, at which meeting, on which day. */
export const Approval = z
  .strictObject({ by: requiredLine(lengths.name), meeting: requiredLine(lengths.name), on: day() })
  .openapi('Approval')

/** One version of a scan's method; `bands` in calendar years. The newest is in force. */
export const MethodVersion = z
  .strictObject({
    version: z.int(),
    method: Method,
    bands: z.array(Band),
    approval: Approval.nullable(),
    createdAt: z.string(),
  })
  .openapi('MethodVersion')
export const MethodVersionList = z
  .strictObject({ items: z.array(MethodVersion), total: z.int() })
  .openapi('MethodVersionList')

/** All parameters at once, with the approval, or null where nobody has approved this version yet. */
export const ChangeMethodRequest = z
  .strictObject({ ...parameters, approval: Approval.nullable() })
  .openapi('ChangeMethodRequest')

export type Approval = z.infer<typeof Approval>
export type Band = z.infer<typeof Band>
export type MethodVersion = z.infer<typeof MethodVersion>
export type ChangeMethodRequest = z.infer<typeof ChangeMethodRequest>
