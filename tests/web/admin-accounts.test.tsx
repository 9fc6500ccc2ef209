import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { AccountList, AccountRecord } from '../../api/contract/accounts.ts'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const record = (with_: Partial<AccountRecord> = {}): AccountRecord => ({
  id: 'p1',
  name: 'Ann One',
  email: 'ann@example.org',
  roles: ['lead'],
  specialisms: ['genomics'],
  state: 'active',
  lookAround: false,
  invitedUntil: null,
  lastSignIn: '2026-03-01T09:00:00.000Z',
  createdAt: '2026-01-01T09:00:00.000Z',
  hasPassword: true,
  secondFactor: false,
  singleSignOn: false,
  erasedAt: null,
  seats: [{ scan: { slug: 'scan-2026', name: 'Scan 2026' }, left: false, open: true }],
  version: 3,
  ...with_,
})

const list = (items: AccountList['items'] = []): AccountList => ({
  items,
  total: items.length,
  nextCursor: null,
  counts: { active: 1, invited: 0, off: 0, removed: 0, withoutRole: 0 },
})

const admin = session(['accounts.read', 'accounts.write', 'settings.read'])
const { hasPassword, secondFactor, singleSignOn, erasedAt, seats, version, ...row } = record()

function server(more: Parameters<typeof serve>[0] = {}) {
  return serve({
    '/about': { body: about() },
    '/session': { body: admin },
    '/accounts': { body: list([row]) },
    '/accounts/p1': { body: record(), etag: '"3-x"' },
    '/accounts/p1/sessions': { body: { items: [], total: 0 } },
    '/specialisms': { body: { items: [], total: 0 } },
    ...more,
  })
}

describe('the list of accounts', () => {
  it('keeps what was sought in the address, and says who fits', async () => {
    const { user, address, asked } = showPage('/admin/accounts?role=lead', server())

    expect(await screen.findByRole('link', { name: 'Ann One' })).toBeTruthy()
    await user.type(screen.getByLabelText('Find by name or email address'), 'ann')

    await waitFor(() => expect(address()).toBe('/admin/accounts?role=lead&q=ann'))
    await waitFor(() => expect(asked.at(-1)!.url.search).toMatch(/role=lead/))
    expect(screen.getByText(/Last signed in on/)).toBeTruthy()
  })

  it('says when nobody fits', async () => {
    showPage('/admin/accounts?q=nobody', server({ '/accounts': { body: list() } }))
    expect(await screen.findByText('Nobody fits')).toBeTruthy()
  })
})

describe('adding a person', () => {
  it('shows the link once, to be copied, and what the server refuses beside its field', async () => {
    let answers = 0
    const link = 'https://offing.example/welcome#secret'
    const post = ({ method }: Asked) => {
      if (method === 'GET') return { body: list() }
      if (answers++ === 0)
        return problem(422, 'Taken.', { errors: [{ pointer: '/email', detail: 'There is an account already.' }] })
      const invitation = { mailed: false, link, expiresAt: '2026-03-15T09:00:00.000Z' }
      return { status: 201, body: { account: record({ state: 'invited' }), invitation } }
    }
    const { user } = showPage('/admin/accounts/new', server({ '/accounts': post }))

    await user.type(await screen.findByLabelText('Name'), 'Ann One')
    await user.type(screen.getByLabelText('Email address'), 'ann@example.org')
    await user.click(screen.getByLabelText('Board member'))
    await user.click(screen.getByRole('button', { name: 'Add this person' }))
    expect((await screen.findAllByText(/There is an account already/)).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: 'Add this person' }))

    expect(await screen.findByText(link)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ann One is added')
  })
})

describe('one account', () => {
  it('is switched off with the version that was read, and says so', async () => {
    const { user, asked } = showPage('/admin/accounts/p1', server())

    await user.click(await screen.findByRole('button', { name: 'Switch off' }))

    expect(await screen.findByText(/is switched off/)).toBeTruthy()
    const put = asked.find(({ method }) => method === 'PUT')!
    expect(put.headers['if-match']).toBe('"3-x"')
    expect(put.body).toMatchObject({ name: 'Ann One', roles: ['lead'], switchedOff: true })
  })

  it('says where somebody else was quicker', async () => {
    const one = ({ method }: Asked) =>
      method === 'GET'
        ? { body: record(), etag: '"3-x"' }
        : problem(412, 'Changed.', { current: record({ version: 4 }) })
    const { user } = showPage('/admin/accounts/p1', server({ '/accounts/p1': one }))

    await user.click(await screen.findByRole('button', { name: 'Switch off' }))

    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this account')
  })

  it('is removed only with the name typed, and warns of an open round', async () => {
    const { user, asked, address } = showPage(
      '/admin/accounts/p1?act=remove',
      server({ '/accounts/p1/erase': { status: 204 } }),
    )

    const warning = (await screen.findByText(/A round is prepared or open/)).closest('div')!
    expect(within(warning).getByRole('link', { name: 'the panel of Scan 2026' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove for ever' }))
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
    await user.type(screen.getByLabelText(/Type the name/), 'Ann One')
    await user.click(screen.getByRole('button', { name: 'Remove for ever' }))

    await waitFor(() => expect(address()).toBe('/admin/accounts'))
    expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({ name: 'Ann One' })
    expect(await screen.findByText('The person is removed.')).toBeTruthy()
  })

  it('offers nothing to do about one’s own account that would lock one out, nor about a removed person', async () => {
    const own = record({ id: 'a1', name: 'Ada Board' })
    showPage(
      '/admin/accounts/a1',
      server({ '/accounts/a1': { body: own }, '/accounts/a1/sessions': { body: { items: [], total: 0 } } }),
    )

    expect(await screen.findByText(/this is you/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Switch off' })).toBeNull()
    expect(screen.queryByText('Remove this person for ever')).toBeNull()
  })
})

describe('the first page of administrators', () => {
  it('says what needs them', async () => {
    const service = {
      version: '0.5.0',
      database: { bytes: 2_400_000, logBytes: 0, freeBytes: null, isFull: false },
      backups: { schedule: '15 2 * * *', nextAt: null, keep: '7d', kept: 0, last: null, failure: null },
    }
    const counts = { ...list().counts, withoutRole: 2 }
    showPage(
      '/admin',
      server({
        '/accounts': { body: { ...list(), counts } },
        '/settings': { body: { items: [], mail: false } },
        '/service': { body: service },
      }),
    )

    expect(await screen.findByText('No backup was taken yet.')).toBeTruthy()
    expect(screen.getByRole('link', { name: '2 people have no role' })).toBeTruthy()
    expect(screen.getByText('2.4 MB')).toBeTruthy()
  })
})

describe('pages for anyone', () => {
  it('say whom to turn to, and how long things are kept', async () => {
    showPage(
      '/privacy',
      serve({ '/about': { body: about({ contact: 'Sam, sam@example.nhs.uk', auditAddressDays: 90 }) } }),
    )
    expect(await screen.findByText(/Write to Sam, sam@example.nhs.uk/)).toBeTruthy()
    expect(screen.getByText(/90 days/)).toBeTruthy()
  })
})
