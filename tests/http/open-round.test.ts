import { afterEach, describe, expect, it } from '@jest/globals'
import type { Panel } from '../../api/contract/panel.ts'
import type { Round } from '../../api/contract/rounds.ts'
import { givenDraft, givenEdition } from '../support/given-edition.ts'
import { look } from '../support/importing.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'
import { type Answered, askAt, type Stop, stopsOf, without } from '../support/walk.ts'

afterEach(closeTestRegistries)

const isNew = { 'If-None-Match': '*' }
const adopted = { kind: 'adopted', happenedOn: '2026-11-01', text: 'In use.', sourceTitle: 'A report', sourceUrl: null }
const review = { serviceModel: 'More clinics at home.' }

/** In no text of the registry, so that it can only come from the answers that the test plants. */
const words = ['quokkas', 'zarzuela', 'xylographic']
const years = { p10: 2031, p50: 2047, p90: 2061 }
const secrets = [...words.map((word) => new RegExp(word, 'i')), ...[2047, 2061].map(numberAlone)]

/** Digits in an id or a digest are not a year. */
function numberAlone(number: number): RegExp {
  return new RegExp(`(?<![0-9a-zA-Z_-])${number}(?![0-9a-zA-Z_-])`)
}

/** What may move while answers come in: how many, never which. Whatever else moves fails the test. */
const counts = ['answered', 'started', 'finished']
const mayMove: Record<string, string[]> = {
  readRound: counts.map((name) => `/${name}`),
  readScan: counts.map((name) => `/rounds/*/${name}`),
  listScans: counts.flatMap((name) => [`/items/*/round/${name}`, `/items/*/rounds/*/${name}`]),
  readRoundProgress: [...counts.map((name) => `/specialisms/*/${name}`), '/unfinished'],
  readPanel: ['/items/*/answered', '/items/*/rounds/*/answered'],
  readStatement: ['/rounds/*/answered', '/rounds/*/started', '/rounds/*/finished'],
  listMessages: ['/recipients/*'],
  readService: ['/database/bytes', '/database/logBytes', '/database/freeBytes'],
  // Who answered which item, as any act; what was answered is looked for below, as everywhere.
  listAudit: ['/items', '/total', '/nextCursor'],
  // Whether there is an answer on paper still to type in; the answer itself is its typist's to see.
  listPaperItems: ['/items/*/answer'],
  // Every such export is in the trail, which is part of it.
  exportOwnData: ['/audit', '/seats/*/pseudonym'],
  exportAccountData: ['/audit'],
}

/** Other addresses of the same operation, by which it shows more than by itself. */
const weights = ['6000,0,0,4000', '0,10000,0,0', '0,0,10000,0'].map((text) => {
  const [impact, reach, imminence, readiness] = text.split(',')
  return `weights=impact:${impact},reach:${reach},imminence:${imminence},readiness:${readiness}`
})
const lenses = ['lens=specialism:genomics', 'lens=grouping:physiological-sciences']
const queries: Record<string, string[]> = {
  readRanking: [
    '',
    ...['ranked', 'awaiting', 'already-here', 'not-affected'].flatMap((list) =>
      lenses.map((l) => `?list=${list}&${l}`),
    ),
    ...weights.map((weight) => `?${weight}`),
    '?sort=year',
    '?band=3',
  ],
  readStanding: ['', ...[...lenses, ...weights].map((part) => `?${part}`)],
  readCertainty: ['', ...lenses.map((lens) => `?${lens}`), '?varies=panel', '?varies=weights'],
  readPlaceCertainty: ['', ...lenses.map((lens) => `?${lens}`), '?varies=panel'],
  readWhy: ['', ...lenses.map((lens) => `?${lens}`)],
  readFragility: ['', ...lenses.map((lens) => `?${lens}`)],
  readReadings: ['', ...lenses.map((lens) => `?${lens}`)],
  readHeatMap: ['', ...lenses.map((lens) => `?${lens}`)],
  exportHeatMapCsv: ['', '?figure=answers'],
  listNearNames: ['?name=Monitor'],
  listFunnelItems: ['?stage=spotted', '?stage=candidate', '?stage=in-scan'],
  listSignals: ['', '?state=unread&sort=likeliest'],
  attachFile: ['?name=paper.pdf'],
  search: ['?q=Monitor'],
  addImport: ['?kind=signals&name=list.csv'],
  // Whole files would tell of each act; those of acts from before hold every column.
  listAudit: ['?limit=200', '?action=rating.record'],
  exportAuditCsv: ['?action=scan.create'],
  exportAuditLines: ['?action=scan.create'],
}

