import type { Stood } from '../../../api/contract/comparison.ts'
import type { FrozenTechnology } from '../../../api/contract/editions.ts'
import type { ComparedEdition, RankedIn } from '../../../api/editions/comparing/compare.ts'

/** Where something stood, mentioning only what decides the outcome. */
export const stood = (changes: Partial<Stood> = {}): Stood => ({
  place: 1,
  score: 50,
  group: 1,
  low: 1,
  high: 3,
  middleYear: 2030,
  band: 1,
  ...changes,
})

export const rankedIn = (id: string, changes: Partial<Stood> = {}): RankedIn => ({
  id,
  slug: id,
  name: id.toUpperCase(),
  category: 'wearables-sensors',
  early: null,
  late: null,
  stood: stood(changes),
})

/** An edition that ranks these, in this order, one group each. */
export function editionOf(ids: readonly string[], changes: Partial<ComparedEdition> = {}): ComparedEdition {
  return {
    ranked: ids.map((id, i) => rankedIn(id, { place: i + 1, group: i + 1, low: i + 1, high: i + 1 })),
    otherList: new Map(),
    texts: new Map(),
    ...changes,
  }
}

export const frozen = (changes: Partial<FrozenTechnology> = {}): FrozenTechnology => ({
  id: 'a',
  slug: 'a',
  name: 'A',
  description: 'What A is.',
  wouldChange: '',
  category: { slug: 'wearables-sensors', name: 'Wearables and sensors' },
  kind: 'device',
  readiness: 5,
  readinessBasis: 'assessed',
  readinessOn: null,
  milestone: 'one-in-five',
  milestonePlaces: null,
  milestoneSource: '',
  milestoneTest: '',
  evidence: [],
  reviews: [],
  ...changes,
})

export const evidence = (id: string, text = `Fact ${id}.`): FrozenTechnology['evidence'][number] => ({
  id,
  kind: 'trial',
  text,
  date: '2026-01',
  datePrecision: 'month',
  dateRole: 'happened',
  sourceTitle: 'A trial',
  sourcePublisher: 'A journal',
  sourceYear: 2026,
  sourceUrl: 'https://example.org/trial',
  sourceType: 'research',
  seenVia: null,
  retrievedOn: null,
})
