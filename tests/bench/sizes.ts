/** A registry to measure on: 55 specialisms, five panel members each. */
export interface Size {
  name: 'S' | 'M' | 'L'
  technologies: number
  ratings: number
}

export const specialismCount = 55
export const panellistsPerSpecialism = 5

export const sizes: readonly Size[] = [
  { name: 'S', technologies: 150, ratings: 3_000 },
  { name: 'M', technologies: 2_000, ratings: 100_000 },
  { name: 'L', technologies: 20_000, ratings: 2_000_000 },
]

/** The sizes named on the command line, or all. Throws a sentence on a name that is none of them. */
export function sizesNamed(names: readonly string[]): readonly Size[] {
  const unknown = names.find((name) => !sizes.some((size) => size.name === name))
  if (unknown) throw new Error(`There is no size “${unknown}”. Choose from S, M and L.`)
  return names.length === 0 ? sizes : sizes.filter((size) => names.includes(size.name))
}
