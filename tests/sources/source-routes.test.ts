import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import {
  plays,
  playsTrials,
  rssOf,
  type SourceSite,
  sample,
  startSourceSite,
  theLastPage,
} from '../support/source-site.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

let site: SourceSite | undefined
afterEach(async () => {
  await closeTestRegistries()
  await site?.stop()
  site = undefined
})

const trials = {
  name: 'Trials of Phelan-McDermid syndrome',
  connector: 'clinicaltrials',
  query: 'query.cond=Phelan-McDermid Syndrome',
  from: '2026-01-01',
  schedule: 'weekly',
}
const news = { ...trials, name: 'News', connector: 'feed', query: 'https://www.gov.uk/news.atom' }

/** A registry in practice, with a clock that the test moves. */
async function withSite(...players: Parameters<typeof startSourceSite>) {
  site = await startSourceSite(...players)
  let now = new Date('2026-11-20T10:00:00.000Z')
  const settings = { OFFING_SOURCES_PRACTICE: site.url }
  const registry = await createTestRegistry({ settings, now: () => now })
  const later = async (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000)
    return registry.addPerson(['scanner'])
  }
  const add = async (source: object = trials) => (await registry.scanner.post('/sources', source).expect(201)).body
  return { ...registry, site, add, later, readDue: () => registry.world.sources.readDue() }
}

