import type { Stood } from '../../contract/comparison.ts'
import type { ListName, RankedTechnology } from '../../contract/ranking.ts'
import type { EditionDocument } from '../document.ts'
import type { ComparedEdition, RankedIn } from './compare.ts'

/** What an edition says of how sure a place is: its group, from 1, and its range of places. */
export type Sureness = Pick<Stood, 'group' | 'low' | 'high'>

const unsure: Sureness = { group: null, low: null, high: null }

/** An edition as it is compared. `sure` by id, of ranked technologies; nothing where too few have answered to say. */
export function comparedOf(
  { ranked, others, technologies }: Pick<EditionDocument, 'ranked' | 'others' | 'technologies'>,
  sure: ReadonlyMap<string, Sureness>,
): ComparedEdition {
  const lists = Object.keys(others) as Exclude<ListName, 'ranked'>[]
  return {
    ranked: ranked.map((row) => rankedIn(row, sure.get(row.id) ?? unsure)),
    otherList: new Map(lists.flatMap((list) => others[list].map(({ id }): [string, ListName] => [id, list]))),
    texts: new Map(technologies.map((technology) => [technology.id, technology])),
  }
}

function rankedIn(row: RankedTechnology, { group, low, high }: Sureness): RankedIn {
  const { id, slug, name, category, place, score, years, band } = row
  const { middle: middleYear, early, late } = years
  return { id, slug, name, category, early, late, stood: { place, score, group, low, high, middleYear, band } }
}
