import type { Observations } from './observations.ts'
import { RowsInMaking, type SparseRows } from './sparse-rows.ts'

/**
 * Items of one specialism that were answered by the same people share, beside the specialism's level, the mean of these people's
 * leanings: so it is worked out once a draw for all of them.
 */
export interface Teams {
  /** By item: the number of its team. */
  ofItem: Uint32Array
  /** First the specialisms' levels, then the teams', from the shared effects. */
  levels: SparseRows
}

/** Where the specialisms and the panel members stand among the shared effects; the mean stands first. */
export interface Places {
  specialism: number
  leaning: number
  size: number
}

export function placesOf({ specialisms, panellists }: Observations): Places {
  return { specialism: 1, leaning: 1 + specialisms, size: 1 + specialisms + panellists }
}

export function teamsOf(seen: Observations): Teams {
  const { start, specialism, panellist } = seen
  const places = placesOf(seen)
  const levels = new RowsInMaking()
  const addSpecialism = (number: number) => {
    levels.add(0, 1)
    levels.add(places.specialism + number, 1)
  }
  for (let s = 0; s < seen.specialisms; s++) {
    addSpecialism(s)
    levels.endRow()
  }
  const ofItem = new Uint32Array(specialism.length)
  const known = new Map<string, number>()
  for (let item = 0; item < specialism.length; item++) {
    const people = panellist.slice(start[item]!, start[item + 1]!).sort()
    const key = `${specialism[item]}:${people.join()}`
    const team = known.get(key) ?? known.size
    ofItem[item] = team
    if (team < known.size) continue
    known.set(key, team)
    addSpecialism(specialism[item]!)
    for (const person of people) levels.add(places.leaning + person, 1 / people.length)
    levels.endRow()
  }
  return { ofItem, levels: levels.finished() }
}
