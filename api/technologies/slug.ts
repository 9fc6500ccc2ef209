/** What stands at a technology's place in an address already: the page on which one is entered, near names, readings. */
const reserved: ReadonlySet<string> = new Set(['new', 'near-names', 'readings'])
const looksLikeId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A name as it stands in an address: lower case, without accents, words joined by hyphens, at most 100 characters. One
 * that nothing is left of, that means something else there or looks like an id is told apart by its `kind`.
 */
export function slugOf(name: string, kind: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '')
  if (slug === '') return kind
  return reserved.has(slug) || looksLikeId.test(slug) ? `${kind}-${slug}` : slug
}
