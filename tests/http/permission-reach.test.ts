import { afterEach, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { type Grant, permissions } from '../../api/accounts/permissions.ts'
import { createApp } from '../../api/app.ts'
import { evidenceRequest } from '../support/given.ts'
import { givenDraft, givenEdition } from '../support/given-edition.ts'
import type { Cell } from '../support/permission-matrix.ts'
import { closeTestRegistries, createTestRegistry, stranger, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const isNew = { 'If-None-Match': '*' }
const any = { 'If-Match': '*' }
const review = {
  action: 'pilot',
  yearsNeeded: 2,
  serviceModel: 'More clinics at home.',
  workforce: 'Fewer visits.',
  curricula: 'A new module.',
  training: 'A day a year.',
}

/** Scans that the board may see and may not, an edition, drafts shown and not, reviews signed and not, an open round, and people. */
async function unequal() {
  const made = await createTestRegistry()
  const { given, scanner, addPerson, world } = made
  const old = await given.closedRound({ Pump: { impact: 6 } }, { startYear: 2024 })
  await givenEdition(scanner, old.scan, { recommendations: [] })
  const seen = await given.closedRound({ Valve: { impact: 6 }, Vest: { impact: 4 } }, { boardSeesDraft: true })
  const hidden = await given.closedRound({ Monitor: { impact: 6 } })
  await given.technology('Loose')
  const lead = seen.scan.leads['cardiac-science']![0]!
  const path = (technology: string) => `/reviews/${seen.scan.slug}/${technology}/cardiac-science`
  const signed = await lead.put(path('valve'), review, isNew)
  await lead
    .post(`${path('valve')}/sign`)
    .set('If-Match', signed.headers.etag!)
    .expect(200)
  await lead.put(path('vest'), review, isNew).expect(201)
  const drafts = {
    shown: await givenDraft(scanner, seen.scan, shown),
    hidden: await givenDraft(scanner, hidden.scan, none),
  }
  const asking = await given.scan({ 'cardiac-science': 2 }, { startYear: 2027, boardSeesDraft: true })
  const round = await given.openRound(asking, [await given.technology('Loose patch')])
  const panellist = asking.leads['cardiac-science']![0]!
  const opened = createApp({ ...world, settings: { ...world.settings, openReading: true } }, pino({ level: 'silent' }))
  const visitors: Record<Cell | 'author' | 'panellist' | 'other scanner', Visitor> = {
    anyone: stranger(opened),
    board: await addPerson(['board']),
    lead: await addPerson(['lead']),
    author: lead,
    panellist,
    scanner,
    'other scanner': await addPerson(['scanner']),
    admin: await addPerson(['admin']),
  }
  return { ...made, seen, hidden, drafts, asking, round, panellist, visitors, path }
}

const none = { recommendations: [] }
const shown = { ...none, shownToBoard: true }

type World = Awaited<ReturnType<typeof unequal>>

interface Probe {
  action: keyof typeof permissions
  says: string
  ask: (visitor: Visitor, world: World) => Promise<unknown>
  /** What each is answered: a status, or what the answer was made into. */
  answers: Partial<Record<keyof World['visitors'], unknown>>
}

const get = (address: (world: World) => string) => async (visitor: Visitor, world: World) =>
  (await visitor.get(address(world))).status

const probes: Probe[] = [
  {
    action: 'technologies.read',
    says: 'a technology in a scan that the board may not see',
    ask: get(() => '/technologies/monitor'),
    answers: { board: 404, lead: 200, scanner: 200, admin: 200 },
  },
  {
    action: 'technologies.read',
    says: 'a technology in no scan',
    ask: get(() => '/technologies/loose'),
    answers: { board: 404, lead: 404, scanner: 200, admin: 200 },
  },
  {
    action: 'evidence.add',
    says: 'evidence for a technology in no scan',
    ask: async (visitor) => (await visitor.post('/technologies/loose/evidence', evidenceRequest())).status,
    answers: { lead: 404, scanner: 201 },
  },
  {
    action: 'scans.read',
    says: 'a scan that the board may not see',
    ask: get(({ hidden }) => `/scans/${hidden.scan.slug}`),
    answers: { board: 404, lead: 200, scanner: 200, admin: 200 },
  },
  ...(['ranking.read', 'ranking.export', 'heat-map.read'] as const).flatMap((action) => {
    const at = { 'ranking.read': '/ranking', 'ranking.export': '/ranking.json', 'heat-map.read': '/heat-map' }[action]
    return [
      {
        action,
        says: 'the ranking of a scan that the board may not see',
        ask: get(({ hidden }) => `${at}?scan=${hidden.scan.slug}`),
        answers: { anyone: 401, board: 404, lead: 200, scanner: 200, admin: 200 },
      },
      {
        action,
        says: 'the working draft that the board may see',
        ask: get(() => at),
        answers: { anyone: 401, board: 200, lead: 200 },
      },
      { action, says: 'a published edition', ask: get(() => `${at}?edition=1`), answers: { anyone: 200, board: 200 } },
    ]
  }),
  {
    action: 'heat-map.export',
    says: 'the heat map of a scan that the board may not see',
    ask: get(({ hidden }) => `/heat-map.csv?scan=${hidden.scan.slug}`),
    answers: { anyone: 401, board: 404, lead: 200 },
  },
  ...(['editions.read', 'editions.export', 'board-pack.export'] as const).flatMap((action) => {
    const file = { 'editions.read': '', 'editions.export': '/edition.html', 'board-pack.export': '/board-pack.pptx' }
    const closed = action === 'board-pack.export'
    return [
      {
        action,
        says: 'a draft that is shown to the board',
        ask: get(({ drafts }) => `/editions/${drafts.shown.id}${file[action]}`),
        answers: { anyone: closed ? 401 : 404, board: 200, lead: 404, scanner: 200, admin: 200 },
      },
      {
        action,
        says: 'a draft that is not',
        ask: get(({ drafts }) => `/editions/${drafts.hidden.id}${file[action]}`),
        answers: { anyone: closed ? 401 : 404, board: 404, lead: 404, scanner: 200, admin: 200 },
      },
    ]
  }),
  {
    action: 'progress.read',
    says: 'names beside the counts',
    ask: async (visitor, { seen }) => {
      const { body } = await visitor.get(`/rounds/${seen.round.id}/progress`).expect(200)
      return body.unfinished !== undefined && body.unfinished !== null
    },
    answers: { board: false, lead: false, scanner: true, admin: true },
  },
  {
    action: 'reviews.read',
    says: 'the draft of a review',
    ask: get(({ path }) => path('vest')),
    answers: { board: 404, lead: 404, author: 200, scanner: 200, admin: 200 },
  },
  {
    action: 'reviews.read',
    says: 'a signed review',
    ask: get(({ path }) => path('valve')),
    answers: { board: 200, lead: 200, author: 200, scanner: 200, admin: 200 },
  },
  {
    action: 'reviews.write',
    says: 'a review of a specialism of one’s own, and of another’s',
    ask: async (visitor, { path }) => (await visitor.put(path('vest'), review, any)).status,
    answers: { lead: 403, author: 200 },
  },
  {
    action: 'ratings.record',
    says: 'an answer on one’s own seat, and with none',
    ask: async (visitor, { round }) => {
      const rating = { stance: 'not-affected' }
      return (await visitor.put(`/rounds/${round.id}/ratings/loose-patch/cardiac-science`, rating, isNew)).status
    },
    answers: { lead: 403, panellist: 201 },
  },
  {
    action: 'seat.write',
    says: 'a seat of one’s own, and none',
    ask: get(({ asking }) => `/scans/${asking.slug}/my-seat`),
    answers: { lead: 404, panellist: 200 },
  },
  {
    action: 'answers.export',
    says: 'answers of the panel',
    ask: async (visitor, { seen }) => {
      const { status, body } = await visitor.get(`/scans/${seen.scan.slug}/answers.json`)
      return status === 200 ? body.total : status
    },
    answers: { author: 2, scanner: 6, admin: 6 },
  },
  {
    action: 'session.read',
    says: 'whose session',
    ask: async (visitor) => (await visitor.get('/session').expect(200)).body.account.id === visitor.account,
    answers: { board: true, lead: true, scanner: true, admin: true },
  },
  {
    action: 'own-account.write',
    says: 'ending somebody else’s session',
    ask: async (visitor, { visitors }) => {
      const { body } = await visitors.admin.get(`/accounts/${visitors.author.account}/sessions`).expect(200)
      return (await visitor.delete(`/own-account/sessions/${body.items[0].id}`)).status
    },
    answers: { board: 404, lead: 404, scanner: 404 },
  },
]

async function answersTo({ ask, answers }: Probe, world: World) {
  const got: Probe['answers'] = {}
  for (const who of Object.keys(answers) as (keyof World['visitors'])[])
    got[who] = await ask(world.visitors[who], world)
  return got
}

it('a grant reaches as far as it says, on own objects and on others’', async () => {
  const world = await unequal()
  const got: Record<string, unknown> = {}
  for (const probe of probes) got[`${probe.action}: ${probe.says}`] = await answersTo(probe, world)
  expect(got).toEqual(Object.fromEntries(probes.map(({ action, says, answers }) => [`${action}: ${says}`, answers])))
}, 240_000)

/** Narrower cells whose reach a route looks at, rather than knowing nothing but one's own. */
const widened: [keyof typeof permissions, Cell][] = [
  ['technologies.read', 'board'],
  ['technologies.read', 'lead'],
  ['evidence.add', 'lead'],
  ['scans.read', 'board'],
  ['progress.read', 'board'],
  ['progress.read', 'lead'],
  ['reviews.read', 'board'],
  ['reviews.read', 'lead'],
  ['answers.export', 'lead'],
  ['editions.read', 'anyone'],
  ['editions.read', 'board'],
  ['editions.read', 'lead'],
  ['editions.export', 'anyone'],
  ['editions.export', 'board'],
  ['editions.export', 'lead'],
  ['board-pack.export', 'board'],
  ['board-pack.export', 'lead'],
  ...(['ranking.read', 'ranking.export', 'heat-map.read'] as const).flatMap((action) => [
    [action, 'anyone'] as [typeof action, Cell],
    [action, 'board'] as [typeof action, Cell],
  ]),
  ['heat-map.export', 'board'],
]

it('notices each cell that is made to reach everything', async () => {
  const world = await unequal()
  const table = permissions as unknown as Record<string, Partial<Record<Cell, Grant>>>
  const unnoticed: string[] = []
  for (const [action, cell] of widened) {
    const own = probes.filter((probe) => probe.action === action)
    const kept = table[action]![cell]!
    table[action]![cell] = 'all'
    const changed: boolean[] = []
    for (const probe of own)
      changed.push(JSON.stringify(await answersTo(probe, world)) !== JSON.stringify(probe.answers))
    table[action]![cell] = kept
    if (!changed.includes(true)) unnoticed.push(`${action}, ${cell}`)
  }
  expect(unnoticed).toEqual([])
}, 240_000)
