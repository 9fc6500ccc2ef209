/** A name as it stands in an address: lower case, without accents, words joined by hyphens, at most 100 characters. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '')
  // "new" is the address of the page on which a technology is entered.
  return slug === '' || slug === 'new' ? `technology${slug && `-${slug}`}` : slug
}
