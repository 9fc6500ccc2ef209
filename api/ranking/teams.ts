import type { Observations } from './observations.ts'

/**
 * Items of one specialism that were answered by the same people share, beside the specialism's level, the mean of these people's
 * leanings: so it is worked out once a draw for all of them.
 */
export interface Teams {
  /** By item: the number of its team. */
  ofItem: Uint32Array
  /** By team. */
  specialism: Uint16Array
  /** Team t has the members from `start[t]` to `start[t + 1]`. */
  start: Uint32Array
  member: Uint32Array
}

export function teamsOf({ start, specialism, panellist }: Observations): Teams {
  const ofItem = new Uint32Array(specialism.length)
  const known = new Map<string, number>()
  const specialisms: number[] = []
  const starts = [0]
  const members: number[] = []
  for (let item = 0; item < specialism.length; item++) {
    const people = panellist.slice(start[item]!, start[item + 1]!).sort()
    const key = `${specialism[item]}:${people.join()}`
    const team = known.get(key) ?? known.size
    ofItem[item] = team
    if (team < known.size) continue
    known.set(key, team)
    specialisms.push(specialism[item]!)
    for (const person of people) members.push(person)
    starts.push(members.length)
  }
  return {
    ofItem,
    specialism: Uint16Array.from(specialisms),
    start: Uint32Array.from(starts),
    member: Uint32Array.from(members),
  }
}
