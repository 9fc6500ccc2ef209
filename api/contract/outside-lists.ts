import { longest, mostItems } from '../filtration/outside/list.ts'
import { ExitReason } from './exits.ts'
import { day, lengths, line, prose, reference, requiredLine, webAddress } from './text.ts'
import { z } from './z.ts'

const fields = {
  name: requiredLine(lengths.name),
  sourceTitle: requiredLine(),
  sourceUrl: webAddress().nullable().default(null),
  /** The day of which the list is. */
  listedOn: day().nullable().default(null),
}

/** A list that somebody else made, and where it is from. */
export const OutsideListFields = z.strictObject(fields).openapi('OutsideListFields')

export const EnterOutsideListRequest = z
  .strictObject({
    ...fields,
    items: z
      .array(
        z.strictObject({
          name: requiredLine(longest.name),
          description: line(longest.description).default(''),
        }),
      )
      .min(1, 'must hold at least one name')
      .max(mostItems, `must hold at most ${mostItems} names`),
  })
  .openapi('EnterOutsideListRequest')

const counts = z.strictObject({ total: z.int(), open: z.int(), here: z.int(), leftOut: z.int() })

/** `open` items are those that nobody has settled yet. */
export const OutsideList = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    sourceTitle: z.string(),
    sourceUrl: z.string().nullable(),
    listedOn: z.string().nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    archived: z.boolean(),
    counts,
    version: z.int(),
  })
  .openapi('OutsideList')

export const OutsideListList = z
  .strictObject({ items: z.array(OutsideList), total: z.int() })
  .openapi('OutsideListList')

/** A file as it was read: which columns were taken, and what stands there; nothing of it is in the registry. */
export const OutsideListPreview = z
  .strictObject({
    columns: z.strictObject({ name: z.string(), description: z.string().nullable() }).nullable(),
    items: z.array(z.strictObject({ row: z.int(), name: z.string(), description: z.string() })),
    repeated: z.int(),
    shortened: z.int(),
  })
  .openapi('OutsideListPreview')

/** What somebody says of an item: it is here as a technology, it is left out for a reason, or it is open again. */
export const OutsideVerdict = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('here'), technology: reference() }),
    z.strictObject({ kind: z.literal('left-out'), reason: ExitReason, note: prose(500).default('') }),
    z.strictObject({ kind: z.literal('open') }),
  ])
  .openapi('OutsideVerdict')

/** A technology that an open item may be: near by its name or by an alias; `same` but for case, accents and punctuation. */
export const OutsideProposal = z.strictObject({
  slug: z.string(),
  name: z.string(),
  alias: z.string().nullable(),
  archived: z.boolean(),
  same: z.boolean(),
})

/** `byName`: it was found here by its very name, and nobody has said so. */
export const OutsideItem = z
  .strictObject({
    id: z.string(),
    position: z.int(),
    name: z.string(),
    description: z.string(),
    state: z.enum(['open', 'here', 'left-out']),
    technology: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    byName: z.boolean(),
    reason: ExitReason.nullable(),
    note: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    proposals: z.array(OutsideProposal),
    version: z.int(),
  })
  .openapi('OutsideItem')

/** `proposed` counts the open items for which there is a proposal. */
export const OutsideItemList = z
  .strictObject({
    items: z.array(OutsideItem),
    total: z.int(),
    nextCursor: z.string().nullable(),
    counts: z.strictObject({ ...counts.shape, proposed: z.int() }),
  })
  .openapi('OutsideItemList')

/** Verdicts on many items, all or none: each with the version that was seen. */
export const OutsideVerdictsRequest = z
  .strictObject({
    items: z
      .array(z.strictObject({ item: reference(), version: z.int().min(1), verdict: OutsideVerdict }))
      .min(1, 'must name at least one item')
      .max(200, 'must name at most 200 items'),
  })
  .openapi('OutsideVerdictsRequest')

export const OutsideVerdictsGiven = z.strictObject({ items: z.array(OutsideItem) }).openapi('OutsideVerdictsGiven')

/** How many open items were found here by their very name. */
export const OutsideMatched = z.strictObject({ matched: z.int(), list: OutsideList }).openapi('OutsideMatched')

export type OutsideListFields = z.infer<typeof OutsideListFields>
export type EnterOutsideListRequest = z.infer<typeof EnterOutsideListRequest>
export type OutsideList = z.infer<typeof OutsideList>
export type OutsideListList = z.infer<typeof OutsideListList>
export type OutsideListPreview = z.infer<typeof OutsideListPreview>
export type OutsideVerdict = z.infer<typeof OutsideVerdict>
export type OutsideItem = z.infer<typeof OutsideItem>
export type OutsideItemList = z.infer<typeof OutsideItemList>
export type OutsideVerdictsRequest = z.infer<typeof OutsideVerdictsRequest>
export type OutsideVerdictsGiven = z.infer<typeof OutsideVerdictsGiven>
export type OutsideMatched = z.infer<typeof OutsideMatched>
