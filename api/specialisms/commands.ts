import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { insertCategory, insertGrouping, insertSpecialism } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Kind } from '../contract/technologies.ts'

/** The registry's own words for services and technologies, by slug. */
export interface Taxonomy {
  groupings: { slug: string; name: string; position: number }[]
  specialisms: {
    slug: string
    name: string
    grouping: string
    description: string
    current: boolean
    aliases: string[]
    overlapsWith: string[]
  }[]
  categories: { slug: string; name: string; kind: Kind; position: number }[]
}

/** Enters the taxonomy into an empty registry. */
export async function enterTaxonomy(registry: Registry, taxonomy: Taxonomy, by: By): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const groupings = new Map(taxonomy.groupings.map((grouping) => [grouping.slug, newId()]))
    for (const grouping of taxonomy.groupings)
      await insertGrouping(trx, { ...grouping, id: groupings.get(grouping.slug)! })
    for (const { grouping, ...specialism } of taxonomy.specialisms)
      await insertSpecialism(trx, { ...specialism, id: newId(), groupingId: groupings.get(grouping)! })
    for (const category of taxonomy.categories) await insertCategory(trx, { ...category, id: newId() })
    const details = { specialisms: taxonomy.specialisms.length, categories: taxonomy.categories.length }
    record({ action: 'taxonomy.enter', objectKind: 'taxonomy', objectId: 'all', details })
  })
}
