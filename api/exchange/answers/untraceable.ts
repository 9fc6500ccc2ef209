/** What is told of an answer besides its content, by numbers. `pair`: a technology for a specialism. */
export interface LeavingRow {
  panellist: number
  pair: number
  round: number
}

export interface Untraceable {
  /** Panel members whose rows carry their pseudonym. */
  pseudonymous: ReadonlySet<number>
  /** Pairs whose rows say in which round each answer was given. */
  tellingRound: ReadonlySet<number>
}

/**
 * What rows may tell of whose they are. The scan team sees by name how many items of a specialism somebody answered in a round and, where
 * answers are typed in from paper, which: it could look for the one pseudonym that has so many rows. People are therefore grouped by
 * their signature, the very items of which they have rows (so the same number in the same specialisms), and have a pseudonym
 * only where `fewest` people or more share it (k-anonymity, Sweeney 2002). Who has none must not be told by that: where an item
 * would have such rows of fewer than `fewest` people, a group there goes without, the smallest first. The round is told of a pair
 * where `fewest` people answered in each that has rows. No pair may have rows of fewer people than that. Pauses often.
 */
export function* untraceable(rows: readonly LeavingRow[], fewest: number): Generator<void, Untraceable> {
  const tellingRound = pairsTellingRound(rows, fewest)
  yield
  const itemOf = ({ pair, round }: LeavingRow) => pair * 65_536 + (tellingRound.has(pair) ? round : 0)
  const groups = yield* groupsOf(rows, itemOf)
  const withPseudonym = yield* withoutFew(groups, fewest)
  return { pseudonymous: new Set(withPseudonym.flatMap(({ people }) => people)), tellingRound }
}

function pairsTellingRound(rows: readonly LeavingRow[], fewest: number): Set<number> {
  const people = new Map<number, Map<number, number>>()
  for (const { pair, round } of rows) {
    const rounds = people.get(pair) ?? new Map<number, number>()
    people.set(pair, rounds.set(round, (rounds.get(round) ?? 0) + 1))
  }
  return new Set([...people].flatMap(([pair, rounds]) => (Math.min(...rounds.values()) >= fewest ? [pair] : [])))
}

/** People who have rows of the same items. */
interface Group {
  signature: string
  items: number[]
  people: number[]
}

function* groupsOf(rows: readonly LeavingRow[], itemOf: (row: LeavingRow) => number): Generator<void, Group[]> {
  const itemsOf = new Map<number, number[]>()
  for (const row of rows) {
    const items = itemsOf.get(row.panellist)
    if (items) items.push(itemOf(row))
    else itemsOf.set(row.panellist, [itemOf(row)])
  }
  const groups = new Map<string, Group>()
  for (const [panellist, items] of itemsOf) {
    const signature = items.sort((a, b) => a - b).join(' ')
    const known = groups.get(signature)
    if (known) known.people.push(panellist)
    else groups.set(signature, { signature, items, people: [panellist] })
    yield
  }
  return [...groups.values()]
}

/** The groups that keep their pseudonyms: large enough, and nobody beside them is left among too few without one. */
function* withoutFew(groups: readonly Group[], fewest: number): Generator<void, Group[]> {
  const bare = new Map<number, number>()
  const leaveBare = ({ items, people }: Group) => {
    for (const item of items) bare.set(item, (bare.get(item) ?? 0) + people.length)
  }
  for (const group of groups) if (group.people.length < fewest) leaveBare(group)
  let kept = groups.filter(({ people }) => people.length >= fewest).sort(smallestFirst)
  const standsByFew = ({ items }: Group) => items.some((item) => bare.has(item) && bare.get(item)! < fewest)
  for (let found = kept.find(standsByFew); found; found = kept.find(standsByFew)) {
    const exposed = found
    leaveBare(exposed)
    kept = kept.filter((group) => group !== exposed)
    yield
  }
  return kept
}

/** By nothing else than how many they are and what they answered. */
const smallestFirst = (a: Group, b: Group) => a.people.length - b.people.length || (a.signature < b.signature ? -1 : 1)
