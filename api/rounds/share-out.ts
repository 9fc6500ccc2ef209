/** What a round asks for one specialism, and who is on the panel for it. */
export interface SharedSpecialism {
  specialism: string
  technologies: readonly string[]
  panellists: readonly string[]
}

/** One item of one panel member. */
export interface Share {
  panellist: string
  technology: string
  specialism: string
}

/** How many people at least: on an item, so that its specialism's figures may be shown; and on a technology in all. */
export interface Needed {
  anItem: number
  aTechnology: number
}

/** At least three different people answer on every technology, whatever the method says. */
export function neededBy(method: { minimumPanel: number; minimumShown: number }): Needed {
  return { anItem: Math.max(3, method.minimumShown), aTechnology: Math.max(3, method.minimumPanel) }
}

/**
 * Shares the items of a round out. Every item goes to `anItem` people of its specialism, or to all where there are fewer, so
 * that a technology is answered by as many people as it can be. Each item goes to those who have least so far, so the
 * numbers of items in a specialism differ by one at most; who comes first among equals changes from item to item, so that
 * everybody shares items with many others and their leanings can be told apart. Where a technology has fewer than
 * `aTechnology` people after that, those who have least join in, at the cost of that balance. The same input, in any order,
 * gives the same shares.
 */
export function shareOut(specialisms: readonly SharedSpecialism[], needed: Needed): Share[] {
  const dealt = new Dealing()
  for (const one of specialisms.toSorted(by(({ specialism }) => specialism))) {
    const inSpecialism = new Map<string, number>()
    for (const technology of one.technologies.toSorted()) {
      const item = { technology, specialism: one.specialism }
      const order = dealt.inTurn(one.panellists, item, inSpecialism)
      for (const panellist of order.slice(0, needed.anItem)) {
        dealt.give(panellist, item)
        inSpecialism.set(panellist, (inSpecialism.get(panellist) ?? 0) + 1)
      }
    }
  }
  topUp(dealt, specialisms, needed.aTechnology)
  return dealt.shares
}

type Item = Pick<Share, 'technology' | 'specialism'>

class Dealing {
  readonly shares: Share[] = []
  private readonly load = new Map<string, number>()
  private readonly on = new Map<string, Set<string>>()

  give(panellist: string, item: Item): void {
    this.shares.push({ panellist, ...item })
    this.load.set(panellist, (this.load.get(panellist) ?? 0) + 1)
    this.on.set(item.technology, this.peopleOn(item.technology).add(panellist))
  }

  peopleOn(technology: string): Set<string> {
    return this.on.get(technology) ?? new Set()
  }

  /** Who has least for this specialism comes first, then who has least in all, then by a fixed shuffle of the item. */
  inTurn(panellists: readonly string[], item: Item, inSpecialism: ReadonlyMap<string, number>): string[] {
    const keyed = panellists.map((id) => ({
      id,
      here: inSpecialism.get(id) ?? 0,
      all: this.load.get(id) ?? 0,
      shuffled: shuffleKey(`${item.specialism} ${item.technology} ${id}`),
    }))
    keyed.sort((a, b) => a.here - b.here || a.all - b.all || a.shuffled - b.shuffled || (a.id < b.id ? -1 : 1))
    return keyed.map(({ id }) => id)
  }
}

function topUp(dealt: Dealing, specialisms: readonly SharedSpecialism[], aTechnology: number): void {
  const askedOf = new Map<string, SharedSpecialism[]>()
  for (const one of specialisms.toSorted(by(({ specialism }) => specialism)))
    for (const technology of one.technologies) askedOf.set(technology, [...(askedOf.get(technology) ?? []), one])
  for (const [technology, asked] of [...askedOf].toSorted(by(([technology]) => technology))) {
    for (let missing = aTechnology - dealt.peopleOn(technology).size; missing > 0; missing--) {
      const free = (id: string) => !dealt.peopleOn(technology).has(id)
      const ids = [...new Set(asked.flatMap(({ panellists }) => panellists))].filter(free)
      const [next] = dealt.inTurn(ids, { technology, specialism: '' }, new Map())
      const seat = asked.find(({ panellists }) => panellists.includes(next ?? ''))
      if (next === undefined || !seat) break
      dealt.give(next, { technology, specialism: seat.specialism })
    }
  }
}

/**
 * The items of a specialism that somebody takes over who joins once they are shared out: those with fewest people first, as
 * many as the others have, and all that have too few. `people` counts those who have each technology already.
 */
export function shareOfJoiner(
  people: ReadonlyMap<string, number>,
  othersHave: readonly number[],
  { anItem }: Needed,
): string[] {
  const fewest = [...people].toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1))
  const tooFew = fewest.filter(([, count]) => count < anItem).length
  const fair = othersHave.length > 0 ? Math.min(...othersHave) : fewest.length
  return fewest.slice(0, Math.max(fair, tooFew)).map(([technology]) => technology)
}

function by<T>(key: (item: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

/** FNV-1a, 32 bits, its bits mixed once more: texts that differ in their last letter only must not come in a row. */
function shuffleKey(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
