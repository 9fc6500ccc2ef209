import type { Panel, PanelMember } from '../../api/contract/panel.ts'
import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Seat } from '../../api/contract/seats.ts'
import type { Specialism } from '../../api/contract/technologies.ts'

/** Rounds, panels and what they ask, as the server would answer. */

export const round = (number: number, state: Round['state'], with_: Partial<Round> = {}): Round => ({
  id: `r${number}`,
  scan: 's1',
  number,
  state,
  asksYears: false,
  shared: false,
  imported: false,
  shortlistGroups: null,
  closesOn: null,
  openedAt: state === 'prepared' ? null : '2026-01-12T09:00:00Z',
  closedAt: state === 'closed' ? '2026-03-02T17:00:00Z' : null,
  technologies: 12,
  pairs: 30,
  asked: 90,
  answered: 40,
  invited: 20,
  started: 12,
  finished: 5,
  version: 4,
  ...with_,
})

export const member = (name: string, with_: Partial<PanelMember> = {}): PanelMember => ({
  id: name,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
  specialisms: ['cardiac-science'],
  asked: 6,
  answered: 0,
  rounds: [],
  account: `account of ${name}`,
  deputy: null,
  leftAt: null,
  noticeReadAt: null,
  namedConsent: null,
  declared: null,
  version: 1,
  ...with_,
})

export const panel = (items: PanelMember[]): Panel => ({ round: 2, items, total: items.length })

export const specialism = (name: string, with_: Partial<Specialism> = {}): Specialism => {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const grouping = { slug: 'physiological', name: 'Physiological sciences' }
  return { id: slug, slug, name, grouping, description: '', current: true, aliases: [], overlapsWith: [], ...with_ }
}

export const rating = (with_: Partial<RatingResponse> = {}): RatingResponse => ({
  round: 'r2',
  technology: 't1',
  specialism: 'cardiac-science',
  stance: 'rated',
  impact: 7,
  arrival: { kind: 'band', band: 1 },
  reason: null,
  version: 1,
  recordedAt: '2026-04-01T09:00:00Z',
  typed: false,
  ...with_,
})

export function queueItem(technology: string, specialismName: string, with_: Partial<QueueItem> = {}): QueueItem {
  const slug = technology.toLowerCase().replaceAll(' ', '-')
  return {
    technology: {
      id: slug,
      slug,
      name: technology,
      description: `What ${technology} is.`,
      wouldChange: '',
      readiness: 7,
      readinessBasis: 'assessed',
      kind: 'device',
      milestone: 'one-in-five',
      milestonePlaces: null,
    },
    specialism: { slug: specialismName.toLowerCase().replaceAll(' ', '-'), name: specialismName },
    askedBefore: with_.earlier !== undefined,
    answer: null,
    earlier: null,
    ...with_,
  }
}

/** A seat whose holder has read the notice and declared that they have no interests. */
export const seat = (with_: Partial<Seat> = {}): Seat => ({
  scan: 'scan-2026',
  noticeReadAt: '2026-03-01T09:00:00Z',
  consentToBeNamed: null,
  declaration: { kind: 'none', statement: '', technologies: [], declaredAt: '2026-03-01T09:00:00Z', version: 1 },
  version: 3,
  ...with_,
})

export const queue = (items: QueueItem[], with_: Partial<Queue['round']> = {}): Queue => ({
  scan: { slug: 'scan-2026', name: 'This year’s scan', startYear: 2026, endYear: 2036 },
  round: { id: 'r2', number: 2, isPilot: false, asksYears: false, closesOn: '2026-04-30', ...with_ },
  seat: seat(),
  demonstration: false,
  minimumShown: 3,
  bands: [
    { index: 0, from: 2026, to: 2028 },
    { index: 1, from: 2029, to: 2031 },
    { index: 2, from: 2032, to: 2036 },
    { index: 3, from: 2037, to: null },
  ],
  items,
})
