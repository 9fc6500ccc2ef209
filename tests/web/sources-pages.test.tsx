import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { ConnectorList, Source, SourceRun } from '../../api/contract/sources.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const run = (with_: Partial<SourceRun> = {}): SourceRun => ({
  id: 'r1',
  state: 'done',
  since: '2026-01-01',
  startedAt: '2026-10-11T09:00:00.000Z',
  endedAt: '2026-10-11T09:02:00.000Z',
  expected: 13,
  pages: 2,
  received: 13,
  added: 10,
  changed: 2,
  known: 1,
  failure: '',
  notes: [],
  ...with_,
})

const source = (with_: Partial<Source> = {}): Source => ({
  id: 's1',
  name: 'Trials of gene therapy',
  connector: 'clinicaltrials',
  connectorName: 'ClinicalTrials.gov',
  query: 'gene therapy',
  from: '2026-01-01',
  schedule: 'weekly',
  archived: false,
  state: 'read',
  lastReadAt: '2026-10-11T09:02:00.000Z',
  daysSinceRead: 40,
  isLate: true,
  dueAt: '2026-11-27T09:00:00.000Z',
  readsOn: false,
  lastRun: run(),
  signals: 13,
  createdAt: '2026-01-01T09:00:00.000Z',
  version: 1,
  ...with_,
})

const connectors = (with_: Partial<ConnectorList> = {}): ConnectorList => ({
  items: [
    {
      id: 'clinicaltrials',
      name: 'ClinicalTrials.gov',
      about: 'Trials',
      hosts: ['clinicaltrials.gov'],
      filtersByDate: true,
      label: 'What to look for',
      hint: 'Words.',
      examples: [{ query: 'photon counting CT', finds: 'trials that mention it' }],
    },
    {
      id: 'feed',
      name: 'RSS or Atom feed',
      about: 'News',
      hosts: [],
      filtersByDate: false,
      label: 'Address of the feed',
      hint: 'It begins with https://.',
      examples: [{ query: 'https://www.england.nhs.uk/feed/', finds: 'news' }],
    },
  ],
  total: 2,
  feedHosts: ['www.gov.uk'],
  practice: null,
  ...with_,
})

const list = (items: Source[]) => ({ body: { items, total: items.length } })

function server(
  given: Record<string, Answer | ((asked: Asked) => Answer)>,
  actions = ['sources.read', 'sources.write'],
) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session([...actions, 'signals.read']) },
    '/source-connectors': { body: connectors() },
    '/sources/s1': { body: source(), etag: '"1-abc"' },
    '/sources/s1/runs': { body: { items: [run()], total: 1, nextCursor: null } },
    ...given,
  })
}

const writes = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')

