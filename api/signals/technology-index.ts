import { foldedWords, ignored, singular, weightOf } from '../technologies/near-names.ts'

/** A technology as signals are held against it. Identifiers are those found in its evidence. */
export interface KnownTechnology {
  slug: string
  name: string
  aliases: readonly string[]
  identifiers: readonly string[]
}

/** One name of a technology, taken apart. */
export interface KnownName {
  technology: KnownTechnology
  /** As it is written. */
  name: string
  isAlias: boolean
  words: readonly string[]
  /** The sum of what its words say. */
  weight: number
}

/** The technologies of the registry, ready to be looked through by word: made once, since there are thousands. */
export interface TechnologyIndex {
  /** Names that a text can hold, by their first word. */
  byFirstWord: ReadonlyMap<string, readonly KnownName[]>
  /** Names by each of their words that says something. */
  byWord: ReadonlyMap<string, readonly KnownName[]>
  byIdentifier: ReadonlyMap<string, readonly KnownTechnology[]>
  bySlug: ReadonlyMap<string, KnownTechnology>
}

export function indexTechnologies(technologies: readonly KnownTechnology[]): TechnologyIndex {
  const byFirstWord = new Map<string, KnownName[]>()
  const byWord = new Map<string, KnownName[]>()
  const byIdentifier = new Map<string, KnownTechnology[]>()
  for (const technology of technologies) {
    for (const known of namesOf(technology)) {
      if (saysEnough(known)) add(byFirstWord, known.words[0]!, known)
      for (const word of new Set(known.words)) add(byWord, word, known)
    }
    for (const identifier of new Set(technology.identifiers)) add(byIdentifier, identifier, technology)
  }
  return { byFirstWord, byWord, byIdentifier, bySlug: new Map(technologies.map((one) => [one.slug, one])) }
}

/** The words of a text in their order, as names are compared: without case, accents, plurals and words that say nothing. */
export function wordsOf(text: string): string[] {
  return foldedWords(text)
    .filter((word) => !ignored.has(word))
    .map(singular)
}

function namesOf(technology: KnownTechnology): KnownName[] {
  return [technology.name, ...technology.aliases].map((name, i) => {
    const words = wordsOf(name)
    return { technology, name, isAlias: i > 0, words, weight: words.reduce((sum, word) => sum + weightOf(word), 0) }
  })
}

/** “AI” or “Monitor” as an alias would be held by every other text. */
function saysEnough({ words, weight }: KnownName): boolean {
  return weight >= 1 && words.join('').length >= 3
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}
