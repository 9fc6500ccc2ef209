import { prose } from './text.ts'
import { z } from './z.ts'

/**
 * Why two technologies look like one: names that are alike, another name of one that is like a name of the other, an identifier
 * that both have, or rare words that both descriptions hold. `likeness` is 0 to 1; names are in the order left, right.
 */
export const DuplicateReason = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('name'), likeness: z.number(), same: z.boolean() }),
    z.strictObject({ kind: z.literal('alias'), likeness: z.number(), left: z.string(), right: z.string() }),
    z.strictObject({ kind: z.literal('identifier'), identifiers: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('text'), likeness: z.number(), words: z.array(z.string()) }),
  ])
  .openapi('DuplicateReason')

const Alike = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
})

/** Two technologies that may be one, likeliest first in a list; `strength` 0 to 1 is for that order only. */
export const DuplicatePair = z
  .strictObject({ left: Alike, right: Alike, reasons: z.array(DuplicateReason), strength: z.number() })
  .openapi('DuplicatePair')

/** `technologies` is how many were held against each other; `isCut` says that there are more pairs than are listed. */
export const DuplicateList = z
  .strictObject({
    items: z.array(DuplicatePair),
    total: z.int(),
    isCut: z.boolean(),
    technologies: z.int(),
    toldApart: z.int(),
    nextCursor: z.string().nullable(),
  })
  .openapi('DuplicateList')

/** A scan that holds a technology, and whether anybody has answered on it there. */
export const StandsIn = z.strictObject({ slug: z.string(), name: z.string(), answered: z.boolean() })

/** What a choice between two technologies needs beside themselves. `refused` says why neither can be merged into the other; null where one can. */
export const DuplicateDetail = z
  .strictObject({
    reasons: z.array(DuplicateReason),
    left: z.strictObject({ scans: z.array(StandsIn), signals: z.int() }),
    right: z.strictObject({ scans: z.array(StandsIn), signals: z.int() }),
    toldApart: z.strictObject({ reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
    refused: z.string().nullable(),
  })
  .openapi('DuplicateDetail')

export const ToldApartRequest = z.strictObject({ reason: prose().default('') }).openapi('ToldApartRequest')

/** Two technologies found to be different, newest first. */
export const ToldApartList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        left: z.strictObject({ slug: z.string(), name: z.string() }),
        right: z.strictObject({ slug: z.string(), name: z.string() }),
        reason: z.string(),
        by: z.string().nullable(),
        at: z.string(),
      }),
    ),
    total: z.int(),
  })
  .openapi('ToldApartList')

export type DuplicateReason = z.infer<typeof DuplicateReason>
export type DuplicatePair = z.infer<typeof DuplicatePair>
export type DuplicateList = z.infer<typeof DuplicateList>
export type DuplicateDetail = z.infer<typeof DuplicateDetail>
export type StandsIn = z.infer<typeof StandsIn>
export type ToldApartList = z.infer<typeof ToldApartList>
