import type { FrozenTechnology } from '../contract/editions.ts'
import type { Arrival, Stance } from '../ratings/rating.ts'
import type { Method } from '../scans/method.ts'

/** An answer as an edition holds it: under a pseudonym. `typist` is the number of whoever typed it in from paper, or 0. */
export interface FrozenAnswer {
  by: string
  stance: Stance
  impact: number | null
  arrival: Arrival | null
  typist: number
}

/** A pair (technology, specialism) that was asked, with the answers on it, in the order in which they were written. */
export interface FrozenPair {
  /** Its place among all pairs. */
  n: number
  technology: string
  specialism: string
  answers: FrozenAnswer[]
}

/** `n` is its number in the arithmetic, which decides in which order things are drawn. */
export interface FrozenSpecialism {
  n: number
  /** Its place where specialisms are listed. */
  position: number
  id: string
  slug: string
  name: string
  grouping: { id: string; slug: string; name: string }
  headcount: number | null
}

/** `seat` is false for who has left the panel; `n` null for who never answered. */
export interface FrozenPanellist {
  n: number | null
  pseudonym: string
  seat: boolean
  specialisms: string[]
}

/** Texts and evidence; `interested` are the pseudonyms of those who had declared an interest in it. */
export interface FrozenTechnologyRow extends Omit<FrozenTechnology, 'reviews'> {
  n: number
  interested: string[]
}

/** A signed review. The signer is an account: names stand apart, where they can be erased. */
export interface FrozenReviewRow {
  technology: string
  specialism: string
  version: number
  content: Record<string, unknown>
  signedBy: string
  signedAt: string
  illustrative: boolean
}

export interface FrozenHead {
  scan: { id: string; slug: string; name: string; startYear: number; horizonYears: number; timeZone: string }
  round: { number: number; openedAt: string | null; closedAt: string }
  /** When the first of its rounds opened. */
  firstOpenedAt: string | null
  methodVersion: number
  methodApproval: { by: string; meeting: string; on: string } | null
  demonstration: boolean
  arithmeticVersion: number
  /** The digest of the last entry of the audit trail before the edition was published. */
  auditHead: string
}

/** All that an edition's result is made from, and the texts that go with it. */
export interface FrozenScan {
  head: FrozenHead
  method: Method
  categories: { id: string; slug: string; name: string; kind: string; position: number }[]
  specialisms: FrozenSpecialism[]
  panellists: FrozenPanellist[]
  technologies: FrozenTechnologyRow[]
  pairs: FrozenPair[]
  reviews: FrozenReviewRow[]
}

/** One part of an edition: what kind, which, and its content as JSON. */
export interface Part {
  kind: string
  key: string
  content: string
}

/** A frozen scan as parts, and back: `scanOf(partsOf(x))` is `x`. */
export function partsOf(frozen: FrozenScan): Part[] {
  return [
    part('scan', '', frozen.head),
    part('method', '', frozen.method),
    ...frozen.categories.map((one) => part('category', one.slug, one)),
    ...frozen.specialisms.map((one) => part('specialism', one.id, one)),
    ...frozen.panellists.map((one) => part('panellist', one.pseudonym, one)),
    ...frozen.technologies.map((one) => part('technology', one.id, one)),
    ...frozen.pairs.map((one) => part('pair', `${one.technology} ${one.specialism}`, one)),
    ...frozen.reviews.map((one) => part('review', `${one.technology} ${one.specialism}`, one)),
  ]
}

/** So many parts are read before others have their turn. */
const partsAtOnce = 500

/** Pauses often. */
export function* scanOf(parts: readonly Part[]): Generator<void, FrozenScan> {
  const byKind = new Map<string, unknown[]>()
  for (const [i, { kind, content }] of parts.entries()) {
    if (i % partsAtOnce === 0) yield
    const ofKind = byKind.get(kind) ?? []
    byKind.set(kind, ofKind)
    ofKind.push(JSON.parse(content))
  }
  return byKindToScan(byKind)
}

/** The kinds of parts that make a frozen scan; an edition holds its cover and its result beside them. */
export const scanKinds = [
  'scan',
  'method',
  'category',
  'specialism',
  'panellist',
  'technology',
  'pair',
  'review',
] as const

function byKindToScan(byKind: ReadonlyMap<string, unknown[]>): FrozenScan {
  const all = <T>(kind: (typeof scanKinds)[number]) => (byKind.get(kind) ?? []) as T[]
  const byNumber = <T extends { n: number }>(items: T[]) => items.sort((a, b) => a.n - b.n)
  return {
    head: all<FrozenHead>('scan')[0]!,
    method: all<Method>('method')[0]!,
    categories: all<FrozenScan['categories'][number]>('category').sort((a, b) => a.position - b.position),
    specialisms: byNumber(all<FrozenSpecialism>('specialism')),
    panellists: all<FrozenPanellist>('panellist').sort((a, b) => (a.n ?? Infinity) - (b.n ?? Infinity)),
    technologies: byNumber(all<FrozenTechnologyRow>('technology')),
    pairs: byNumber(all<FrozenPair>('pair')),
    reviews: all<FrozenReviewRow>('review'),
  }
}

export function part(kind: string, key: string, content: unknown): Part {
  return { kind, key, content: JSON.stringify(content) }
}
