import { day, requiredLine, requiredProse, webAddress } from './text.ts'
import { z } from './z.ts'

/** What may be said to have become of a technology. `adopted`: it has become normal practice, by the evidence given. */
export const OutcomeKind = z.enum(['adopted']).openapi('OutcomeKind')

const outcome = {
  kind: OutcomeKind,
  happenedOn: day(),
  text: requiredProse(),
  sourceTitle: requiredLine(),
  sourceUrl: webAddress().nullable(),
}

/** What then happened to a technology, on which day, and the source that says so. */
export const OutcomeRequest = z.strictObject(outcome).openapi('OutcomeRequest')

/** `withdrawnAt` is of one that the scan team took back: it stays in the records, and others are not shown it. */
export const Outcome = z
  .strictObject({ id: z.string(), ...outcome, recordedAt: z.string(), withdrawnAt: z.string().nullable() })
  .openapi('Outcome')

export const OutcomeList = z.strictObject({ items: z.array(Outcome), total: z.int() }).openapi('OutcomeList')

export type OutcomeRequest = z.infer<typeof OutcomeRequest>
export type Outcome = z.infer<typeof Outcome>
export type OutcomeList = z.infer<typeof OutcomeList>
