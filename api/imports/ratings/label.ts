/** How long a label may be. */
export const longestLabel = 20

/** A pseudonym as this registry draws them. */
const drawn = /^P-[B-DF-HJ-NP-TV-XZ2-9]{6}$/
const allowed = /^[\p{L}\p{N}][\p{L}\p{N}._#-]*$/u

/**
 * What is wrong with what a file calls a panel member, or null. A label is kept as a pseudonym, and leaves with answers, so it may
 * name nobody: one or two letters, or a word with a digit in it.
 */
export function problemOfLabel(label: string): string | null {
  const isLabel = label.length <= longestLabel && allowed.test(label) && (/\p{N}/u.test(label) || label.length <= 2)
  if (isLabel || drawn.test(label)) return null
  return `must be a label that names nobody, as P1 or R-07: one word of at most ${longestLabel} characters, with a number`
}

/**
 * The pseudonym under which a label is kept. One that was drawn by lot stays as it is where it is free; any other carries the end of the
 * scan's id, since another scan may use the same labels for other people.
 */
export function pseudonymOf(label: string, scan: string, isTaken: (pseudonym: string) => boolean): string {
  return drawn.test(label) && !isTaken(label) ? label : `${label}-${scan.slice(-6)}`
}

/** Those of whom a file gives no label: each further answer on an item is a further person's. */
export function labelOfUnnamed(specialism: string, nth: number): string {
  return `unnamed-${specialism}-${nth}`
}
