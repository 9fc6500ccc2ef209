/**
 * Whether a spreadsheet program might take a text for a formula, or for a command, when it opens or edits it: it begins with
 * one of = + - @ (also as wide letters), behind spaces or quotation marks or not, or with a control character.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\s"'\p{Zs}\p{Cf}]*[=+\-@＝＋－＠−]/u.test(text) || /^\s*\p{Cc}/u.test(text)
}

/** The text for a file that says nothing of what its cells are: with an apostrophe before what looks like a formula. */
export function asPlainText(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}
