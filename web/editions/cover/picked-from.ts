import type { Edition } from '../../../api/contract/editions.ts'
import type { RankedTechnology, Ranking } from '../../../api/contract/ranking.ts'
import type { Choice } from '../../shared/choice.ts'
import { ordinal } from '../../shared/words.ts'

/** Technologies to choose from, in the order of the ranking, and what every one that may be chosen already is called. */
export interface PickedFrom {
  choices: Choice[]
  names: ReadonlyMap<string, string>
}

export function pickedFrom(edition: Edition, ranking: Ranking): PickedFrom {
  const rows = ranking.items as RankedTechnology[]
  const chosen = edition.recommendations.flatMap(({ technologies }) => technologies)
  return {
    // The name first: that is what somebody types to reach it in the list.
    choices: rows.map(({ slug, name, place }) => ({ value: slug, label: `${name} (${ordinal(place)})` })),
    names: new Map([...chosen, ...rows].map(({ slug, name }) => [slug, name])),
  }
}
