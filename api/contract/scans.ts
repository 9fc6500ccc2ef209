import { Approval, Band, Method, Weights } from './method.ts'
import { Round } from './rounds.ts'
import { lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

export { Band, Method, Weights }

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

/** Two specialisms (slugs) of the scan that the taxonomy says overlap. */
const Overlap = z.strictObject({ a: z.string(), b: z.string() })

const whole = {
  ...scanParts,
  horizonYears: z.int(),
  timeZone: z.string(),
  previous: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  method: Method,
  methodVersion: z.int(),
  approval: Approval.nullable(),
  bands: z.array(Band),
  groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  specialisms: z.array(scanSpecialism),
  overlaps: z.array(Overlap),
  technologies: z.int(),
  milestones: z.strictObject({ withoutSource: z.int(), withoutPlaces: z.int() }),
  panellists: z.int(),
  rounds: z.array(Round),
}

export const Scan = z.strictObject(whole).openapi('Scan')

const year = z.int().min(2000).max(2100)
const horizon = z.int().min(1).max(30)
const zone = requiredLine(lengths.name)
const chosenSpecialisms = z.array(reference()).min(1, 'choose at least one specialism').max(200)

/**
 * `from` starts it from another scan: its method, its panel, and a first round with all that it asked. What is null is taken
 * from there; without `from`, the horizon is ten years and the zone Europe/London.
 */
export const CreateScanRequest = z
  .strictObject({
    name: requiredLine(lengths.name),
    from: reference().nullable().default(null),
    startYear: year,
    horizonYears: horizon.nullable().default(null),
    timeZone: zone.nullable().default(null),
    specialisms: chosenSpecialisms.nullable().default(null),
    boardSeesDraft: z.boolean().default(false),
  })
  .openapi('CreateScanRequest')

/** What a scan that was started from another did not take over, by name, and why; `bands` where they were drawn anew. */
export const NotTakenOver = z
  .strictObject({
    technologies: z.array(
      z.strictObject({ name: z.string(), why: z.enum(['archived', 'no-specialism', 'no-dated-source']) }),
    ),
    specialisms: z.array(z.string()),
    people: z.array(z.strictObject({ name: z.string(), why: z.enum(['left', 'not-a-lead', 'no-specialism']) })),
    bands: z.boolean(),
  })
  .openapi('NotTakenOver')

export const CreatedScan = z.strictObject({ ...whole, notTakenOver: NotTakenOver.nullable() }).openapi('CreatedScan')

/** What is null stays as it is. Specialisms, zone, start and horizon change only before the first round opens. */
export const ChangeScanRequest = z
  .strictObject({
    name: requiredLine(lengths.name),
    boardSeesDraft: z.boolean(),
    specialisms: chosenSpecialisms.nullable().default(null),
    timeZone: zone.nullable().default(null),
    startYear: year.nullable().default(null),
    horizonYears: horizon.nullable().default(null),
  })
  .openapi('ChangeScanRequest')

export type ScanSummary = z.infer<typeof ScanSummary>
export type Scan = z.infer<typeof Scan>
export type CreatedScan = z.infer<typeof CreatedScan>
export type NotTakenOver = z.infer<typeof NotTakenOver>
export type CreateScanRequest = z.infer<typeof CreateScanRequest>
export type ChangeScanRequest = z.infer<typeof ChangeScanRequest>
