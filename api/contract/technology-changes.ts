import { z } from './z.ts'

/** A value as it is shown: names in place of ids, several as a list. */
const Shown = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable()

/** A field with its value in two states; `field` as in requests. */
export const FieldChange = z.strictObject({ field: z.string(), before: Shown, after: Shown })

/**
 * One act on a technology, its evidence, files, outcomes or notes, by its number in the audit trail. `by` is a name, for the scan team.
 * `of` says which piece of evidence, file or outcome, as a text; a note's text is not told.
 */
export const TechnologyChange = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    by: z.string().nullable(),
    action: z.string(),
    of: z.string().nullable(),
    changes: z.array(FieldChange),
  })
  .openapi('TechnologyChange')

export const TechnologyChangeList = z
  .strictObject({ items: z.array(TechnologyChange), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('TechnologyChangeList')

/** A piece of evidence in two states; null where it was not there. */
export const EvidenceChange = z.strictObject({
  evidence: z.string(),
  of: z.string(),
  changes: z.array(FieldChange),
})

/** A technology as it was after two acts of its history, where they differ. */
export const TechnologyComparison = z
  .strictObject({
    from: z.strictObject({ seq: z.int(), at: z.string() }),
    to: z.strictObject({ seq: z.int(), at: z.string() }),
    fields: z.array(FieldChange),
    evidence: z.array(EvidenceChange),
  })
  .openapi('TechnologyComparison')

export type Shown = z.infer<typeof Shown>
export type FieldChange = z.infer<typeof FieldChange>
export type EvidenceChange = z.infer<typeof EvidenceChange>
export type TechnologyChange = z.infer<typeof TechnologyChange>
export type TechnologyChangeList = z.infer<typeof TechnologyChangeList>
export type TechnologyComparison = z.infer<typeof TechnologyComparison>
