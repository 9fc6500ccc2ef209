import type { HeldSpecialism, ScanHead } from '../../db/scans.ts'
import type { Ranking as RankingResponse } from '../contract/ranking.ts'
import { Refusal, repeated } from '../refusal.ts'
import type { Lens } from './lens.ts'

/** A lens as an address names it. */
export type LensReference = { kind: 'all' } | { kind: 'grouping' | 'specialism'; slug: string }

/** The lens of an address: `all`, `grouping:<slug>` or `specialism:<slug>`. */
export function lensFrom(text: string): LensReference {
  const [kind, slug] = text.split(':')
  return kind === 'all' || slug === undefined ? { kind: 'all' } : { kind: kind as 'grouping' | 'specialism', slug }
}

type Scan = { head: ScanHead; specialisms: readonly HeldSpecialism[] }

/** The lens an address names; 404 where the scan does not hold its grouping or specialism. */
export function lensNamed(scan: Scan, asked: LensReference): Lens {
  if (asked.kind === 'all') return asked
  const found = scan.specialisms.find((one) => (asked.kind === 'grouping' ? one.grouping : one).slug === asked.slug)
  if (found) return { kind: asked.kind, id: asked.kind === 'grouping' ? found.grouping.id : found.id }
  throw new Refusal('not-found', `${scan.head.name} has no ${asked.kind} ${repeated(asked.slug)}.`, {
    errors: [{ parameter: 'lens', detail: `There is no ${asked.kind} ${repeated(asked.slug)} in this scan.` }],
  })
}

export function nameOfLens(scan: Scan, lens: Lens): RankingResponse['lens'] {
  if (lens.kind === 'all') return { kind: 'all', slug: 'all', name: 'All specialisms' }
  const specialism = scan.specialisms.find((one) => lens.id === (lens.kind === 'grouping' ? one.grouping : one).id)!
  const { slug, name } = lens.kind === 'grouping' ? specialism.grouping : specialism
  return { kind: lens.kind, slug, name }
}

/** Every lens a scan offers. */
export function lensesOf(scan: Scan): RankingResponse['lenses'] {
  const groupings = new Map(scan.specialisms.map(({ grouping }) => [grouping.slug, grouping.name]))
  return {
    groupings: [...groupings].map(([slug, name]) => ({ slug, name })),
    specialisms: scan.specialisms.map(({ slug, name, grouping }) => ({ slug, name, grouping: grouping.slug })),
  }
}
