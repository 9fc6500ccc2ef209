import { weightOf } from '../technologies/near-names.ts'
import { plainIdentifiers } from './identifiers.ts'
import type { KnownName, KnownTechnology, TechnologyIndex } from './technology-index.ts'

/** A signal taken apart: the words of its title and of its text (`wordsOf`), and its registration numbers. */
export interface SignalWords {
  title: readonly string[]
  text: readonly string[]
  identifiers: readonly string[]
  /** The slug of the technology that it says is out of date. */
  about: string | null
}

export interface Suggestion {
  technology: KnownTechnology
  reasons: Reason[]
}

/** Why a technology is suggested, the strongest first in this list; `words` is what stands in its sentence. */
export interface Reason {
  kind: ReasonKind
  words: string
}

export type ReasonKind =
  | 'about'
  | 'identifier'
  | 'title-name'
  | 'title-alias'
  | 'text-name'
  | 'text-alias'
  | 'common-words'

/** How much each reason counts for the order of suggestions; one that rests on words in common, in proportion to their share. */
const points: Record<ReasonKind, number> = {
  about: 200,
  identifier: 100,
  'title-name': 80,
  'title-alias': 70,
  'text-name': 45,
  'text-alias': 40,
  'common-words': 35,
}

const mostShown = 5
/** From this share of a name up, weighed by what its words say. */
const leastShare = 0.6

/** Technologies that a signal may be about, likeliest first, then by name: each with every reason for it, and nothing more. */
export function suggest(signal: SignalWords, index: TechnologyIndex): Suggestion[] {
  const found = new Map<KnownTechnology, { reasons: Reason[]; points: number }>()
  const add = (technology: KnownTechnology, kind: ReasonKind, words: string, share = 1) => {
    const one = found.get(technology) ?? { reasons: [], points: 0 }
    one.reasons.push({ kind, words })
    one.points += points[kind] * share
    found.set(technology, one)
  }
  const about = signal.about === null ? undefined : index.bySlug.get(signal.about)
  if (about) add(about, 'about', about.name)
  for (const identifier of new Set(plainIdentifiers(signal.identifiers)))
    for (const technology of index.byIdentifier.get(identifier) ?? []) add(technology, 'identifier', identifier)
  const inTitle = namesIn(signal.title, index)
  for (const { technology, isAlias, name } of inTitle) add(technology, isAlias ? 'title-alias' : 'title-name', name)
  for (const known of namesIn(signal.text, index))
    if (!inTitle.has(known)) add(known.technology, known.isAlias ? 'text-alias' : 'text-name', known.name)
  for (const { known, words, share } of inCommon(signal.title, index))
    if (!inTitle.has(known)) add(known.technology, 'common-words', words.join(', '), share)
  return [...found]
    .map(([technology, one]) => ({ technology, ...one }))
    .sort((a, b) => b.points - a.points || compare(a.technology, b.technology))
    .slice(0, mostShown)
    .map(({ technology, reasons }) => ({ technology, reasons }))
}

/** Names whose words stand in these words one after the other. */
export function namesIn(words: readonly string[], { byFirstWord }: TechnologyIndex): Set<KnownName> {
  const held = new Set<KnownName>()
  for (let at = 0; at < words.length; at++)
    for (const known of byFirstWord.get(words[at]!) ?? []) if (standsAt(known, words, at)) held.add(known)
  return held
}

function standsAt(known: KnownName, words: readonly string[], at: number): boolean {
  return known.words.every((word, i) => words[at + i] === word)
}

/** For each technology the name that has the most of its words in common with these, where that is enough to be worth a look. */
function inCommon(title: readonly string[], { byWord }: TechnologyIndex) {
  const common = new Map<KnownName, string[]>()
  for (const word of new Set(title))
    for (const known of byWord.get(word) ?? []) common.set(known, [...(common.get(known) ?? []), word])
  const best = new Map<KnownTechnology, { known: KnownName; words: string[]; share: number }>()
  for (const [known, words] of common) {
    const weight = words.reduce((sum, word) => sum + weightOf(word), 0)
    const share = weight / known.weight
    const before = best.get(known.technology)
    if (weight >= 1 && share >= leastShare && share > (before?.share ?? 0))
      best.set(known.technology, { known, words, share })
  }
  return best.values()
}

function compare(a: KnownTechnology, b: KnownTechnology): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.slug < b.slug ? -1 : 1
}

/** A reason as a sentence. */
export function sentenceOf({ kind, words }: Reason): string {
  switch (kind) {
    case 'about':
      return 'It was sent about this technology.'
    case 'identifier':
      return `The same registration number: ${words}.`
    case 'title-name':
      return `Its title holds the name “${words}”.`
    case 'title-alias':
      return `Its title holds the alias “${words}”.`
    case 'text-name':
      return `Its text holds the name “${words}”.`
    case 'text-alias':
      return `Its text holds the alias “${words}”.`
    case 'common-words':
      return `Words in common: ${words}.`
  }
}