describe('reading a source', () => {
  it('pages to the end, also past a page without studies, and keeps each record once as it came', async () => {
    const { add, scanner, readDue, registry, site } = await withSite(playsTrials)
    const { id } = await add()

    await readDue()

    const { body: source } = await scanner.get(`/sources/${id}`).expect(200)
    expect(source).toMatchObject({ state: 'read', signals: 13, daysSinceRead: 0, isLate: false, readsOn: false })
    expect(source.lastRun).toMatchObject({ state: 'done', pages: 4, received: 13, added: 13, changed: 0, known: 0 })
    expect(site.asked.map(({ query }) => query.get('filter.advanced'))).toEqual(
      Array(4).fill('AREA[LastUpdatePostDate]RANGE[2026-01-01,MAX]'),
    )
    expect(site.asked[0]!.headers['user-agent']).toContain('Test trust')
    const { items } = (await scanner.get('/signals?limit=100').expect(200)).body
    const oxytocin = items.find(({ title }: { title: string }) => title.startsWith('Piloting Treatment'))
    expect(oxytocin).toMatchObject({ origin: 'source', webAddress: 'https://clinicaltrials.gov/study/NCT02710084' })
    const kept = await registry.read
      .selectFrom('signals')
      .innerJoin('signal_records', 'signal_records.signal_id', 'signals.id')
      .select(['signals.identifiers', 'signals.status', 'signal_records.content'])
      .where('source_record', '=', 'NCT02710084')
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ identifiers: '["nct:NCT02710084"]', status: 'Completed, phase 2' })
    expect(JSON.parse(kept.content)).toEqual(JSON.parse(sample('clinicaltrials-gov-1.json')).studies[0])
  })

  it('asks again from some days before, keeps nothing twice, and gives a changed record a further version', async () => {
    let title = 'First'
    const { add, later, readDue, registry, site } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov' || query.has('pageToken')) return undefined
      const study = JSON.parse(sample('clinicaltrials-gov-3.json')).studies[0]
      study.protocolSection.identificationModule.briefTitle = title
      const other = JSON.parse(sample('clinicaltrials-gov-3.json')).studies[1]
      return { body: JSON.stringify({ studies: [study, other] }) }
    })
    const { id } = await add()
    await readDue()
    title = 'Second'
    const scanner = await later(8)

    await readDue()

    expect(site.asked.at(-1)!.query.get('filter.advanced')).toContain('RANGE[2026-11-17,MAX]')
    const { body: source } = await scanner.get(`/sources/${id}`).expect(200)
    expect(source.lastRun).toMatchObject({ received: 2, added: 0, changed: 1, known: 1 })
    const { items } = (await scanner.get('/signals').expect(200)).body
    expect(items.map((one: { title: string }) => one.title)).toContain('Second')
    const records = await registry.read.selectFrom('signal_records').selectAll().orderBy('version').execute()
    expect(records.map(({ version }) => version)).toEqual([1, 1, 2])
  })

  it('leaves a signal as it was once somebody has decided on it, and keeps the new version of its record', async () => {
    let title = 'First'
    const { add, later, readDue, registry, scanner } = await withSite(({ host }) =>
      host === 'www.gov.uk' ? { body: rssOf([{ guid: 'a', title }]) } : undefined,
    )
    await add(news)
    await readDue()
    await registry.transaction((trx) =>
      trx
        .updateTable('signals')
        .set({
          state: 'dismissed',
          reason: 'not-new',
          triaged_by: scanner.account,
          triaged_at: '2026-11-20T11:00:00.000Z',
        })
        .execute(),
    )
    title = 'Second'
    await later(8)
    await readDue()
    const [signal] = await registry.read.selectFrom('signals').selectAll().execute()
    expect(signal).toMatchObject({ title: 'First', state: 'dismissed', version: 1 })
    expect(await registry.read.selectFrom('signal_records').selectAll().execute()).toHaveLength(2)
  })

  it('counts what has moved without being news as known', async () => {
    let cited = 2
    const { add, later, readDue } = await withSite(({ host }) => {
      if (host !== 'www.ebi.ac.uk') return undefined
      const page = JSON.parse(sample('europepmc-1.json'))
      page.resultList.result[0].citedByCount = cited
      return { body: JSON.stringify(page) }
    })
    const { id } = await add({ ...trials, connector: 'europe-pmc', query: 'ATM' })
    await readDue()
    cited = 30
    const scanner = await later(8)
    await readDue()
    const { lastRun } = (await scanner.get(`/sources/${id}`).expect(200)).body
    expect(lastRun).toMatchObject({ added: 0, changed: 0, known: 5 })
  })

  it('shows a source that fails as failing, tries it again when it is next due, and reads the others', async () => {
    let isDown = true
    const { add, later, readDue, scanner } = await withSite(
      ({ host }) => (host === 'clinicaltrials.gov' && isDown ? { status: 500, body: 'Oh' } : undefined),
      playsTrials,
      plays('www.gov.uk', rssOf([{ guid: 'a', title: 'News' }])),
    )
    const failing = await add()
    const other = await add(news)

    await readDue()

    const { items } = (await scanner.get('/sources').expect(200)).body
    const states = Object.fromEntries(items.map(({ id, state }: { id: string; state: string }) => [id, state]))
    expect(states).toEqual({ [failing.id]: 'failing', [other.id]: 'read' })
    const { lastRun, dueAt } = items.find(({ id }: { id: string }) => id === failing.id)
    expect(lastRun.failure).toBe('clinicaltrials.gov is in trouble (status 500). It was tried 4 times.')
    expect(dueAt).toBe('2026-11-27T10:00:00.000Z')
    isDown = false
    const again = await later(7)
    await readDue()
    expect((await again.get(`/sources/${failing.id}`)).body).toMatchObject({ state: 'read', signals: 13 })
  })

  it('reads on where a page could not be had, with the same days, and nothing twice', async () => {
    let isDown = true
    const { add, later, readDue, scanner, site } = await withSite(
      ({ host, query }) =>
        host === 'clinicaltrials.gov' && isDown && query.get('pageToken') === 'the-last'
          ? { status: 503, body: '' }
          : undefined,
      playsTrials,
    )
    const { id } = await add()
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'failing', readsOn: true, signals: 10 })
    isDown = false
    const before = site.asked.length
    const again = await later(7)
    await readDue()
    expect(site.asked.slice(before).map(({ query }) => query.get('pageToken'))).toEqual(['the-last'])
    expect(site.asked.at(-1)!.query.get('filter.advanced')).toContain('[2026-01-01,MAX]')
    const { body: source } = await again.get(`/sources/${id}`)
    expect(source).toMatchObject({ state: 'read', readsOn: false, signals: 13 })
    const next = await later(7)
    await readDue()
    // What was posted since the first, broken run began is asked for, not only since the one that ended it.
    expect(site.asked.at(-1)!.query.get('filter.advanced')).toContain('[2026-11-17,MAX]')
    expect((await next.get(`/sources/${id}/runs`)).body.items.map(({ state }: { state: string }) => state)).toEqual([
      'done',
      'done',
      'failed',
    ])
  })

  it('begins again where the source no longer knows the place at which it broke off', async () => {
    let forgets = false
    const { add, later, readDue, site } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov') return undefined
      if (!query.has('pageToken')) return { body: forgets ? theLastPage() : sample('clinicaltrials-gov-1.json') }
      return forgets ? { status: 400, body: 'unknown token' } : { status: 503, body: '' }
    })
    const { id } = await add()
    await readDue()
    forgets = true
    const scanner = await later(7)
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'read', signals: 8 })
    expect(site.asked.at(-1)!.query.get('pageToken')).toBeNull()
  })

  it('begins again after it could not be read on from a place twice', async () => {
    const { add, later, readDue, site } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov') return undefined
      return query.has('pageToken') ? { status: 500, body: '' } : { body: sample('clinicaltrials-gov-1.json') }
    })
    const { id } = await add()
    await readDue()
    let scanner = await later(7)
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'failing', readsOn: false })
    site.players.unshift(playsTrials)
    scanner = await later(7)
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'read', signals: 13 })
  })

  it('is not left being read for ever where the database does not answer', async () => {
    let isFull = false
    const { add, readDue, scanner, registry } = await withSite((asking) => {
      isFull ||= asking.query.has('pageToken')
      return playsTrials(asking)
    })
    const { id } = await add()
    const { transaction } = registry
    Object.assign(registry, {
      transaction: (work: Parameters<typeof transaction>[0]) =>
        isFull ? Promise.reject(new Error('The disk is full')) : transaction(work),
    })
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'reading', signals: 5 })
    isFull = false
    await readDue()
    const { body: source } = await scanner.get(`/sources/${id}`)
    expect(source).toMatchObject({ state: 'failing', readsOn: true })
    expect(source.lastRun.failure).toBe('Something went wrong on our side.')
  })

  it('stops after two hundred pages of a source that never ends, and says so', async () => {
    const { add, readDue, scanner } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov') return undefined
      const page = Number(query.get('pageToken') ?? '0')
      return { body: JSON.stringify({ studies: [], nextPageToken: String(page + 1) }) }
    })
    const { id } = await add()
    await readDue()
    const { body: source } = await scanner.get(`/sources/${id}`)
    expect(source).toMatchObject({ state: 'stopped', readsOn: true, dueAt: '2026-11-21T10:00:00.000Z' })
    expect(source.lastRun).toMatchObject({ pages: 200 })
    expect(source.lastRun.failure).toContain('200 pages')
  })

  it('ends where a source leads back to a page that was read', async () => {
    const { add, readDue, scanner } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov') return undefined
      const next = query.get('pageToken') === 'b' ? 'a' : query.get('pageToken') === 'a' ? 'b' : 'a'
      return { body: JSON.stringify({ studies: [], nextPageToken: next }) }
    })
    const { id } = await add()
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body.lastRun).toMatchObject({
      state: 'done',
      pages: 3,
      notes: ['The source led back to a page that had been read; the reading ended there.'],
    })
  })

  it('keeps a record whose date cannot be read without a date, and tells of it', async () => {
    const items = [
      { guid: 'a', title: 'Odd', pubDate: 'Tue, 09/15/2026 - 10:01' },
      { guid: 'b', title: 'Plain', pubDate: 'Tue, 15 Sep 2026 10:01:00 GMT' },
      { guid: 'c', title: 'Old', pubDate: 'Tue, 15 Sep 2020 10:01:00 GMT' },
    ]
    const { add, readDue, scanner, registry } = await withSite(plays('www.gov.uk', rssOf(items)))
    const { id } = await add(news)
    await readDue()
    const { lastRun } = (await scanner.get(`/sources/${id}`)).body
    expect(lastRun.notes).toEqual([
      'One date could not be read, “Tue, 09/15/2026 - 10:01”: its record is kept without a date.',
      'What is dated before 2026-01-01 was left out.',
    ])
    const rows = await registry.read
      .selectFrom('signals')
      .select(['title', 'dated', 'date_precision'])
      .orderBy('title')
      .execute()
    expect(rows).toEqual([
      { title: 'Odd', dated: null, date_precision: null },
      { title: 'Plain', dated: '2026-09-15', date_precision: 'day' },
    ])
  })

  it('takes the first thousand of a huge page, and answers others while it is being read', async () => {
    const items = Array.from({ length: 12_000 }, (_, n) => ({ guid: `g${n}`, title: `News ${n}` }))
    const { add, readDue, scanner } = await withSite(plays('www.gov.uk', rssOf(items)))
    const { id } = await add(news)
    const reading = readDue()
    let answered = 0
    let isDone = false
    void reading.then(() => {
      isDone = true
    })
    while (!isDone) {
      await scanner.get(`/sources/${id}`).expect(200)
      answered++
    }
    const { lastRun } = (await scanner.get(`/sources/${id}`)).body
    expect(lastRun).toMatchObject({ state: 'done', added: 1000 })
    expect(lastRun.notes).toEqual(['More than 1000 records came at once; the first were kept.'])
    expect(answered).toBeGreaterThan(3)
  })

  it('gives up what is larger than it may be, and what is made to take for ever', async () => {
    const hostile = `<rss version="2.0"><channel><item ${' a="'.repeat(450_000)}></item></channel></rss>`
    const { add, readDue, scanner } = await withSite(
      ({ path }) => (path === '/large' ? { body: rssOf([{ guid: 'a', title: 'x'.repeat(2_100_000) }]) } : undefined),
      plays('www.gov.uk', hostile),
    )
    const large = await add({ ...news, name: 'Large', query: 'https://www.gov.uk/large' })
    const slow = await add(news)
    await readDue()
    const failureOf = async (id: string) => (await scanner.get(`/sources/${id}`)).body.lastRun.failure
    expect(await failureOf(large.id)).toBe('The answer is larger than 2 MB, the most that is read.')
    expect(await failureOf(slow.id)).toMatch(/broken/)
  })

  it('is not hurt by another that hangs', async () => {
    const { add, readDue, scanner, world } = await withSite(
      ({ host }) => (host === 'clinicaltrials.gov' ? () => {} : undefined),
      plays('www.gov.uk', rssOf([{ guid: 'a', title: 'News' }])),
    )
    const hanging = await add()
    const other = await add(news)
    const reading = readDue()
    await until(async () => (await scanner.get(`/sources/${other.id}`)).body.state === 'read')
    expect((await scanner.get(`/sources/${hanging.id}`)).body.state).toBe('reading')

    await world.sources.stop()
    await reading

    const { body: source } = await scanner.get(`/sources/${hanging.id}`)
    expect(source).toMatchObject({ state: 'waiting', lastRun: { state: 'stopped' } })
  })

  it('stops when it is changed or archived meanwhile', async () => {
    let first = true
    const { add, readDue, scanner } = await withSite(({ host, query }) => {
      if (host !== 'clinicaltrials.gov' || !first) return playsTrials({ host, query, path: '', headers: {}, at: 0 })
      first = false
      return (res) => setTimeout(() => res.end(sample('clinicaltrials-gov-1.json')), 300)
    })
    const { id } = await add()
    const reading = readDue()
    await until(async () => (await scanner.get(`/sources/${id}`)).body.state === 'reading')
    await scanner.post(`/sources/${id}/archive`, { archived: true }).set('If-Match', '*').expect(200)
    await reading
    const { body: source } = await scanner.get(`/sources/${id}`)
    expect(source).toMatchObject({ archived: true, signals: 0, lastRun: { state: 'stopped', pages: 0 } })
  })
})

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('It did not come to pass.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('POST /sources/:source/read', () => {
  it('has a source read that is read by hand alone, once', async () => {
    const { add, readDue, scanner, registry } = await withSite(playsTrials)
    const { id } = await add({ ...trials, schedule: 'off' })
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({ state: 'never-read', dueAt: null })

    const [one, two] = await Promise.all([scanner.post(`/sources/${id}/read`), scanner.post(`/sources/${id}/read`)])
    expect([one, two].map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'waiting'],
      [200, 'waiting'],
    ])
    await readDue()

    expect((await scanner.get(`/sources/${id}/runs`)).body).toMatchObject({ total: 1, nextCursor: null })
    const actions = (await auditTrail(registry.read)).map(({ action }) => action)
    expect(actions.filter((action) => action.startsWith('source.'))).toEqual([
      'source.add',
      'source.read-now',
      'source.read',
    ])
  })

  it('is refused of an archived source, and of one that is not there', async () => {
    const { add, scanner } = await withSite()
    const { id } = await add({ ...trials, schedule: 'off' })
    await scanner.post(`/sources/${id}/archive`, { archived: true }).set('If-Match', '*').expect(200)
    await scanner.post(`/sources/${id}/read`).expect(409)
    await scanner.post('/sources/none/read').expect(404)
    await scanner.get('/sources/none').expect(404)
    await scanner.get('/sources/none/runs').expect(404)
  })
})

