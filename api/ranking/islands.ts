import type { Observations } from './observations.ts'

/**
 * How many panel members said anything, and on how many islands they live: two are on one if they rated the same item, or
 * can be reached from one another in such steps. Within an island leanings can be compared, between islands they cannot.
 */
export function islandsOf({ start, panellist, panellists }: Observations): { members: number; islands: number } {
  const parent = Int32Array.from({ length: panellists }, (_, member) => member)
  const isMember = new Uint8Array(panellists)
  let members = 0
  let joined = 0
  for (let item = 0; item + 1 < start.length; item++) {
    const first = rootOf(parent, panellist[start[item]!]!)
    for (let i = start[item]!; i < start[item + 1]!; i++) {
      const member = panellist[i]!
      if (isMember[member] === 0) members++
      isMember[member] = 1
      const root = rootOf(parent, member)
      if (root === first) continue
      parent[root] = first
      joined++
    }
  }
  return { members, islands: members - joined }
}

/** Halves the way as it goes (Tarjan & van Leeuwen 1984). */
function rootOf(parent: Int32Array, member: number): number {
  let at = member
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!
    at = parent[at]!
  }
  return at
}
