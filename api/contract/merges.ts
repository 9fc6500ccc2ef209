import { instant, reference } from './text.ts'
import { z } from './z.ts'

/** The technology that goes under the one in the address, and the version of it that was seen (its ETag's number). */
export const MergeRequest = z.strictObject({ merged: reference(), version: z.int().min(1) }).openapi('MergeRequest')

/**
 * A technology that was merged into another: by whom (a name), what moved with it, and when it was taken back. `stays` says why it cannot be
 * taken back now; null where it can, or has been.
 */
export const Merge = z
  .strictObject({
    id: z.string(),
    merged: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
    aliases: z.array(z.string()),
    evidence: z.int(),
    signals: z.int(),
    by: z.string().nullable(),
    at: instant(),
    undoneAt: instant().nullable(),
    stays: z.string().nullable(),
  })
  .openapi('Merge')
export const MergeList = z.strictObject({ items: z.array(Merge), total: z.int() }).openapi('MergeList')

export type MergeRequest = z.infer<typeof MergeRequest>
export type Merge = z.infer<typeof Merge>
export type MergeList = z.infer<typeof MergeList>