describe('the list of sources', () => {
  it('says how old each reading is, which is late, which fails and why', async () => {
    const failing = source({
      id: 's2',
      name: 'News',
      state: 'failing',
      isLate: false,
      daysSinceRead: null,
      lastReadAt: null,
      lastRun: run({ state: 'failed', received: 0, failure: 'www.gov.uk did not answer in time.' }),
    })
    showPage('/sources', server({ '/sources': list([source(), failing]) }))
    expect(await screen.findByText(/Last read 40 days ago, on 11 October 2026\./)).toBeTruthy()
    expect(screen.getByText(/13 records: 10 new, 2 changed at the source and 1 known before\./)).toBeTruthy()
    expect(screen.getByText(/One source has not been read for longer than planned/)).toBeTruthy()
    expect(screen.getByText(/signals since then may be missing/)).toBeTruthy()
    expect(screen.getByText('Failing')).toBeTruthy()
    expect(screen.getByText('www.gov.uk did not answer in time.')).toBeTruthy()
    expect(screen.queryByText(/This is practice/)).toBeNull()
  })

  it('says what a source is where there is none, and plainly that it is practice', async () => {
    const practice = { '/source-connectors': { body: connectors({ practice: 'http://127.0.0.1:4400' }) } }
    showPage('/sources', server({ '/sources': list([]), ...practice }))
    expect(await screen.findByText('Nothing is read by itself yet')).toBeTruthy()
    expect(await screen.findByText(/This is practice/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Add a source' })).toBeTruthy()
  })

  it('offers nothing to change to whoever may only read', async () => {
    showPage('/sources', server({ '/sources': list([source()]) }, ['sources.read']))
    expect(await screen.findByText('Trials of gene therapy')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Add a source' })).toBeNull()
  })
})

describe('adding a source', () => {
  it('tries a query without keeping anything, then adds it', async () => {
    const trial = {
      items: [
        {
          sourceRecord: 'NCT1',
          title: '<b>Bold</b> trial',
          text: 'Text',
          webAddress: 'https://clinicaltrials.gov/study/NCT1',
          dated: '2026-08',
          organisation: 'A trust',
          status: 'Recruiting',
          identifiers: [],
        },
      ],
      received: 1,
      total: 21,
      more: true,
      notes: [],
      failure: '',
    }
    const { user, asked, address } = showPage(
      '/sources/new',
      server({ '/source-trials': { body: trial }, '/sources': { status: 201, body: source() } }),
    )
    await user.click(await screen.findByRole('radio', { name: 'ClinicalTrials.gov' }))
    await user.click(screen.getByText('Examples for ClinicalTrials.gov'))
    await user.click(screen.getByRole('button', { name: 'Use photon counting CT' }))
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    expect(await screen.findByText('1 record on the first page, of 21 in all')).toBeTruthy()
    // What comes from outside is text.
    expect(screen.getByRole('link', { name: /<b>Bold<\/b> trial/ })).toBeTruthy()
    expect(screen.getByText('August 2026 · A trust · Recruiting')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'What to look for' }), ' scanner')
    expect(screen.getByText(/You have changed the question since/)).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Add the source' }))
    expect((await screen.findAllByText('Give it a name')).length).toBeGreaterThan(0)
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Scanners')
    await user.click(screen.getByRole('button', { name: 'Add the source' }))

    expect(await screen.findByText('It is added, and will be read now.')).toBeTruthy()
    expect(address()).toBe('/sources/s1')
    expect(writes(asked).at(-1)?.body).toMatchObject({
      connector: 'clinicaltrials',
      query: 'photon counting CT scanner',
      name: 'Scanners',
      schedule: 'weekly',
    })
  })

  it('says what the server refuses beside its field, and why a trial failed', async () => {
    const refusal = problem(422, 'The host is not listed.', {
      errors: [{ pointer: '/query', detail: 'The host evil.example is not listed in the settings.' }],
    })
    const trial = { items: [], received: 0, total: null, more: false, notes: [], failure: 'It refused (status 403).' }
    const { user } = showPage('/sources/new', server({ '/source-trials': { body: trial }, '/sources': refusal }))
    await user.click(await screen.findByRole('radio', { name: 'RSS or Atom feed' }))
    await user.type(screen.getByRole('textbox', { name: 'Address of the feed' }), 'https://evil.example/')
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Evil')
    await user.click(screen.getByRole('button', { name: 'Try it' }))
    expect(await screen.findByText('It refused (status 403).')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add the source' }))
    expect((await screen.findAllByText(/evil\.example is not listed/)).length).toBeGreaterThan(0)
  })
})

describe('one source', () => {
  it('is read now, and shows how far it has come', async () => {
    let state = source({ isLate: false })
    const answer = (asked: Asked): Answer => {
      if (asked.method === 'POST')
        state = source({ state: 'reading', lastRun: run({ state: 'running', endedAt: null, received: 5, added: 5 }) })
      return { body: state, etag: '"1-abc"' }
    }
    const { user, asked } = showPage('/sources/s1', server({ '/sources/s1': answer, '/sources/s1/read': answer }))
    await user.click(await screen.findByRole('button', { name: 'Read now' }))
    expect(await screen.findByText(/2 pages and 5 of 13 records so far, 5 of them new/)).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Records read' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Read now' })).toBeNull()
    expect(writes(asked)).toHaveLength(1)
    const row = within(screen.getByRole('table')).getAllByRole('row')[1]!
    expect(row.textContent).toContain('Read to the end')
  })

  it('is changed under the version that was seen, and shows what somebody else has changed meanwhile', async () => {
    const answer = (asked: Asked): Answer =>
      asked.method === 'PUT'
        ? problem(412, 'Changed', { current: source({ name: 'Theirs', version: 2 }) })
        : { body: source(), etag: '"1-abc"' }
    const { user, asked } = showPage('/sources/s1?change=yes', server({ '/sources/s1': answer }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save the changes' }))
    expect(await screen.findByText('Somebody else has changed this source')).toBeTruthy()
    expect(writes(asked)[0]?.headers['if-match']).toBe('"1-abc"')
    await user.click(screen.getByRole('button', { name: 'Save the changes' }))
    expect(writes(asked)[1]?.headers['if-match']).toBe('"2"')
  })

  it('gives the focus on where a control goes once it was pressed', async () => {
    const { user } = showPage('/sources/s1', server({ '/sources/s1/read': { body: source() } }))
    for (let times = 0; times < 2; times++) {
      await user.click(await screen.findByRole('button', { name: 'Read now' }))
      const done = await screen.findByText('It will be read now, or as soon as it is its turn.')
      await waitFor(() => expect(document.activeElement).toBe(done.parentElement))
    }
    await user.click(screen.getByRole('button', { name: 'Change' }))
    await user.click(await screen.findByRole('button', { name: 'Leave it as it was' }))
    expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 1 }))
  })

  it('is archived and brought back', async () => {
    const { user, asked } = showPage(
      '/sources/s1',
      server({ '/sources/s1/archive': { body: source({ archived: true }) } }),
    )
    await user.click(await screen.findByRole('button', { name: 'Archive' }))
    expect(await screen.findByText('It is archived. Its signals stay.')).toBeTruthy()
    expect(writes(asked)[0]).toMatchObject({ body: { archived: true }, headers: { 'if-match': '"1-abc"' } })
  })
})
