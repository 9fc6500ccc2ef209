import { likenessOf, type Words, weightOf, wordsOf } from '../../technologies/near-names.ts'

/** A technology by which names are looked for. */
export interface KnownTechnology {
  id: string
  slug: string
  name: string
  aliases: readonly string[]
  archived: boolean
}

/** A technology that may be what a name means. `alias` is the other name by which it is near; `same` as in `nearNames`. */
export interface Match {
  technology: KnownTechnology
  alias: string | null
  same: boolean
}

interface KnownName {
  technology: KnownTechnology
  alias: string | null
  words: Words
  weight: number
}

/** A name that holds a word with this beginning, and what the word that says most with it says. */
interface Posting {
  number: number
  weight: number
}

export interface NameIndex {
  names: readonly KnownName[]
  /** By their letters alone. */
  same: ReadonlyMap<string, readonly KnownName[]>
  /** By the first two letters of their words, and of all their letters. */
  byStart: ReadonlyMap<string, readonly Posting[]>
  byLetters: ReadonlyMap<string, readonly number[]>
}

const { min } = Math
const mostShown = 3
/** As in `nearNames`. */
const near = 0.5
/** Of so many names alike, three are found by looking at the likeliest. */
const mostCompared = 60

/** All names of technologies, made ready once: thousands of names are held against thousands. */
export function indexNames(technologies: readonly KnownTechnology[]): NameIndex {
  const names = technologies.flatMap((technology) => namesOf(technology))
  const same = new Map<string, KnownName[]>()
  const byStart = new Map<string, Posting[]>()
  const byLetters = new Map<string, number[]>()
  names.forEach((known, number) => {
    const { words, joined } = known.words
    add(same, joined, known)
    add(byLetters, startOf(joined), number)
    for (const [start, weight] of startsOf(words)) add(byStart, start, { number, weight })
  })
  return { names, same, byStart, byLetters }
}

function namesOf(technology: KnownTechnology): KnownName[] {
  const known = (name: string, alias: string | null) => {
    const words = wordsOf(name)
    return { technology, alias, words, weight: weightOfAll(words.words) }
  }
  const all = [known(technology.name, null), ...technology.aliases.map((alias) => known(alias, alias))]
  return all.filter(({ words }) => words.joined !== '')
}

/**
 * The technologies that a name may mean, likeliest first, each once. Only names that can be near at all are compared, and of these the
 * likeliest: what two names have in common is at most what their words with the same beginnings say.
 */
export function matchesOf(name: string, index: NameIndex): Match[] {
  const sought = wordsOf(name)
  if (sought.joined === '') return []
  const best = new Map<KnownTechnology, { match: Match; likeness: number }>()
  for (const number of mayBeNear(sought, index)) {
    const { technology, alias, words } = index.names[number]!
    const likeness = likenessOf(sought, words)
    if (likeness < near || likeness <= (best.get(technology)?.likeness ?? 0)) continue
    best.set(technology, { likeness, match: { technology, alias, same: words.joined === sought.joined } })
  }
  return [...best.values()]
    .sort((a, b) => b.likeness - a.likeness || compare(a.match.technology, b.match.technology))
    .slice(0, mostShown)
    .map(({ match }) => match)
}

/** The one technology, not archived, that has this very name or alias; undefined where there is none, or several. */
export function sameNamed(name: string, { same }: NameIndex): KnownTechnology | undefined {
  const found = new Set((same.get(wordsOf(name).joined) ?? []).map(({ technology }) => technology))
  const [only] = found
  return found.size === 1 && !only!.archived ? only : undefined
}

/** The numbers of names to compare: those of which enough may be in common, the likeliest where there are too many. */
function mayBeNear({ words, joined }: Words, { names, byStart, byLetters }: NameIndex): Set<number> {
  const common = new Float32Array(names.length)
  const touched: number[] = []
  for (const word of words) {
    const weight = weightOf(word)
    for (const { number, weight: other } of byStart.get(startOf(word)) ?? []) {
      if (common[number] === 0) touched.push(number)
      common[number]! += min(other, weight)
    }
  }
  const total = weightOfAll(words)
  const most = (number: number) => (2 * common[number]!) / (total + names[number]!.weight)
  // A share that is exactly enough must not be lost by rounding.
  const likely = touched.filter((number) => most(number) >= near - 1e-6)
  if (likely.length > mostCompared) likely.sort((a, b) => most(b) - most(a) || a - b).length = mostCompared
  const found = new Set(likely)
  for (const number of byLetters.get(startOf(joined)) ?? [])
    if (areOfALength(joined, names[number]!.words.joined)) found.add(number)
  return found
}

/** Letters as a whole are near where one in ten differs at most. */
function areOfALength(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length - short.length <= long.length / 10
}

function startsOf(words: readonly string[]): Map<string, number> {
  const starts = new Map<string, number>()
  for (const word of words) {
    const [start, weight] = [startOf(word), weightOf(word)]
    if (weight > (starts.get(start) ?? 0)) starts.set(start, weight)
  }
  return starts
}

const startOf = (word: string) => word.slice(0, 2)
const weightOfAll = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0)

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}

function compare(a: KnownTechnology, b: KnownTechnology): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.slug < b.slug ? -1 : 1
}
