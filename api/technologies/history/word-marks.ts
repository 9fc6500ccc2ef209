/** A stretch of text that stands in both, or only before, or only after. */
export interface Stretch {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/** Beyond this many pairs of words the texts are shown as wholly changed: nobody would look for single words. */
const mostPairs = 1_000_000

/** What was taken out of a text and what was put in, word by word (longest common subsequence; Wagner and Fischer 1974). */
export function wordMarks(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length * b.length > mostPairs) return joined([...a.map(gone), ...b.map(added)])
  const common = lengthsOfCommon(a, b)
  const marks: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (isSame(a[i]!, b[j]!)) {
      marks.push({ kind: 'same', text: b[j]! })
      i++
      j++
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!) marks.push(gone(a[i++]!))
    else marks.push(added(b[j++]!))
  }
  return joined([...marks, ...a.slice(i).map(gone), ...b.slice(j).map(added)])
}

const gone = (text: string): Stretch => ({ kind: 'gone', text })
const added = (text: string): Stretch => ({ kind: 'new', text })

/** What is between words tells none apart. */
const isSame = (a: string, b: string) => a.trimEnd() === b.trimEnd()

/** Words, each with the space behind it, so that they join to the text again. */
const wordsOf = (text: string) => text.match(/\S+\s*|\s+/g) ?? []

/** `[i][j]`: how many words the ends of both texts, from the ith and the jth word on, have in common in their order. */
function lengthsOfCommon(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const { max } = Math
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i]![j] = isSame(a[i]!, b[j]!)
        ? lengths[i + 1]![j + 1]! + 1
        : max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

function joined(marks: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { kind, text } of marks) {
    const last = all.at(-1)
    if (last?.kind === kind) last.text += text
    else all.push({ kind, text })
  }
  return all
}