describe('an old source', () => {
  it('is said to be late once a turn has been missed', async () => {
    const { add, later, readDue } = await withSite(plays('www.gov.uk', rssOf([])))
    const { id } = await add({ ...news, schedule: 'daily' })
    await readDue()
    const scanner = await later(40)
    expect((await scanner.get(`/sources/${id}`)).body).toMatchObject({
      daysSinceRead: 40,
      isLate: true,
      state: 'waiting',
    })
  })
})

describe('POST, PUT /sources', () => {
  it('refuses what could not be read, by name', async () => {
    const { scanner } = await withSite()
    const refused = async (change: object, pointer: string, says: RegExp) => {
      const { body } = await scanner.post('/sources', { ...trials, ...change }).expect(422)
      expect(body.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(says) })
    }
    const feed = { connector: 'feed' }
    await refused({ name: '' }, '/name', /empty/)
    await refused({ name: 'x'.repeat(121) }, '/name', /120/)
    await refused({ query: 'x'.repeat(1001) }, '/query', /1000/)
    await refused({ connector: 'twitter' }, '/connector', /twitter/)
    await refused({ schedule: 'hourly' }, '/schedule', /hourly/)
    await refused({ from: '2026-02-30' }, '/from', /from/)
    await refused({ from: '2027-01-01' }, '/from', /2027-01-01/)
    await refused({ query: 'query.phase=2' }, '/query', /query\.phase/)
    await refused({ ...feed, query: 'gene therapy' }, '/query', /https:/)
    await refused({ ...feed, query: 'https://evil.example/feed' }, '/query', /evil\.example is not listed/)
    await refused({ ...feed, query: 'https://www.gov.uk:8080/feed' }, '/query', /usual ports/)
    await refused({ ...feed, query: 'https://user:secret@www.gov.uk/feed' }, '/query', /./)
    await refused({ ...feed, query: 'http://127.0.0.1/feed' }, '/query', /not listed/)
    await refused({ ...feed, query: 'http://[::1]/feed' }, '/query', /./)
    await refused({ ...feed, query: 'http://2130706433/feed' }, '/query', /./)
    await refused({ ...feed, query: 'file:///etc/passwd' }, '/query', /https:/)
    await scanner.post('/sources', { ...trials, cursor: 'x' }).expect(422)
    await scanner.post('/sources', trials).expect(201)
    await refused({}, '/name', /Another source/)
  })

  it('is for the scan team and administrators', async () => {
    const { add, addPerson, nobody } = await withSite()
    const { id } = await add({ ...trials, schedule: 'off' })
    const { status } = await nobody.get('/sources')
    expect(status).toBe(401)
    for (const role of ['lead', 'board'] as const) {
      const person = await addPerson([role])
      await person.get('/sources').expect(403)
      await person.get('/source-connectors').expect(403)
      await person.post('/sources', trials).expect(403)
      await person.post(`/sources/${id}/read`).expect(403)
      await person.post('/source-trials', { connector: 'feed', query: news.query, from: '2026-01-01' }).expect(403)
    }
    const admin = await addPerson(['admin'])
    await admin.get('/sources').expect(200)
    await admin.post('/sources', { ...trials, name: 'Of the administrator' }).expect(201)
  })

  it('changes what was seen, and reads anew with another query', async () => {
    const { add, readDue, scanner } = await withSite(playsTrials)
    const { id, version } = await add()
    await readDue()
    const { connector: _connector, ...changed } = { ...trials, schedule: 'off', name: 'Another name' }
    await scanner.put(`/sources/${id}`, changed).expect(428)
    await scanner.put(`/sources/${id}`, changed, { 'If-Match': '"99"' }).expect(412)
    const { body } = await scanner.put(`/sources/${id}`, changed, { 'If-Match': `"${version}"` }).expect(200)
    expect(body).toMatchObject({ name: 'Another name', schedule: 'off', dueAt: null, version: 2, state: 'read' })
    await scanner.put(`/sources/${id}`, changed, { 'If-Match': '"1"' }).expect(200)
    await scanner.put(`/sources/${id}`, { ...changed, query: 'query.nope=x' }, { 'If-Match': '*' }).expect(422)

    const anew = { ...changed, schedule: 'weekly', query: 'melanoma' }
    const { body: waiting } = await scanner.put(`/sources/${id}`, anew, { 'If-Match': '*' }).expect(200)
    expect(waiting).toMatchObject({ state: 'waiting', version: 3 })
    await readDue()
    expect((await scanner.get(`/sources/${id}`)).body.lastRun).toMatchObject({
      since: '2026-01-01',
      known: 13,
      added: 0,
    })
  })

  it('archives a source and brings it back; its signals stay', async () => {
    const { add, readDue, scanner } = await withSite(playsTrials)
    const { id } = await add()
    await readDue()
    await scanner.post(`/sources/${id}/archive`, { archived: true }).expect(428)
    await scanner.post(`/sources/${id}/archive`, { archived: true }).set('If-Match', '"1"').expect(200)
    expect((await scanner.get('/sources')).body.total).toBe(0)
    expect((await scanner.get('/sources?archived=true')).body.items[0]).toMatchObject({ id, signals: 13, dueAt: null })
    await scanner.post(`/sources/${id}/archive`, { archived: false }).set('If-Match', '"2"').expect(200)
    expect((await scanner.get('/sources')).body.items[0]).toMatchObject({ id, state: 'waiting' })
  })

  it('are listed by name, whatever their case', async () => {
    const { add, scanner } = await withSite()
    for (const name of ['bioRxiv', 'Trials', 'ambulance news']) await add({ ...news, name, schedule: 'off' })
    const { items } = (await scanner.get('/sources')).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['ambulance news', 'bioRxiv', 'Trials'])
  })

  it('gives the runs of a source page by page', async () => {
    const { add, readDue, scanner } = await withSite(plays('www.gov.uk', rssOf([])))
    const { id } = await add(news)
    await readDue()
    for (let again = 0; again < 2; again++) {
      await scanner.post(`/sources/${id}/read`).expect(200)
      await readDue()
    }
    const { body: first } = await scanner.get(`/sources/${id}/runs?limit=2`).expect(200)
    const { body: rest } = await scanner.get(`/sources/${id}/runs?limit=2&cursor=${first.nextCursor}`).expect(200)
    expect([first.items.length, first.total, rest.items.length, rest.nextCursor]).toEqual([2, 3, 1, null])
    await scanner.get(`/sources/${id}/runs?limit=0`).expect(422)
  })
})

