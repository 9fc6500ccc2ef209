/** A name without what does not tell names apart: case, accents, and more than one space. */
export function foldedName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Other names of a technology, each once, and none that is its name already. */
export function withoutRepeats(name: string, aliases: readonly string[]): string[] {
  const known = new Set([foldedName(name)])
  return aliases.filter((alias) => {
    const folded = foldedName(alias)
    if (known.has(folded)) return false
    known.add(folded)
    return true
  })
}
