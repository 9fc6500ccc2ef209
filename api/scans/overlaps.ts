/** Two specialisms of one scan that overlap: answers for both may count the same services twice. */
export interface Overlap {
  a: string
  b: string
}

/** The pairs (slugs) among these that the taxonomy says overlap, each once, in the order given. */
export function overlapsAmong(specialisms: readonly { slug: string; overlapsWith: readonly string[] }[]): Overlap[] {
  return specialisms.flatMap((one, i) =>
    specialisms
      .slice(i + 1)
      .filter((other) => one.overlapsWith.includes(other.slug) || other.overlapsWith.includes(one.slug))
      .map((other) => ({ a: one.slug, b: other.slug })),
  )
}
