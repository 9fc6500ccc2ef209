import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { summaryOf } from '../../web/rounds/summary.ts'
import { daysBetween } from '../../web/scans/days.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { member, panel, round, specialism } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const scanner = [
  'scans.read',
  'scans.write',
  'panel.read',
  'panel.write',
  'rounds.plan',
  'rounds.prepare',
  'rounds.run',
  'technologies.read',
  'technologies.write',
  'ranking.read',
]
const held = (name: string, panellists: number) => ({ ...specialism(name), grouping: 'physiological', panellists })

const withRounds = (rounds: Round[], with_: Partial<Scan> = {}) =>
  scan({
    rounds,
    panellists: 3,
    groupings: [{ slug: 'physiological', name: 'Physiological sciences' }],
    specialisms: [held('Cardiac science', 3), held('Genomics', 0), held('Audiology', 2)].map(
      ({ slug, name, grouping, panellists }) => ({ slug, name, grouping, panellists }),
    ),
    ...with_,
  })

const people = panel([
  member('Ann One', { answered: 6 }),
  member('Bo Two'),
  member('Cy Three', { answered: 2, specialisms: ['cardiac-science', 'audiology'] }),
])

function server(one: Scan, given: Record<string, Answer | ((asked: Asked) => Answer)> = {}, actions = scanner) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/scans': { body: { items: [one], total: 1 } },
    '/scans/scan-2026': { body: one, etag: '"1"' },
    '/scans/scan-2026/panel': { body: people },
    '/specialisms': {
      body: { items: [specialism('Cardiac science'), specialism('Toxicology', { current: false })], total: 2 },
    },
    ...given,
  })
}

const page = '/scans/scan-2026'
const posts = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-04-21T10:00:00Z'),
    doNotFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'queueMicrotask',
      'nextTick',
      'performance',
    ],
  })
})
afterEach(() => {
  jest.useRealTimers()
})

describe('where a scan stands, in one sentence', () => {
  it.each([
    [[], 'No round prepared yet'],
    [[round(1, 'prepared', { technologies: 1 })], 'Round 1 prepared, asking about 1 technology'],
    [[round(1, 'closed')], 'Round 1 closed on 2 March 2026'],
    [[round(1, 'closed'), round(2, 'open', { closesOn: '2026-04-30' })], 'Round 2 open, 9 days left, 8 not started'],
    [[round(2, 'open', { closesOn: '2026-04-21' })], 'Round 2 open, closing day today, 8 not started'],
    [[round(2, 'open', { closesOn: '2026-04-20' })], 'Round 2 open, closing day passed 1 day ago, 8 not started'],
    [[round(2, 'open')], 'Round 2 open, 8 not started'],
  ])('%#: %j', (rounds, sentence) => {
    expect(summaryOf({ rounds }, '2026-04-21')).toBe(sentence)
  })

  it('counts calendar days over the change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })
})

describe('the page of a scan', () => {
  const open = withRounds([round(1, 'closed'), round(2, 'open', { closesOn: '2026-04-30' })])

  it('shows each round with its numbers', async () => {
    showPage(page, server(open))
    const silent = await screen.findByRole('link', { name: '8 not started' })
    expect(silent.parentElement?.textContent).toBe('Round 2 open, 9 days left, 8 not started.')
    expect(silent.getAttribute('href')).toBe(`${page}/rounds/2?show=not-started#progress`)
    expect(screen.getAllByText('40 of 90')).toHaveLength(2)
    expect(screen.getAllByText('12 of 20')).toHaveLength(2)
    expect(screen.getAllByText('5 of 20')).toHaveLength(2)
  })

  it('leads to the panel by name and to the messages', async () => {
    showPage(page, server(open))
    expect((await screen.findByRole('link', { name: 'See the panel' })).getAttribute('href')).toBe(`${page}/panel`)
    const add = screen.getByRole('link', { name: 'Add a panel member' })
    expect(add.getAttribute('href')).toBe(`${page}/panel?act=invite`)
    expect(screen.getByRole('link', { name: 'Write to the panel' }).getAttribute('href')).toBe(`${page}/messages`)
  })

  it('points out specialisms with nobody and with too few', async () => {
    showPage(page, server(open))
    expect(await screen.findByRole('rowheader', { name: 'Genomics Nobody' })).toBeTruthy()
    expect(screen.getByRole('rowheader', { name: 'Audiology Under 3' })).toBeTruthy()
    expect(screen.getByText(/2 with fewer than 3 panel members/)).toBeTruthy()
  })

  it('shows others counts only, and offers them nothing to change', async () => {
    const { asked } = showPage(page, server(open, {}, ['scans.read']))
    expect(await screen.findByText(/^3 panel members\. Who has answered/)).toBeTruthy()
    expect(screen.queryByText('Bo Two')).toBeNull()
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /Close round/ })).toBeNull()
    expect(asked.some(({ url }) => url.pathname.endsWith('/panel'))).toBe(false)
  })

  it('lets the board see the draft, naming the version that was read', async () => {
    const hidden = withRounds([], { boardSeesDraft: false })
    const put = (asked: Asked): Answer => ({ body: { ...hidden, ...(asked.body as object), version: 2 }, etag: '"1"' })
    const { user, asked } = showPage(page, server(hidden, { '/scans/scan-2026': put }))
    await user.click(await screen.findByRole('radio', { name: 'Yes' }))
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(posts(asked)[0]?.headers['if-match']).toBe('"1"')
    expect(posts(asked)[0]?.body).toEqual({ name: 'This year’s scan', boardSeesDraft: true })
  })
})