/** What a walker sends; elsewhere an empty body, which many operations refuse. */
const bodies: Record<string, object> = {
  recordRating: { stance: 'rated', impact: 6, arrival: { kind: 'band', band: 0 } },
  typeInRating: { stance: 'rated', impact: 6, arrival: { kind: 'band', band: 0 } },
  askInRound: { technologies: ['monitor'] },
  saveTechnology: { technology: 'monitor', reason: 'It matters.' },
  writeMessages: { kind: 'reminder', to: 'all' },
  writeCoverageNote: { text: 'Looked, nothing found.' },
}

/** Without a precondition, of something that must not exist yet, and of a version that is not the present one. */
const seenBefore: Record<string, string>[] = [{}, { 'If-None-Match': '*' }, { 'If-Match': '"0"' }]

/** Signing out or closing the round would end the walk. */
const notWalked = ['signOut', 'closeRound', 'restartDemonstration']

/** They lead a browser on and answer nothing themselves. */
const leadsOn = ['startSingleSignOn', 'finishSingleSignOn']

/** A second round, open, in a scan whose draft the board may see; and everybody who might look. */
async function secondRound() {
  const registry = await createTestRegistry({
    now: () => new Date('2026-11-20T10:00:00Z'),
    // Each request of a test has a port of its own, which would stand in the feed.
    settings: { OFFING_ORIGIN: 'http://localhost:4310', OFFING_OPEN_NOMINATIONS: 'on' },
  })
  const { given, addPerson, nobody, scanner } = registry
  const scan = await given.scan({ 'cardiac-science': 4, genomics: 4 }, { boardSeesDraft: true })
  const specialisms = ['cardiac-science', 'genomics']
  const technologies = [
    await given.technology('Monitor', { specialisms }),
    await given.technology('Patch', { specialisms }),
  ]
  const [panellist, typedFor] = [scan.leads['cardiac-science']![0]!, scan.leads.genomics![3]!]
  const seats = await seatsOf(scanner, scan, [panellist, typedFor])
  const pilot = await runPilot(scanner, scan, seats)
  const first = await given.openRound(scan, technologies)
  for (const technology of technologies)
    for (const specialism of specialisms)
      for (const lead of scan.leads[specialism]!.slice(0, 3))
        await given.answer(lead, first, technology, specialism, { impact: 5, band: 1 })
  const onPaper = `/rounds/${first.id}/panellists/${seats[1]!.id}/ratings/monitor/genomics`
  await scanner.put(onPaper, { ...bodies.typeInRating, noticeGiven: true }, isNew).expect(201)
  await given.closeRound(first)
  const note = `/rounds/${first.id}/technologies/monitor/discussion-note`
  await scanner.put(note, { text: 'We talked about staff.' }, isNew).expect(201)
  // A scan with an edition opens no further round: the published one is of a scan before.
  const past = await given.closedRound({ Pump: { impact: 6 } }, { startYear: 2025, boardSeesDraft: true })
  await givenEdition(scanner, past.scan, { recommendations: [] })
  const draft = await givenDraft(scanner, scan, { shownToBoard: true })
  await scanner.put(coverageNote(scan), { text: 'Looked, nothing found.' }, isNew).expect(201)
  await scanner.post('/outside-lists', outsideList).expect(201)
  const second = await given.openRound(scan, technologies.slice(0, 0), { asksYears: true })
  const others = scan.leads['cardiac-science']!.slice(1)
  await panellist.put(`/reviews/${scan.slug}/monitor/cardiac-science`, review, isNew).expect(201)
  for (const technology of technologies)
    await given.answer(panellist, second, technology, 'cardiac-science', { impact: 4, band: 2 })
  const walkers: Record<string, Visitor> = {
    anyone: nobody,
    board: await addPerson(['board']),
    'lead on the panel': panellist,
    'lead not on the panel': await addPerson(['lead']),
    scanner,
    admin: await addPerson(['admin']),
  }
  return {
    ...registry,
    scan,
    technologies,
    pilot,
    first,
    second,
    draft,
    seats,
    walkers,
    others: [...others, ...scan.leads.genomics!],
  }
}

const outsideList = { name: 'A list', sourceTitle: 'Others', items: [{ name: 'Wrist monitor' }] }
const coverageNote = ({ slug }: { slug: string }) => `/scans/${slug}/coverage/cardiac-science/genomics`

