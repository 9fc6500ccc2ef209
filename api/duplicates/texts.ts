import { wordsOf } from '../technologies/near-names.ts'
import { aTurn, mapped } from './mapped.ts'

/** The words of many texts, each word with how much it tells: the logarithm of how few texts hold it. */
export interface Texts {
  words: readonly ReadonlySet<string>[]
  /** Of each text, what all its words tell together. */
  totals: readonly number[]
  weights: ReadonlyMap<string, number>
  /** Of each text the rarest words that others hold too, and of each such word the texts. */
  rare: readonly (readonly string[])[]
  holders: ReadonlyMap<string, readonly number[]>
}

const { log } = Math
/** A word in more texts than this does not lead from one to another. */
const mostHolders = 40
const rarestKept = 12
const wordsShown = 6

export function* textsOf(texts: readonly string[]): Generator<void, Texts> {
  const words = yield* mapped(texts, (text) => new Set(wordsOf(text).words.filter((word) => word.length > 2)))
  const holders = yield* holdersOf(words)
  const weights = new Map([...holders].map(([word, { length }]) => [word, log((texts.length + 1) / length)]))
  const totals = words.map((ofOne) => sum(ofOne, weights))
  const held = (word: string) => holders.get(word)!.length
  const rare = yield* mapped(words, (ofOne) =>
    [...ofOne]
      .filter((word) => held(word) >= 2 && held(word) <= mostHolders)
      .sort((a, b) => held(a) - held(b) || (a < b ? -1 : 1))
      .slice(0, rarestKept),
  )
  return { words, totals, weights, rare, holders }
}

/** Who holds what: of each word, or other key, the places in `all` of those that have it. */
export function* holdersOf(all: readonly Iterable<string>[]): Generator<void, Map<string, number[]>> {
  const holders = new Map<string, number[]>()
  for (let i = 0; i < all.length; i++) {
    if (i % aTurn === 0) yield
    for (const key of all[i]!) {
      const others = holders.get(key)
      if (others) others.push(i)
      else holders.set(key, [i])
    }
  }
  return holders
}

/**
 * How much of what two texts tell they tell both (Dice's coefficient, words weighted by rarity), 0 to 1, and the words in common
 * that tell most.
 */
export function likenessOfTexts({ words, totals, weights }: Texts, i: number, j: number) {
  const common = [...words[i]!].filter((word) => words[j]!.has(word))
  const both = totals[i]! + totals[j]!
  const likeness = both === 0 ? 0 : (2 * sum(common, weights)) / both
  const telling = common.sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
  return { likeness, words: telling.slice(0, wordsShown) }
}

function sum(words: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let total = 0
  for (const word of words) total += weights.get(word)!
  return total
}