describe('POST /source-trials', () => {
  it('shows what a query finds, and keeps nothing', async () => {
    const { scanner, registry } = await withSite(playsTrials)
    const request = { connector: 'clinicaltrials', query: trials.query, from: '2026-01-01' }
    const { body } = await scanner.post('/source-trials', request).expect(200)
    expect(body).toMatchObject({ received: 5, total: 21, more: true, failure: '' })
    expect(body.items[0]).toMatchObject({ sourceRecord: 'NCT02710084', status: 'Completed, phase 2' })
    expect(await registry.read.selectFrom('signals').selectAll().execute()).toEqual([])
  })

  it('says why nothing came', async () => {
    const { scanner } = await withSite(() => ({ status: 403, body: 'No' }))
    const request = { connector: 'feed', query: news.query, from: '2026-01-01' }
    const { body } = await scanner.post('/source-trials', request).expect(200)
    expect(body).toMatchObject({ items: [], failure: 'The source refused to answer us (status 403).' })
    await scanner.post('/source-trials', { ...request, query: 'http://169.254.169.254/' }).expect(422)
  })
})

describe('GET /source-connectors', () => {
  it('says what each kind is asked, which hosts may be, and that this is practice', async () => {
    const { scanner, site } = await withSite()
    const { body } = await scanner.get('/source-connectors').expect(200)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
      'clinicaltrials',
      'europe-pmc',
      'openfda-510k',
      'openfda-pma',
      'ukri-gtr',
      'feed',
    ])
    expect(body.feedHosts).toContain('www.gov.uk')
    expect(body.practice).toBe(site.url)
  })
})