/** The seats of these people on the panel. */
async function seatsOf(
  scanner: Visitor,
  scan: { slug: string },
  people: Visitor[],
): Promise<{ id: string; account: string }[]> {
  const { items }: Panel = (await scanner.get(`/scans/${scan.slug}/panel`).expect(200)).body
  return people.map(({ account }) => items.find((member) => member.account === account)!)
}

async function runPilot(scanner: Visitor, scan: { slug: string }, seats: readonly { id: string }[]): Promise<Round> {
  const request = { technologies: ['monitor'], panellists: [seats[0]!.id] }
  const pilot: Round = (await scanner.post(`/scans/${scan.slug}/pilot`, request).expect(201)).body
  await scanner.post(`/rounds/${pilot.id}/close`).set('If-Match', '*').expect(200)
  return pilot
}

type World = Awaited<ReturnType<typeof secondRound>>

async function everyStop({
  nobody,
  addPerson,
  scanner,
  scan,
  pilot,
  first,
  second,
  draft,
  seats,
  technologies,
  walkers,
}: World): Promise<Stop[]> {
  const { body: document } = await nobody.get('/openapi.json').expect(200)
  const { body: outcome } = await scanner.post(`/technologies/${technologies[1]!.slug}/outcomes`, adopted).expect(201)
  const { body: technology } = await scanner.get(`/technologies/${technologies[0]!.slug}`).expect(200)
  const [list] = (await scanner.get('/outside-lists').expect(200)).body.items
  const [item] = (await scanner.get(`/outside-lists/${list.id}/items`).expect(200)).body.items
  const { body: signal } = await scanner.post('/signals', { title: 'Monitor for babies' }).expect(201)
  const own = `/technologies/${technology.slug}`
  const attach = `${own}/evidence/${technology.evidence[0].id}/files?name=paper.txt`
  const { body: file } = await scanner.post(attach, 'A paper.').set('Content-Type', 'text/plain').expect(201)
  const { body: note } = await scanner.post(`${own}/notes`, { text: 'Ask its maker.' }).expect(201)
  const { body: taxonomy } = await scanner.get('/taxonomy').expect(200)
  const feed = { connector: 'feed', query: 'https://www.gov.uk/a.atom', from: '2026-01-01', schedule: 'off' }
  const { body: source } = await scanner.post('/sources', { name: 'A feed', ...feed }).expect(201)
  const { account } = await addPerson(['board'])
  const token = (await walkers.admin!.post('/tokens', { name: 'Machine', role: 'board', days: 30 }).expect(201)).body
    .token
  const fillings = {
    account: [account],
    // Nobody's: who ends their own walks no further.
    session: [outcome.id],
    source: [source.id],
    scan: [scan.slug],
    round: [pilot.id, first.id, second.id],
    technology: [technologies[0]!.slug],
    other: [technologies[1]!.slug],
    // Nothing was merged: only its place in an address is walked.
    merge: [outcome.id],
    specialism: ['cardiac-science', 'genomics'],
    panellist: [seats[0]!.id, seats.at(-1)!.id],
    evidence: [technology.evidence[0].id],
    outcome: [outcome.id],
    file: [file.id],
    note: [note.id],
    edition: ['1', draft.id],
    category: ['genomics'],
    list: [list.id],
    item: [item.id],
    signal: [signal.id],
    taxon: [taxonomy.items[0].id],
    import: [(await look(scanner, 'signals', 'Title,Web address\nA,nowhere')).id],
    kind: ['signals'],
    token: [token.id],
  }
  const { body: history } = await scanner.get(`${own}/changes`).expect(200)
  const acts = history.items.filter(({ action }: { action: string }) => action.startsWith('technology.'))
  const compareTechnologyStates = [`?from=${acts.at(-1).seq}&to=${acts[0].seq}`]
  const stops = stopsOf(document, fillings, { ...queries, compareTechnologyStates })
  return stops.filter(({ operation }) => !leadsOn.includes(operation.id))
}

