type Comparison<T> = (a: T, b: T) => number

/** Asks each comparison in turn until one decides. */
export function inOrder<T>(...comparisons: Comparison<T>[]): Comparison<T> {
  return (a, b) => {
    for (const compare of comparisons) {
      const decided = compare(a, b)
      if (decided !== 0) return decided
    }
    return 0
  }
}

/** What decides a place. `alphabet` is the name made comparable once, by `alphabetOf`. */
export interface Placeable {
  score: number
  alphabet: string
  id: string
}

export const highestScoreFirst: Comparison<{ score: number }> = (a, b) => b.score - a.score
export const alphabetical: Comparison<{ alphabet: string }> = (a, b) => compareText(a.alphabet, b.alphabet)
export const byId: Comparison<{ id: string }> = (a, b) => compareText(a.id, b.id)

/** By score, within a tie by name, then by id: total, so that two runs and two machines agree. */
export const rankingOrder: Comparison<Placeable> = (a, b) => highestScoreFirst(a, b) || nameOrder(a, b)
export const nameOrder: Comparison<Omit<Placeable, 'score'>> = (a, b) => alphabetical(a, b) || byId(a, b)

/** By number: the rank of each one's name among all. Names are slow to compare, and every ranking has lists by name. */
export function nameRanksOf(items: readonly Omit<Placeable, 'score'>[]): Uint32Array {
  const ranks = new Uint32Array(items.length)
  const numbers = items.flatMap((_, number) => number)
  numbers.sort((a, b) => nameOrder(items[a]!, items[b]!))
  numbers.forEach((number, rank) => {
    ranks[number] = rank
  })
  return ranks
}

/** A name without case and accents, which compares the same everywhere, whatever language the machine speaks. */
export function alphabetOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Places 1-2-2-4 for scores in falling order: equal scores share the better place. */
export function placesOf(scores: readonly number[]): number[] {
  const places: number[] = []
  scores.forEach((score, i) => {
    places.push(i > 0 && score === scores[i - 1] ? places[i - 1]! : i + 1)
  })
  return places
}

/** Puts these in the order of the ranking, and gives each its place. */
export function putInPlaces(rows: (Placeable & { place: number })[]): void {
  rows.sort(rankingOrder)
  const places = placesOf(rows.map(({ score }) => score))
  rows.forEach((row, i) => {
    row.place = places[i]!
  })
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
