import type { DuplicateReason } from '../contract/duplicates.ts'
import { likenessOf, type Words, wordsOf } from '../technologies/near-names.ts'
import { type Blocks, companionsOf, gather } from './blocks.ts'
import { aTurn, mapped } from './mapped.ts'
import { likenessOfTexts, textsOf } from './texts.ts'

/** A technology as it is held against the others. */
export interface Candidate {
  id: string
  name: string
  aliases: readonly string[]
  /** What it is and what it would change. */
  text: string
  identifiers: readonly string[]
}

/** Two technologies that look like one: `left` has the smaller id. */
export interface Pair {
  left: string
  right: string
  reasons: DuplicateReason[]
  /** 0 to 1, for putting in order. */
  strength: number
}

/** From these likenesses up: among the 101 technologies of a real scan two pairs of names, and no texts. */
const nearNames = 0.6
const nearTexts = 0.4
/** A word, or two words of a name, in more technologies than this tells none of them apart. */
const mostOfAName = 40
/** A report that more technologies than this cite speaks of all of them. */
const mostOfAnIdentifier = 8

/**
 * Pairs of technologies that look like one, likeliest first, at most `most` of them. Only those that share something rare are held
 * against each other, so that the work does not grow with the square of their number. It pauses often.
 */
export function* pairsAmong(candidates: readonly Candidate[], most: number): Generator<void, Pair[]> {
  const all = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const names = yield* mapped(all, ({ name, aliases }) => [name, ...aliases].map(wordsOf))
  const texts = yield* textsOf(all.map(({ text }) => text))
  const blocks: Blocks[] = [
    yield* gather(names, (ofOne) => ofOne.flatMap(keysOf), mostOfAName),
    yield* gather(all, ({ identifiers }) => identifiers, mostOfAnIdentifier),
  ]
  const found: Pair[] = []
  for (let i = 0; i < all.length; i++) {
    if (i % aTurn === 0) yield
    for (const [j, sharesText] of companionsOf(i, blocks, texts)) {
      const reasons = reasonsFor(all[i]!, all[j]!, names[i]!, names[j]!)
      const alike = sharesText || reasons.length > 0 ? likenessOfTexts(texts, i, j) : undefined
      if (alike && alike.likeness >= nearTexts)
        reasons.push({ kind: 'text', likeness: rounded(alike.likeness), words: alike.words })
      if (reasons.length > 0)
        found.push({ left: all[i]!.id, right: all[j]!.id, reasons, strength: strengthOf(reasons) })
    }
    if (found.length > 4 * most) cut(found, most)
  }
  return cut(found, most)
}

/** Why these two look like one, their descriptions aside. */
function reasonsFor(a: Candidate, b: Candidate, ofA: readonly Words[], ofB: readonly Words[]): DuplicateReason[] {
  const reasons: DuplicateReason[] = []
  const likeness = likenessOf(ofA[0]!, ofB[0]!)
  if (likeness >= nearNames)
    reasons.push({ kind: 'name', likeness: rounded(likeness), same: ofA[0]!.joined === ofB[0]!.joined })
  const alias = nearestAlias(ofA, ofB)
  if (alias && alias.likeness > likeness)
    reasons.push({
      kind: 'alias',
      likeness: rounded(alias.likeness),
      left: nameAt(a, alias.i),
      right: nameAt(b, alias.j),
    })
  const identifiers = a.identifiers.filter((one) => b.identifiers.includes(one))
  if (identifiers.length > 0) reasons.push({ kind: 'identifier', identifiers })
  return reasons
}

/** Of two names, of which at least one is another name, those most alike, from `nearNames` up. */
function nearestAlias(ofA: readonly Words[], ofB: readonly Words[]) {
  let best: { i: number; j: number; likeness: number } | undefined
  for (let i = 0; i < ofA.length; i++)
    for (let j = i === 0 ? 1 : 0; j < ofB.length; j++) {
      const likeness = likenessOf(ofA[i]!, ofB[j]!)
      if (likeness >= nearNames && likeness > (best?.likeness ?? 0)) best = { i, j, likeness }
    }
  return best
}

const nameAt = ({ name, aliases }: Candidate, i: number) => (i === 0 ? name : aliases[i - 1]!)

/** What a name is found by: how each of its words begins, each two of them, and how it begins without spaces. */
function keysOf({ words, joined }: Words): string[] {
  const beginnings = [...new Set(words.map((word) => (/\d/.test(word) ? word : word.slice(0, 4))))].sort()
  const twos = beginnings.flatMap((one, i) => beginnings.slice(i + 1).map((other) => `${one} ${other}`))
  return [...beginnings, ...twos, `=${joined.slice(0, 10)}`]
}

/** Reasons add up: each takes its share of the doubt that the others leave. */
function strengthOf(reasons: readonly DuplicateReason[]): number {
  return rounded(1 - reasons.reduce((doubt, reason) => doubt * (1 - weightOf(reason)), 1))
}

function weightOf(reason: DuplicateReason): number {
  if (reason.kind === 'identifier') return 0.8
  if (reason.kind === 'text') return 0.6 * reason.likeness
  return 0.9 * reason.likeness
}

const rounded = (share: number) => Number(share.toFixed(3))

function cut(found: Pair[], most: number): Pair[] {
  found.sort((a, b) => b.strength - a.strength || compare(a.left, b.left) || compare(a.right, b.right))
  found.splice(most)
  return found
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The pairs without those that somebody has told apart for good (`left right`, the smaller id first). */
export function notToldApart(pairs: readonly Pair[], toldApart: ReadonlySet<string>): Pair[] {
  return pairs.filter(({ left, right }) => !toldApart.has(`${left} ${right}`))
}

/** Two ids with the smaller first, as pairs are kept. */
export function inOrder(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a]
}