/** Waits until how sure the closed round's ranking is, and what has moved, is worked out, so that it moves no more by itself. */
async function workedOut({ scanner }: World, reads: readonly Stop[]): Promise<void> {
  const isWorking = async (address: string) => {
    const { body } = await scanner.get(address)
    return (body.chances ?? body).state === 'working'
  }
  for (const { address } of reads.filter(({ operation: { id } }) => /Certainty$|^compareEditions$/.test(id)))
    while (await isWorking(address)) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** What every walker is answered at every stop, by walker, operation and address. */
async function walk(
  { walkers }: World,
  stops: readonly Stop[],
  headers: Record<string, string> = {},
): Promise<Map<string, Answered>> {
  const answers = new Map<string, Answered>()
  for (const [name, visitor] of Object.entries(walkers))
    for (const stop of stops)
      answers.set(
        `${name}: ${stop.operation.method} ${stop.address}`,
        await askAt(visitor, stop, bodies[stop.operation.id] ?? {}, headers),
      )
  return answers
}

/** Everybody but the walkers answers, each in a way of their own, with years and reasons found nowhere else. */
async function plantAnswers({ others, second, technologies }: World): Promise<void> {
  for (const [i, lead] of others.entries())
    for (const { slug } of technologies) {
      const specialism = i < 3 ? 'cardiac-science' : 'genomics'
      const path = `/rounds/${second.id}/ratings/${slug}/${specialism}`
      const answer = i % 3 === 2 ? { stance: 'already' } : rated(i % 2 ? 9 : 1)
      await lead.put(path, { ...answer, reason: `Because of ${words[i % words.length]}.` }, isNew).expect(201)
    }
}

const rated = (impact: number) => ({ stance: 'rated', impact, arrival: { kind: 'years', ...years } })

/** Stops at which something moved that may not, with what was there before and after. */
function movedBetween(before: Map<string, Answered>, after: Map<string, Answered>, stops: readonly Stop[]) {
  const placesAt = new Map(
    stops.map((stop) => [`${stop.operation.method} ${stop.address}`, mayMove[stop.operation.id] ?? []]),
  )
  return [...before].flatMap(([at, then]) => {
    const now = after.get(at)!
    // Every problem names its own request.
    const places = ['/instance', ...placesAt.get(at.slice(at.indexOf(': ') + 2))!]
    const [was, is] = [without(then.text, places), without(now.text, places)]
    return then.status === now.status && was === is ? [] : [{ at, ...differenceOf(was, is) }]
  })
}

function differenceOf(was: string, is: string) {
  const from = [...was].findIndex((sign, i) => sign !== is[i])
  return { was: was.slice(Math.max(0, from - 60), from + 60), is: is.slice(Math.max(0, from - 60), from + 60) }
}

function leaksIn(answers: Map<string, Answered>): string[] {
  return [...answers].filter(([, { text }]) => secrets.some((secret) => secret.test(text))).map(([at]) => at)
}

describe('while a round is open', () => {
  it('nobody reads a figure of it, nor anybody else’s answer, at any address of the document', async () => {
    const world = await secondRound()
    const stops = await everyStop(world)
    const reads = stops.filter(({ operation }) => operation.method === 'get')

    await workedOut(world, reads)
    const before = await walk(world, reads)
    await plantAnswers(world)
    const after = await walk(world, reads)

    expect(movedBetween(before, after, reads)).toEqual([])
    expect(leaksIn(after)).toEqual([])
    expect(neverAnswered(after, reads)).toEqual([])
  }, 240_000)

  it.each(seenBefore)(
    'nobody is told either by what a write answers, sent with %j',
    async (headers) => {
      const world = await secondRound()
      const stops = await everyStop(world)
      const writes = stops.filter(({ operation: { id, method } }) => method !== 'get' && !notWalked.includes(id))
      await plantAnswers(world)

      expect(leaksIn(await walk(world, writes, headers))).toEqual([])
      expect(await stateOf(world, world.second)).toBe('open')
    },
    120_000,
  )

  it('the walk sees what is there, once the round has closed', async () => {
    const world = await secondRound()
    const stops = (await everyStop(world)).filter(({ operation }) => operation.method === 'get')
    const before = await walk(world, stops)
    await plantAnswers(world)
    await world.given.closeRound(world.second)
    const after = await walk(world, stops)

    const moved = movedBetween(before, after, stops).map(({ at }) => at)
    expect(moved).toEqual(expect.arrayContaining(['board: get /ranking', 'scanner: get /heat-map.csv']))
    expect(leaksIn(after).length).toBeGreaterThan(0)
  }, 240_000)
})

/** Reads that nobody was given at any address: the walk learnt nothing there. */
function neverAnswered(answers: Map<string, Answered>, stops: readonly Stop[]): string[] {
  const given = new Set([...answers].filter(([, { status }]) => status === 200).map(([at]) => at.split(': get ')[1]))
  const ids = new Set(stops.map(({ operation }) => operation.id))
  for (const { operation, address } of stops) if (given.has(address)) ids.delete(operation.id)
  return [...ids].sort()
}

async function stateOf({ scanner }: World, round: Round): Promise<string> {
  return (await scanner.get(`/rounds/${round.id}`).expect(200)).body.state
}
