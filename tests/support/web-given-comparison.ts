import type { ComparedTechnology, Comparison, Stood } from '../../api/contract/comparison.ts'
import { countsOf } from '../../api/editions/comparing/compare.ts'
import { editionSummary } from './web-given-edition.ts'

export const stood = (place: number, with_: Partial<Stood> = {}): Stood => ({
  ...{ place, score: 60 - place, group: place, low: place, high: place + 3, middleYear: 2030, band: 1 },
  ...with_,
})

/** A technology that stayed where it was, unless it is said otherwise. */
export const compared = (name: string, with_: Partial<ComparedTechnology> = {}): ComparedTechnology => ({
  id: name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  category: 'genomics',
  status: 'stayed',
  order: 'no-clear-change',
  chance: 0.5,
  timing: 'same',
  from: stood(3),
  to: stood(3),
  nowIn: null,
  outcome: null,
  reworded: [],
  newEvidence: [],
  goneEvidence: 0,
  ...with_,
})

const left = { to: null, order: null, chance: null, timing: null } as const
export const isNew = { status: 'new', from: null, order: null, chance: null, timing: null } as const
export const dropped = { ...left, status: 'dropped', nowIn: 'awaiting' } as const
export const adopted = {
  ...left,
  status: 'adopted',
  nowIn: 'not-in-scan',
  outcome: {
    happenedOn: '2025-11-02',
    text: 'Offered by 40 of 150 trusts.',
    sourceTitle: 'Annual audit',
    sourceUrl: 'https://example.org/audit',
  },
} as const

export function comparison(items: ComparedTechnology[], with_: Partial<Comparison> = {}): Comparison {
  return {
    from: editionSummary({ id: 'e1', number: 1, title: '2025 radar', publishedAt: '2025-03-12T10:00:00Z' }),
    to: editionSummary({ id: 'e2', number: 2, title: '2026 radar', publishedAt: '2026-03-12T10:00:00Z' }),
    counts: countsOf(items),
    panel: { from: 38, to: 41, same: 30 },
    methodChanges: [],
    chances: { state: 'ready', progress: 1 },
    items,
    total: items.length,
    ...with_,
  }
}
