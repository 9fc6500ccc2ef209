/** A specialism with all that it may be called. */
export interface NamedSpecialism {
  slug: string
  name: string
  aliases: readonly string[]
  /** Whether the scan holds it. */
  inScan: boolean
}

export interface Named {
  /** Slugs, each once. */
  found: string[]
  unknown: string[]
  /** Names of specialisms that the scan does not hold. */
  elsewhere: string[]
}

/**
 * The specialisms that a cell names: by name, slug or alias, whatever their case, accents and punctuation. Several stand on
 * lines of their own, or between semicolons or commas; a name that holds a comma itself is found whole first.
 */
export function specialismsNamed(cell: string, specialisms: readonly NamedSpecialism[]): Named {
  const known = byName(specialisms)
  const parts = cell.split(/[;\n\r|]/).flatMap((part) => (known.has(plain(part)) ? [part] : part.split(',')))
  const named = parts.map((part) => part.trim()).filter((part) => part !== '')
  const matched = named.map((text) => ({ text, one: known.get(plain(text)) }))
  const unique = (texts: string[]) => [...new Set(texts)]
  return {
    found: unique(matched.flatMap(({ one }) => (one?.inScan ? [one.slug] : []))),
    unknown: unique(matched.flatMap(({ text, one }) => (one ? [] : [text]))),
    elsewhere: unique(matched.flatMap(({ one }) => (one && !one.inScan ? [one.name] : []))),
  }
}

/** A name or slug goes before an alias, and what the scan holds before what it does not. */
function byName(specialisms: readonly NamedSpecialism[]): Map<string, NamedSpecialism> {
  const known = new Map<string, NamedSpecialism>()
  const inOrder = [...specialisms.filter(({ inScan }) => inScan), ...specialisms.filter(({ inScan }) => !inScan)]
  const enter = (text: string, one: NamedSpecialism) => {
    if (plain(text) !== '' && !known.has(plain(text))) known.set(plain(text), one)
  }
  for (const one of inOrder) for (const text of [one.name, one.slug]) enter(text, one)
  for (const one of inOrder) for (const text of one.aliases) enter(text, one)
  return known
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
