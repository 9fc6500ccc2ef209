import { Kind } from './technologies.ts'
import { instant, lengths, line, prose, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

const name = requiredLine(lengths.name)
const position = z.int().min(1).max(999)

/** A family of specialisms. A retired one is not offered any more; what belongs to it stays. */
const Grouping = z.strictObject({ kind: z.literal('grouping'), name, position, retired: z.boolean() })

/** `current` ones belong to the present training programmes; the others stay choosable, folded away. Groupings and overlaps by slug. */
const SpecialismContent = z.strictObject({
  kind: z.literal('specialism'),
  name,
  grouping: reference(),
  description: prose(),
  current: z.boolean(),
  aliases: z.array(requiredLine(lengths.name)).max(20),
  overlapsWith: z.array(reference()).max(20),
})

/** A kind of technology, and a slice of the radar. Technologies of a retired one keep it; no further one gets it. */
const CategoryContent = z.strictObject({
  kind: z.literal('category'),
  name,
  technologyKind: Kind,
  description: prose(),
  position,
  retired: z.boolean(),
})

/** What a word of the taxonomy says: the part of it that is versioned. */
export const TaxonContent = z.discriminatedUnion('kind', [Grouping, SpecialismContent, CategoryContent])

/** Why it is changed stands in its history. */
export const AddTaxonRequest = z.strictObject({ content: TaxonContent }).openapi('AddTaxonRequest')
export const ChangeTaxonRequest = z
  .strictObject({ content: TaxonContent, reason: requiredLine() })
  .openapi('ChangeTaxonRequest')

/** A grouping, a specialism or a category. Its slug stays whatever it is called, so that addresses and files of before still fit. */
export const Taxon = z
  .strictObject({ id: z.string(), slug: z.string(), version: z.int(), content: TaxonContent })
  .openapi('Taxon')
export const TaxonList = z.strictObject({ items: z.array(Taxon), total: z.int() }).openapi('TaxonList')

/** `changedAt` is null for what a registry began with before it kept versions. */
export const TaxonVersion = z
  .strictObject({ version: z.int(), content: TaxonContent, reason: line(), changedAt: instant().nullable() })
  .openapi('TaxonVersion')
export const TaxonVersionList = z
  .strictObject({ items: z.array(TaxonVersion), total: z.int() })
  .openapi('TaxonVersionList')

export type TaxonContent = z.infer<typeof TaxonContent>
export type TaxonKind = TaxonContent['kind']
export type Taxon = z.infer<typeof Taxon>
export type TaxonVersion = z.infer<typeof TaxonVersion>
export type AddTaxonRequest = z.infer<typeof AddTaxonRequest>
export type ChangeTaxonRequest = z.infer<typeof ChangeTaxonRequest>
