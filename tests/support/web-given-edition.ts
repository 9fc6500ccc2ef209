import type { Edition, EditionChecklist, EditionSummary, FrozenTechnology } from '../../api/contract/editions.ts'

/** Editions, as the server would answer. */

export const editionSummary = (with_: Partial<EditionSummary> = {}): EditionSummary => ({
  id: 'e2',
  number: 2,
  state: 'published',
  title: '2026 radar',
  purpose: 'decision',
  shownToBoard: true,
  scan: { id: 's1', slug: 'scan-2026', name: 'This year’s scan', startYear: 2026, endYear: 2036 },
  round: 1,
  createdAt: '2026-03-03T09:00:00Z',
  publishedAt: '2026-03-12T10:00:00Z',
  ended: null,
  version: 3,
  ...with_,
})

export const draftSummary = (with_: Partial<EditionSummary> = {}): EditionSummary =>
  editionSummary({ id: 'draft-1', number: null, state: 'draft', publishedAt: null, ...with_ })

export const withdrawn: Partial<EditionSummary> = {
  state: 'withdrawn',
  ended: { reason: 'Two panels were counted twice', at: '2026-05-02T10:00:00Z', by: null },
}

export const superseded: Partial<EditionSummary> = {
  state: 'superseded',
  ended: {
    reason: 'Round 2 has closed.',
    at: '2026-05-02T10:00:00Z',
    by: { number: 3, title: '2026 radar, revised' },
  },
}

export const edition = (with_: Partial<Edition> = {}): Edition => ({
  ...editionSummary(),
  note: 'Read the method first.',
  gaps: {
    cost: { assessed: false, text: '' },
    patientBenefit: { assessed: true, text: 'NICE has looked at two of them.' },
    inequalities: null,
  },
  recommendations: [
    {
      text: 'Plan for whole genome sequencing in every laboratory.',
      owner: 'Lead of genomics',
      by: '2027-03-31',
      technologies: [
        { id: 't1', slug: 'technology-1', name: 'Technology 1' },
        { id: 't2', slug: 'technology-2', name: 'Technology 2' },
      ],
    },
  ],
  approval: { by: 'Strategic advisory board', meeting: 'its meeting of 10 March', on: '2026-03-10' },
  decision: null,
  previous: { number: 1, title: '2025 radar', publishedAt: '2025-03-12T10:00:00Z' },
  demonstration: false,
  proof: { digest: 'ab'.repeat(32), rows: 12_345, arithmeticVersion: 1, auditHead: 'cd'.repeat(32) },
  ...with_,
})

export const draft = (with_: Partial<Edition> = {}): Edition =>
  edition({ ...draftSummary(), approval: null, proof: null, ...with_ })

export const checklist = (with_: Partial<EditionChecklist> = {}): EditionChecklist => ({
  rounds: { asOf: 1, lastClosed: 1, open: null },
  methodApproved: true,
  coverage: {
    panellists: 87,
    invited: 96,
    specialisms: 30,
    ofSpecialisms: 30,
    notHeardFrom: [],
    ranked: 60,
    awaiting: 0,
  },
  unsignedReviews: [],
  signedReviews: 12,
  staleAfterYears: 2,
  staleEvidence: [],
  recommendations: 1,
  openGaps: [],
  certainty: { state: 'ready', progress: 1 },
  stops: [],
  ...with_,
})

export const frozenTechnology = (with_: Partial<FrozenTechnology> = {}): FrozenTechnology => ({
  id: 't1',
  slug: 'technology-1',
  name: 'Technology 1',
  description: 'What it was described as.',
  wouldChange: 'What it would have changed.',
  category: { slug: 'genomics', name: 'Genomics' },
  kind: 'diagnostic',
  readiness: 7,
  readinessBasis: 'assessed',
  readinessOn: '2026-01-10',
  milestone: 'one-in-five',
  milestonePlaces: null,
  milestoneSource: '',
  milestoneTest: '',
  evidence: [],
  reviews: [],
  ...with_,
})
