import type { Box } from './slide.ts'

/** Points between two lines, by the size of the letters. */
const lineHeight = 1.2
/** Of its size, how wide a letter of Arial is: a little more than the mean of running text, so that what is reckoned to fit does. */
const letterWidth = 0.54
/** Capitals and digits are wider, and some letters narrower. */
const widths: Record<string, number> = {
  i: 0.26,
  l: 0.26,
  j: 0.26,
  t: 0.32,
  f: 0.32,
  ' ': 0.3,
  '.': 0.3,
  ',': 0.3,
  m: 0.86,
  w: 0.76,
}

/** Inches. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text)
    width += widths[letter] ?? (/[A-Z]/.test(letter) ? 0.7 : letter > '\u2e80' ? 1.05 : letterWidth)
  return (width * size) / 72
}

/** How many lines a text takes in a width (inches), words kept whole unless one is too long by itself. */
export function linesOf(text: string, width: number, size: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, width, size), 0)
}

function linesOfParagraph(text: string, width: number, size: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(' ')) {
    const needed = widthOf(`${word} `, size)
    if (used > 0 && used + needed > width) [lines, used] = [lines + 1, 0]
    lines += Math.floor(needed / width)
    used += needed % width
  }
  return lines
}

/** Inches. */
export function heightOf(text: string, width: number, size: number): number {
  return (linesOf(text, width, size) * size * lineHeight) / 72
}

/** The largest of these sizes (largest first) at which a text fits its box; at the smallest, cut short where it must be. */
export function fitted(
  text: string,
  { w, h }: Box,
  sizes: readonly number[],
): { text: string; size: number; isCut: boolean } {
  const size = sizes.find((one) => heightOf(text, w, one) <= h)
  if (size !== undefined) return { text, size, isCut: false }
  const smallest = sizes.at(-1)!
  const words = text.split(' ')
  while (words.length > 1 && heightOf(`${words.join(' ')} …`, w, smallest) > h) words.pop()
  let short = words.join(' ')
  while (short.length > 1 && heightOf(`${short}…`, w, smallest) > h) short = short.slice(0, -1)
  return { text: `${short.replace(/[ ,;.]+$/, '')}…`, size: smallest, isCut: true }
}

/** Parts as they fit on slides one after the other, by their heights (inches); each has at least one. */
export function paginate<T>(parts: readonly T[], heightIn: (part: T) => number, available: number): T[][] {
  const pages: T[][] = []
  let left = 0
  for (const part of parts) {
    const height = heightIn(part)
    if (pages.length === 0 || height > left) {
      pages.push([])
      left = available
    }
    pages.at(-1)!.push(part)
    left -= height
  }
  return pages
}
