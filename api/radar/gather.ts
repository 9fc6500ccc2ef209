import type { Placeable, Shared } from './fields.ts'
import { clamp, distanceOf } from './scale.ts'

/** Technologies drawn as one: a group of one is a mark, a larger one a cluster. Best place first. */
export type Group<T> = readonly T[]

/**
 * Ever fewer groups for a field that is too full, from every technology by itself to a single cluster. First the lowest
 * places of the most crowded year join, so that the best places and the true years stay in sight as long as they can;
 * when each year is down to one group, neighbouring years join, the smallest first.
 */
export function gatherings<T extends Placeable>(field: Shared<T>): Group<T>[][] {
  let groups: Group<T>[] = field.technologies.map((technology) => [technology])
  const steps = [groups]
  while (groups.length > 1) {
    groups = joinWithinYear(field, groups) ?? joinNeighbours(groups)
    steps.push(groups)
  }
  return steps
}

function joinWithinYear<T extends Placeable>(field: Shared<T>, groups: Group<T>[]): Group<T>[] | null {
  const byYear = new Map<number, Group<T>[]>()
  for (const group of groups) {
    const year = clamp(group[0]!.years.middle, field.ring.from, field.ring.to)
    const here = byYear.get(year)
    if (here) here.push(group)
    else byYear.set(year, [group])
  }
  const crowd = (year: number) => byYear.get(year)!.length / distanceOf(field.ring, year, 0)
  const full = [...byYear.keys()].filter((year) => byYear.get(year)!.length > 1)
  if (full.length === 0) return null
  const most = full.reduce((a, b) => (crowd(b) > crowd(a) || (crowd(b) === crowd(a) && b < a) ? b : a))
  const here = byYear.get(most)!
  const cluster = here.find((group) => group.length > 1)
  const alone = here.filter((group) => group !== cluster)
  return joined(groups, cluster ?? alone.at(-2)!, alone.at(-1)!)
}

function joinNeighbours<T extends Placeable>(groups: Group<T>[]): Group<T>[] {
  const byYear = groups.toSorted((a, b) => a[0]!.years.middle - b[0]!.years.middle)
  let best = 0
  const size = (n: number) => byYear[n]!.length + byYear[n + 1]!.length
  for (let n = 1; n + 1 < byYear.length; n++) if (size(n) < size(best)) best = n
  return joined(byYear, byYear[best]!, byYear[best + 1]!)
}

function joined<T extends Placeable>(groups: Group<T>[], a: Group<T>, b: Group<T>): Group<T>[] {
  const both = [...a, ...b].sort(byPlace)
  return [...groups.filter((group) => group !== a && group !== b), both]
}

/** By place; within a tie by id, so that no order of the input shows. */
export function byPlace(a: Placeable, b: Placeable): number {
  return a.place - b.place || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
