import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import type { About, Session } from '../../api/contract/session.ts'
import type { TechnologySummary } from '../../api/contract/technologies.ts'

/** What the server would answer, as pages see it. Each test says only what decides its outcome. */

export const about = (with_: Partial<About> = {}): About => ({
  product: 'Offing',
  organisation: 'Example Trust',
  contact: null,
  auditAddressDays: 365,
  nominatorMonths: 24,
  demonstration: false,
  openNominations: false,
  signInLinks: false,
  evidenceStaleYears: 3,
  lookAround: [],
  actions: [],
  singleSignOn: null,
  localAccounts: true,
  ...with_,
})

const figures = ['ranking.read', 'ranking.export', 'heat-map.read', 'heat-map.export']
const reader = [...figures, 'technologies.read', 'scans.read']

export const session = (actions: string[] = reader): Session => ({
  account: { id: 'a1', name: 'Ada Board', roles: ['board'], specialisms: [], lookAround: false },
  actions,
  awaits: null,
  expiresAt: '2026-03-12T12:00:00Z',
})

export function rankedRow(place: number, with_: Partial<RankedTechnology> = {}): RankedTechnology {
  const contributions = { impact: 40 - place / 100, reach: 12, imminence: 6, readiness: 4 }
  return {
    id: `t${place}`,
    slug: `technology-${place}`,
    name: `Technology ${place}`,
    category: 'genomics',
    panellists: 12,
    place,
    score: contributions.impact + 22,
    contributions,
    values: { impact: 0.6, reach: 0.6, imminence: 0.6, readiness: 0.4 },
    meanImpact: 6,
    band: 1,
    years: { middle: 2030, early: 2028, late: 2034, answers: 12 },
    affected: 6,
    asked: 30,
    answers: 20,
    readiness: 7,
    ...with_,
  }
}

export function ranking(with_: Partial<Ranking> = {}): Ranking {
  const items = with_.items ?? [rankedRow(1), rankedRow(2), rankedRow(3)]
  return {
    scan: { id: 's1', slug: 'scan-2026', name: 'This year’s scan', startYear: 2026, endYear: 2036 },
    round: { number: 1, openedAt: '2026-01-12T09:00:00Z', closedAt: '2026-03-02T17:00:00Z' },
    workingDraft: true,
    edition: null,
    demonstration: false,
    lens: { kind: 'all', slug: 'all', name: 'All specialisms' },
    weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 1000 },
    shares: { impact: 0.6, reach: 0.2, imminence: 0.1, readiness: 0.1 },
    minimumPanel: 3,
    minimumShown: 3,
    raterScale: 'raw',
    oneMember: [],
    bands: [
      { index: 0, from: 2026, to: 2028 },
      { index: 1, from: 2029, to: 2031 },
      { index: 2, from: 2032, to: 2036 },
      { index: 3, from: 2037, to: null },
    ],
    answered: {
      panellists: 87,
      invited: 96,
      specialisms: 24,
      ofSpecialisms: 30,
      notHeardFrom: ['Genomic counselling'],
      from: '2026-01-12T09:00:00Z',
      to: '2026-03-02T17:00:00Z',
    },
    lenses: {
      groupings: [{ slug: 'laboratory', name: 'Laboratory' }],
      specialisms: [{ slug: 'genomics', name: 'Genomics', grouping: 'laboratory' }],
    },
    categories: [
      { slug: 'genomics', name: 'Genomics' },
      { slug: 'wearables', name: 'Wearables' },
    ],
    counts: { ranked: items.length, awaiting: 2, 'already-here': 1, 'not-affected': 0 },
    list: 'ranked',
    items,
    total: items.length,
    nextCursor: null,
    ...with_,
  }
}

export const technologySummary = (name: string, with_: Partial<TechnologySummary> = {}): TechnologySummary => ({
  id: name,
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  description: `What ${name} is.`,
  category: 'genomics',
  readiness: 7,
  specialisms: 3,
  evidence: 1,
  newestEvidence: '2026-03-12',
  hasDatedSource: true,
  partOf: null,
  owner: null,
  archived: false,
  archivedReason: null,
  changedAt: '2026-01-01T00:00:00Z',
  ...with_,
})
