import { lengths, reference, requiredProse } from './text.ts'
import { z } from './z.ts'

const namedTechnology = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() })

/**
 * What the next round should ask, from the ranking of the last closed round. `groups` is how many groups that ranking has, or
 * null where there are too few answers to say: the shortlist then goes by place.
 */
export const WorthAnotherLook = z
  .strictObject({
    round: z.int(),
    groups: z.int().nullable(),
    ranked: z.int(),
    shortlistedBy: z.enum(['groups', 'places']),
    items: z.array(
      z.strictObject({
        technology: namedTechnology,
        /** Null where it is not ranked. */
        place: z.int().nullable(),
        group: z.int().nullable(),
        why: z.array(z.enum(['shortlist', 'disputed', 'saved'])),
        /** Who saved it from the cut, and why; the name is null once it has been erased. */
        saved: z.strictObject({ name: z.string().nullable(), reason: z.string() }).nullable(),
      }),
    ),
    total: z.int(),
  })
  .openapi('WorthAnotherLook')

export const SaveTechnologyRequest = z
  .strictObject({ technology: reference(), reason: requiredProse(lengths.line) })
  .openapi('SaveTechnologyRequest')

/**
 * What was saved from the cut of the last closed round, for a lead on the panel. `open`: whether one can save now. Reasons are
 * given with one's own alone; those of others, with their names, are for the scan team.
 */
export const SavedTechnologies = z
  .strictObject({
    scan: z.string(),
    round: z.int().nullable(),
    open: z.boolean(),
    items: z.array(z.strictObject({ technology: namedTechnology, own: z.boolean(), reason: z.string().nullable() })),
    total: z.int(),
  })
  .openapi('SavedTechnologies')

export type WorthAnotherLook = z.infer<typeof WorthAnotherLook>
export type SaveTechnologyRequest = z.infer<typeof SaveTechnologyRequest>
export type SavedTechnologies = z.infer<typeof SavedTechnologies>
