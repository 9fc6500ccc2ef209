export interface Named {
  slug: string
  name: string
  /** Other names that it goes by. */
  aliases?: readonly string[]
}

/** `alias` is the other name by which it is near; null where that is its own. `same`: see `nearNames`. */
export type Near<T> = T & { alias: string | null; same: boolean }

/** At most this many are worth a scanner's look. */
const mostShown = 5
/** From this likeness up, which is where the names of a real scan begin to be about the same thing. */
const near = 0.5

/**
 * Those whose name is so near that one should look before entering it: best first, then by name, then by slug. `same` says
 * that the names differ in nothing but case, accents, punctuation and the spaces between words. Of several names of one, the nearest counts.
 */
export function nearNames<T extends Named>(name: string, candidates: readonly T[]): Near<T>[] {
  const sought = wordsOf(name)
  if (sought.joined === '') return []
  const mayBeNear = beginsAWordLike(sought)
  const found: { candidate: T; likeness: number; alias: string | null; same: boolean }[] = []
  for (const candidate of candidates) {
    let best: (typeof found)[number] | undefined
    for (const one of candidate.aliases?.length ? [candidate.name, ...candidate.aliases] : [candidate.name]) {
      if (!mayBeNear(one)) continue
      const words = wordsOf(one)
      const likeness = likenessOf(sought, words)
      if (likeness < near || (best && best.likeness >= likeness)) continue
      best = { candidate, likeness, alias: one === candidate.name ? null : one, same: words.joined === sought.joined }
    }
    if (best) found.push(best)
  }
  return found
    .sort((a, b) => b.likeness - a.likeness || compareNamed(a.candidate, b.candidate))
    .slice(0, mostShown)
    .map(({ candidate, alias, same }) => ({ ...candidate, alias, same }))
}

/** Whether two names differ in nothing but case, accents, punctuation and the spaces between words. */
export function isSameName(a: string, b: string): boolean {
  return wordsOf(a).joined === wordsOf(b).joined
}

function compareNamed(a: Named, b: Named): number {
  return compareText(a.name, b.name) || compareText(a.slug, b.slug)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The words of a name, in one spelling. */
export interface Words {
  words: string[]
  /** All words without what is between them: "tele medicine" is "telemedicine". */
  joined: string
}

/** Words that say nothing of what a name is about. */
export const ignored = new Set('a an and at by for from in of on or the to using with'.split(' '))

// Beginnings of words that stand in so many names that they say little about what a technology is.
const weak =
  /^(ai$|algorithm|analys|artificial|assess|assist|automat|based$|care$|clinic|detect|device|diagnos|digital|enabl|guided$|home$|intelligen|interpret|monitor|patient|platform|predict|rapid|remote|screen|service|smart$|support|system|technolog|test|therap|tool|wearable)/

/** The words of a name, but for those that say nothing such as “of”. */
export function wordsOf(name: string): Words {
  const all = foldedWords(name)
  return { words: all.filter((word) => !ignored.has(word)).map(singular), joined: all.join('') }
}

/** The words of a text without case, accents and punctuation. */
export function foldedWords(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** An English word without the ending of its plural. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /[siu]s$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

/**
 * Two words are alike only where their first two letters are the same, which are seldom mistyped. So most names can be
 * left out before they are taken apart: 20,000 of them are looked through in some 20 ms.
 */
function beginsAWordLike(sought: Words): (name: string) => boolean {
  const starts = [...sought.words, sought.joined].map((word) => [...word.slice(0, 2)].join('[^a-z0-9]*'))
  const pattern = new RegExp(`(?<![a-z0-9])(?:${starts.join('|')})`, 'i')
  const beyondAscii = /[^\x20-\x7e]/
  return beyondAscii.test(sought.joined) ? () => true : (name) => pattern.test(name) || beyondAscii.test(name)
}

function startAlike(a: string, b: string): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** 0 to 1: how much a word says of what a technology is. */
export function weightOf(word: string): number {
  return weak.test(word) ? 0.35 : 1
}

function weightOfAll(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}

/** 0 to 1: the share of both names' words that they have in common, or how little the letters as a whole differ. */
export function likenessOf(a: Words, b: Words): number {
  return Math.max(likenessOfLetters(a.joined, b.joined), likenessOfWords(a, b))
}

function likenessOfWords(a: Words, b: Words): number {
  const taken = new Set<number>()
  let common = 0
  for (const word of a.words) {
    const { at, likeness } = bestMatch(word, b.words, taken)
    if (at < 0) continue
    taken.add(at)
    common += likeness * Math.min(weightOf(word), weightOf(b.words[at]!))
  }
  return common === 0 ? 0 : (2 * common) / (weightOfAll(a.words) + weightOfAll(b.words))
}

function bestMatch(word: string, among: readonly string[], taken: ReadonlySet<number>) {
  let at = -1
  let best = 0
  for (let i = 0; i < among.length; i++) {
    const likeness = likenessOfTwoWords(word, among[i]!)
    if (likeness <= best || taken.has(i)) continue
    best = likeness
    at = i
  }
  return { at, likeness: best }
}

function likenessOfTwoWords(a: string, b: string): number {
  if (a === b) return 1
  if (!startAlike(a, b)) return 0
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  // What differs in a digit is another thing: CYP2C9 is not CYP2C19.
  if (short.length < 4 || /\d/.test(short + long)) return 0
  if (long.startsWith(short) && short.length >= 0.4 * long.length) return 0.9
  if (commonStart(short, long) >= Math.max(5, 0.7 * short.length)) return 0.8
  const allowed = short.length >= 8 ? 2 : short.length >= 5 ? 1 : 0
  return isWithin(short, long, allowed) ? 0.85 : 0
}

function likenessOfLetters(a: string, b: string): number {
  if (a === b) return 1
  const allowed = Math.floor(Math.max(a.length, b.length) / 10)
  return isWithin(a, b, allowed) && a.replace(/\D/g, '') === b.replace(/\D/g, '') ? 0.95 : 0
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** Whether one text becomes the other in so many steps: a letter more, less, another, or two neighbours swapped. */
function isWithin(a: string, b: string, steps: number): boolean {
  if (steps === 0 || !startAlike(a, b) || Math.abs(a.length - b.length) > steps) return false
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + other)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1)
    }
    if (Math.min(...row) > steps) return false
    beforeLast = last
    last = row
  }
  return last[b.length]! <= steps
}
