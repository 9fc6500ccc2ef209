import type { Stood } from '../contract/comparison.ts'
import type { ListName, RankedTechnology } from '../contract/ranking.ts'
import type { ComparedEdition, RankedIn } from './compare.ts'
import type { EditionDocument } from './document.ts'

/** What an edition says of how sure a place is: its group, from 1, and its range of places. */
export type Sureness = Pick<Stood, 'group' | 'low' | 'high'>

export const unsure: Sureness = { group: null, low: null, high: null }

/** An edition as it is compared. `sure` by id, of ranked technologies; nothing where too few have answered to say. */
export function comparedOf(document: EditionDocument, sure: ReadonlyMap<string, Sureness>): ComparedEdition {
  const { ranked, others, technologies } = document
  return {
    ranked: ranked.map((row) => rankedIn(row, sure.get(row.id) ?? unsure)),
    otherList: new Map(
      (Object.keys(others) as (keyof typeof others)[]).flatMap((list) =>
        others[list].map(({ id }): [string, ListName] => [id, list]),
      ),
    ),
    texts: new Map(technologies.map((technology) => [technology.id, technology])),
  }
}

function rankedIn({ id, slug, name, category, ...row }: RankedTechnology, sure: Sureness): RankedIn {
  return { id, slug, name, category, stood: stoodOf(row, sure) }
}

export function stoodOf(row: Pick<RankedTechnology, 'place' | 'score' | 'years' | 'band'>, sure: Sureness): Stood {
  const { place, score, years, band } = row
  return { place, score, ...sure, middleYear: years.middle, band }
}
