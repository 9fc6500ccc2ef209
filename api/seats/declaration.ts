/** Interests in plain words and by the technologies (slugs) that they are about. */
export interface Interests {
  kind: 'none' | 'some'
  statement: string
  technologies: readonly string[]
}

/** Whether two declarations say the same; the order of technologies says nothing. */
export function declaresTheSame(
  present: Omit<Interests, 'technologies'> & { technologies: readonly { slug: string }[] },
  wanted: Interests,
): boolean {
  const slugs = new Set(wanted.technologies)
  return (
    present.kind === wanted.kind &&
    present.statement === wanted.statement &&
    present.technologies.length === slugs.size &&
    present.technologies.every(({ slug }) => slugs.has(slug))
  )
}
