/** Whose services a ranking is about: all specialisms of the scan, one grouping of them, or one. */
export type Lens = { kind: 'all' } | { kind: 'grouping'; id: string } | { kind: 'specialism'; id: string }

/** A specialism as a scan holds it. `headcount` is whole people, or null where the scan does not know it. */
export interface ScanSpecialism {
  id: string
  grouping: string
  headcount: number | null
}

/** A lens made ready for the arithmetic: which specialisms it holds, and how much each weighs. */
export interface OpenedLens {
  lens: Lens
  /** By specialism number: its weight h, or 0 where the lens does not hold it. */
  weight: Float64Array
  /** h(L): the sum of those weights. */
  total: number
  /** How many specialisms the lens holds. */
  size: number
}

/**
 * Headcounts weigh the specialisms only where the scan holds one for every specialism; else each weighs 1 (design 3.2).
 * `specialisms` stand in the order of their numbers.
 */
export function openLens(lens: Lens, specialisms: readonly ScanSpecialism[]): OpenedLens {
  const byHeadcount = specialisms.every((specialism) => specialism.headcount !== null)
  const weight = Float64Array.from(specialisms, (specialism) =>
    isInLens(lens, specialism) ? (byHeadcount ? specialism.headcount! : 1) : 0,
  )
  return { lens, weight, total: weight.reduce((a, b) => a + b, 0), size: weight.filter((h) => h > 0).length }
}

/** Every lens over these specialisms: all, each grouping, each by itself. */
export function lensesOver(specialisms: readonly ScanSpecialism[]): Lens[] {
  const groupings = new Set(specialisms.map(({ grouping }) => grouping))
  return [
    { kind: 'all' },
    ...Array.from(groupings, (id): Lens => ({ kind: 'grouping', id })),
    ...specialisms.map(({ id }): Lens => ({ kind: 'specialism', id })),
  ]
}

export function isInLens(lens: Lens, specialism: ScanSpecialism): boolean {
  if (lens.kind === 'all') return true
  return lens.kind === 'grouping' ? specialism.grouping === lens.id : specialism.id === lens.id
}
