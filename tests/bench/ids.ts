const kinds = [
  'account',
  'category',
  'evidence',
  'grouping',
  'panellist',
  'round',
  'scan',
  'specialism',
  'technology',
  'signal',
  'session',
]

/** The id of the n-th thing of a kind: the same at every run, in the form of a UUIDv7, and sorted by number. */
export function idOf(kind: string, number: number): string {
  return `01900000-0000-7${kinds.indexOf(kind).toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
}
