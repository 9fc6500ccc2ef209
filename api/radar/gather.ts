import type { Lodger, Placeable, Shared } from './fields.ts'
import { reach } from './home.ts'
import { byPlace, foremost } from './order.ts'
import { spotFor, type Way, ways } from './settle.ts'
import { apart, type Placed } from './spots.ts'

/** Technologies drawn as one: of one it is a mark, of more a cluster. Best place first. */
export interface Group<T extends Placeable> extends Placed {
  members: T[]
}

export interface Settled<T extends Placeable> {
  groups: Group<T>[]
  /** Technologies for which there was neither room nor anything within reach to join: only where a field is tiny. */
  homeless: Lodger<T>[]
}

/** A field at this scale: each technology at a spot of its own, or joined to what stands next to its home. The best of all ways. */
export function settle<T extends Placeable>(field: Shared<T>, scale: number): Settled<T> {
  let best = settleBy(ways[0]!, field, scale)
  for (const way of ways.slice(1)) {
    if (lossOf(best) === 0) break
    const other = settleBy(way, field, scale)
    if (lossOf(other) < lossOf(best)) best = other
  }
  return best
}

function settleBy<T extends Placeable>(way: Way, field: Shared<T>, scale: number): Settled<T> {
  const groups: Group<T>[] = []
  const left: Lodger<T>[] = []
  for (const lodger of field.lodgers.toSorted(way.order)) {
    const spot = spotFor(lodger, field, groups, scale, way.takes)
    if (spot) groups.push({ ...spot, members: [lodger.technology] })
    else left.push(lodger)
  }
  const homeless = left.filter((lodger) => !join(lodger, groups))
  for (const group of groups) group.members.sort(byPlace)
  return { groups, homeless }
}

/** Joins what stands within reach: a cluster if it can, one of the foremost only if it must, otherwise the nearest. */
function join<T extends Placeable>({ technology, home }: Lodger<T>, groups: Group<T>[]): boolean {
  const cost = ({ members }: Group<T>) => (members.length > 1 ? 0 : members[0]!.place > foremost ? 1 : 2)
  const within = groups.filter((group) => apart(group, home) <= reach)
  within.sort((a, b) => cost(a) - cost(b) || apart(a, home) - apart(b, home) || byPlace(a.members[0]!, b.members[0]!))
  within[0]?.members.push(technology)
  return within.length > 0
}

/** How many are not drawn by themselves; none of the foremost is given up for others. */
function lossOf<T extends Placeable>({ groups, homeless }: Settled<T>): number {
  const joined = groups.flatMap(({ members }) => (members.length > 1 ? members : []))
  const weight = ({ place }: Placeable) => (place <= foremost ? 1000 : 1)
  return joined.reduce((sum, one) => sum + weight(one), 0) + 1000 * homeless.length
}
