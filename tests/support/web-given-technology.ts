import type { Standing } from '../../api/contract/ranking.ts'
import type { Scan } from '../../api/contract/scans.ts'
import type { Statement } from '../../api/contract/statement.ts'
import type { Evidence, Technology } from '../../api/contract/technologies.ts'
import { rankedRow, ranking } from './web-given.ts'

/** A technology, its standing and its scan, as the server would answer. */

export const evidence = (with_: Partial<Evidence> = {}): Evidence => ({
  id: 'e1',
  kind: 'guidance',
  text: 'It is recommended.',
  date: '2026-03-12',
  datePrecision: 'day',
  dateRole: 'happened',
  sourceTitle: 'The guidance',
  sourcePublisher: 'NICE',
  sourceYear: 2026,
  sourceUrl: 'https://example.org/guidance',
  sourceType: 'official',
  seenVia: null,
  retrievedOn: null,
  archived: false,
  version: 1,
  ...with_,
})

export const technology = (with_: Partial<Technology> = {}): Technology => ({
  id: 't1',
  slug: 'technology-1',
  name: 'Technology 1',
  description: 'What it is.',
  wouldChange: 'What would change.',
  category: { slug: 'genomics', name: 'Genomics' },
  kind: 'diagnostic',
  readiness: 7,
  readinessBasis: 'assessed',
  readinessOn: '2026-01-05',
  milestone: 'one-in-five',
  milestonePlaces: null,
  milestoneSource: '',
  milestoneTest: '',
  illustrativeYear: null,
  specialisms: [{ slug: 'genomics', name: 'Genomics', reason: '' }],
  aliases: [],
  partOf: null,
  parts: [],
  owner: null,
  readinessEvidence: null,
  policyItems: [],
  archived: false,
  archive: null,
  mergedInto: null,
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-01T00:00:00Z',
  version: 3,
  evidence: [evidence()],
  files: [],
  ...with_,
})

type SpecialismStanding = Standing['specialisms'][number]

export const specialismStanding = (name: string, with_: Partial<SpecialismStanding> = {}): SpecialismStanding => ({
  slug: name.toLowerCase(),
  name,
  grouping: 'laboratory',
  inLens: true,
  answers: 4,
  cannotJudge: 0,
  meanImpact: 6,
  withheld: false,
  ...with_,
})

export function standing(with_: Partial<Standing> = {}): Standing {
  // Only the head of a ranking is also that of a standing.
  const { answered, lenses, categories, counts, list, items, total, nextCursor, ...head } = ranking()
  return {
    ...head,
    list: 'ranked',
    ranked: rankedRow(1),
    of: 93,
    missing: [],
    panellists: 12,
    interests: { declared: 0, leftOut: false },
    specialisms: [specialismStanding('Genomics'), specialismStanding('Histopathology', { meanImpact: 2 })],
    byBand: [2, 6, 3, 1],
    ...with_,
  }
}

/** Standing in the list "awaiting answers". */
export const awaiting = (with_: Partial<Standing> = {}): Standing =>
  standing({ list: 'awaiting', ranked: null, byBand: null, missing: ['panellists'], panellists: 1, ...with_ })

type Round = Scan['rounds'][number]

export const round = (with_: Partial<Round> = {}): Round => ({
  id: 'r1',
  scan: 's1',
  number: 1,
  state: 'closed',
  asksYears: false,
  shared: false,
  imported: false,
  shortlistGroups: null,
  closesOn: '2026-03-02',
  openedAt: '2026-01-12T09:00:00Z',
  closedAt: '2026-03-02T17:00:00Z',
  technologies: 101,
  pairs: 240,
  asked: 960,
  answered: 750,
  invited: 96,
  started: 87,
  finished: 60,
  version: 1,
  ...with_,
})

export const scan = (with_: Partial<Scan> = {}): Scan => ({
  id: 's1',
  slug: 'scan-2026',
  name: 'This year’s scan',
  startYear: 2026,
  endYear: 2036,
  horizonYears: 10,
  previous: null,
  boardSeesDraft: true,
  demonstration: false,
  frozenAt: '2026-01-12T09:00:00Z',
  version: 1,
  timeZone: 'Europe/London',
  method: {
    weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 1000 },
    reachFull: 0.2,
    bandEnds: [2, 5, 10],
    afterYears: 10,
    minimumPanel: 3,
    minimumShown: 3,
    raterScale: 'raw',
    consensusRule: 'disagreement',
    consensusThreshold: 75,
    leaveOutInterested: false,
  },
  methodVersion: 1,
  approval: null,
  bands: ranking().bands,
  groupings: [{ slug: 'laboratory', name: 'Laboratory' }],
  specialisms: ['Genomics', 'Histopathology', 'Audiology'].map((name) => ({
    slug: name.toLowerCase(),
    name,
    grouping: 'laboratory',
    panellists: 4,
  })),
  overlaps: [],
  technologies: 101,
  milestones: { withoutSource: 0, withoutPlaces: 0 },
  panellists: 96,
  rounds: [round()],
  ...with_,
})

export function statement(with_: Partial<Statement> = {}): Statement {
  const { id, slug, name, startYear, endYear, timeZone, demonstration, method, bands, panellists } = scan()
  const { openedAt, closesOn, closedAt, technologies, invited, started } = round()
  const first = { number: 1, state: 'closed', asksYears: false, openedAt, closesOn, closedAt } as const
  return {
    scan: { id, slug, name, startYear, endYear, timeZone, demonstration, technologies: 101, specialisms: 30 },
    ...{ method, methodVersion: 1, bands, approval: null, fixedAt: '2026-01-12T09:00:00Z' },
    milestones: { withoutSource: 0, withoutPlaces: 0 },
    rounds: [{ ...first, technologies, invited, answered: started }],
    answered: ranking().answered,
    oneMember: [],
    interests: { members: panellists, none: 0, some: 0 },
    named: [],
    ...with_,
  }
}