describe('closing a round', () => {
  const open = withRounds([round(2, 'open', { closesOn: '2026-04-30' })])

  it('says what will happen, and asks', async () => {
    const { user, asked } = showPage(page, server(open, { '/rounds/r2/close': { body: round(2, 'closed') } }))
    await user.click(await screen.findByRole('link', { name: 'Close round 2 …' }))
    expect(document.activeElement).toBe(
      await screen.findByRole('heading', { level: 1, name: 'Close round 2 of This year’s scan?' }),
    )
    const said = screen.getByRole('main').textContent
    expect(said).toContain('You close it 9 days before its closing day, 30 April 2026.')
    expect(said).toContain('40 answers of 90 will count from now on. They can no longer be changed.')
    expect(said).toContain('50 answers are missing.')
    expect(said).toContain('8 panel members have not started.')
    expect(said).toContain('The ranking and the radar are drawn again')
    expect(posts(asked)).toHaveLength(0)

    await user.click(screen.getByRole('button', { name: 'Close round 2' }))
    expect(await screen.findByText('Round 2 is closed.')).toBeTruthy()
    expect(posts(asked)[0]?.headers['if-match']).toBe('"4"')
  })

  it('says when somebody else was faster', async () => {
    const close = problem(409, 'Round 2 is closed, so it cannot be closed.')
    const { user } = showPage(`${page}?act=close`, server(open, { '/rounds/r2/close': close }))
    await user.click(await screen.findByRole('button', { name: 'Close round 2' }))
    expect(await screen.findByText('Round 2 is closed, so it cannot be closed.')).toBeTruthy()
  })

  it('sends the same key again when the first was not confirmed', async () => {
    let tries = 0
    const close = (): Answer => (++tries === 1 ? { status: 503 } : { body: round(2, 'closed') })
    const { user, asked } = showPage(`${page}?act=close`, server(open, { '/rounds/r2/close': close }))
    await user.click(await screen.findByRole('button', { name: 'Close round 2' }))
    expect(await screen.findByText('Not confirmed')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Close round 2' }))
    await screen.findByText('Round 2 is closed.')
    const [first, second] = posts(asked)
    expect(first?.headers['idempotency-key']).toBeTruthy()
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
  })

  it('is not offered where the round is closed already', async () => {
    showPage(`${page}?act=close`, server(withRounds([round(2, 'closed')])))
    expect(await screen.findByText('This cannot be done now')).toBeTruthy()
  })
})

describe('opening and preparing a round', () => {
  it('says that the first round freezes the scan, and who is missing', async () => {
    showPage(`${page}?act=open`, server(withRounds([round(1, 'prepared')], { frozenAt: null })))
    expect(
      await screen.findByText('20 panel members will be asked about 12 technologies: 90 answers in all.'),
    ).toBeTruthy()
    expect(screen.getByText(/so the scan freezes/)).toBeTruthy()
    expect(screen.getByText(/Nobody is on the panel for Genomics/)).toBeTruthy()
  })
})

describe('the list of scans', () => {
  it('says what to do first where there is none', async () => {
    showPage('/scans', server(withRounds([]), { '/scans': { body: { items: [], total: 0 } } }))
    expect(await screen.findByText('There is no scan yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Enter technologies' })).toBeTruthy()
  })

  it('creates a scan with the current specialisms by one press', async () => {
    const { user, asked, address } = showPage(
      '/scans',
      server(withRounds([]), {
        '/scans': (sent) =>
          sent.method === 'POST' ? { status: 201, body: withRounds([]) } : { body: { items: [], total: 0 } },
      }),
    )
    await user.click(await screen.findByRole('link', { name: 'Create a scan' }))
    await user.type(await screen.findByLabelText('Name'), 'Scan 2027')
    await user.click(screen.getByRole('button', { name: 'Choose the 1 current specialisms' }))
    await user.click(screen.getByRole('button', { name: 'Create the scan' }))
    await waitFor(() => expect(address()).toBe('/scans/scan-2026'))
    const usual = { from: null, horizonYears: 10, timeZone: 'Europe/London', boardSeesDraft: false }
    const body = { name: 'Scan 2027', startYear: 2026, specialisms: ['cardiac-science'], ...usual }
    expect(posts(asked)[0]?.body).toEqual(body)
  })
})

it('puts the demonstration back only after asking', async () => {
  const demonstration = withRounds([round(2, 'open')], { demonstration: true })
  const { user, asked, address } = showPage(
    page,
    server(demonstration, { '/demonstration/restart': { status: 204 } }, [...scanner, 'demonstration.restart']),
  )
  await user.click(await screen.findByRole('link', { name: 'Start the demonstration again …' }))
  expect(posts(asked)).toHaveLength(0)
  await user.click(await screen.findByRole('button', { name: 'Start the demonstration again' }))
  await waitFor(() => expect(address()).toBe('/scans'))
  expect(posts(asked)).toHaveLength(1)
})
