/** Sizes of the names round the rim, in pixels. */
export const nameSize = { font: 12, line: 14.5, fromRim: 7 }
export const mostLines = 3
/** A generous mean for bold letters, so that names fit in any of the fonts they may be shown in. */
const letterWidth = 0.58 * nameSize.font

/** The name in lines of at most so many letters, parted after hyphens where a word is too long; null where one still is. */
export function wrap(name: string, letters: number): string[] | null {
  const lines: string[] = []
  for (const word of wordsOf(name, letters)) {
    if (word.length > letters) return null
    const last = lines.at(-1)
    const joined = last?.endsWith('-') ? last + word : `${last} ${word}`
    if (last !== undefined && joined.length <= letters) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

function wordsOf(name: string, letters: number): string[] {
  return name.split(' ').flatMap((word) => (word.length > letters ? word.split(/(?<=-)/) : [word]))
}

/** The same number of lines, as equally long as can be. */
export function wrapEvenly(name: string, letters: number): string[] | null {
  const lines = wrap(name, letters)
  if (!lines) return null
  let even = lines
  for (let fewer = letters - 1; fewer > 0; fewer--) {
    const tried = wrap(name, fewer)
    if (!tried || tried.length > lines.length) break
    even = tried
  }
  return even
}

/** How many letters fit beside the rim of a slice this wide (radians, pixels). */
export function lettersAt(angle: number, radius: number): number {
  return Math.floor((angle * (radius + nameSize.fromRim) - nameSize.font) / letterWidth)
}

/** The angle (radians) that a name needs beside the rim, in three lines. */
export function angleForName(name: string, radius: number): number {
  let letters = 4
  while (letters < name.length && (wrap(name, letters)?.length ?? mostLines + 1) > mostLines) letters++
  return ((letters + 0.01) * letterWidth + nameSize.font) / (radius + nameSize.fromRim)
}
