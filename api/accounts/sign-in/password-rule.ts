/** Of a password that is the only thing asked for, in characters (NIST SP 800-63B-4, 3.1.1.2). */
export const shortestPassword = 15
/** More would only cost time. */
export const longestPassword = 1000

/** What a password is checked against besides its length. */
export interface Surroundings {
  /** Name and address of whose it is, and of the organisation: whatever somebody would try first. */
  own: readonly string[]
  /** Whether a text, in small letters, is one of the passwords that everybody tries first. */
  isCommon: (text: string) => boolean
}

/** As a password is hashed and compared: one character typed on two keyboards is the same (NFC). */
export function keptPassword(password: string): string {
  return password.normalize('NFC')
}

/** In characters, as people count them, rather than bytes. */
export function lengthOfPassword(password: string): number {
  return [...keptPassword(password)].length
}

/**
 * What to do about a password that cannot be taken, or null (NIST SP 800-63B-4, 3.1.1.2: length and a list of what is common or
 * expected; no rule of what signs it holds, and no expiry).
 */
export function problemOfPassword(password: string, { own, isCommon }: Surroundings): string | null {
  const length = lengthOfPassword(password)
  if (length < shortestPassword) return `Use at least ${shortestPassword} characters. ${wordsOfAdvice}`
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`
  const text = keptPassword(password).toLowerCase()
  const rest = withoutOwn(text, own)
  if (rest !== text && (lettersIn(rest) < shortestWord || isEasy(rest, isCommon)))
    return `This is little more than a name or address of yours, of your organisation or of this registry. ${wordsOfAdvice}`
  return isEasy(text, isCommon) ? `This is one of the passwords that are tried first. ${wordsOfAdvice}` : null
}

const wordsOfAdvice = 'Four words that have nothing to do with you, or with one another, are easy to keep in mind.'
const shortestWord = 4

/** Common as it is, or but for figures and signs at its ends; the same over and over; or a run as “123456” or “abcdef”. */
function isEasy(text: string, isCommon: (text: string) => boolean): boolean {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const parts = word.length < shortestWord ? [text] : [text, word]
  return (
    isRun(text) || parts.some((part) => isCommon(part) || isCommon(unitOf(part)) || unitOf(part).length < shortestWord)
  )
}

/** The text that stands there over and over, perhaps cut short at the end: “pass” of “passpasspa”. The whole where there is none. */
function unitOf(text: string): string {
  for (let length = 1; length <= (text.length * 2) / 3; length++)
    if (text.startsWith(text.slice(length))) return text.slice(0, length)
  return text
}

function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0)!)
  const steps = codes.slice(1).map((code, i) => code - codes[i]!)
  // After 9 comes 0, and back.
  const step = steps.find((one) => Math.abs(one) === 1)
  return step !== undefined && steps.every((one) => one === step || one === -9 * step)
}

function withoutOwn(text: string, own: readonly string[]): string {
  const words = [...own, 'offing'].flatMap((one) => {
    const whole = one.normalize('NFC').toLowerCase()
    return [whole, ...whole.split(/[^\p{L}\p{N}]+/u)]
  })
  return words
    .filter((word) => [...word].length >= 3)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
