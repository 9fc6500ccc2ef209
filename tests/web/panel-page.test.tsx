import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { PanelMember, PanelPreview } from '../../api/contract/panel.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { member, panel, round } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const scanner = ['scans.read', 'panel.write', 'panel.read', 'messages.read', 'messages.send', 'ratings.type-in']
const one = scan({
  rounds: [round(2, 'open')],
  groupings: [{ slug: 'physiological', name: 'Physiological sciences' }],
  specialisms: [{ slug: 'cardiac-science', name: 'Cardiac science', grouping: 'physiological', panellists: 2 }],
})
const people = panel([
  member('Ann One', { answered: 6, noticeReadAt: '2026-01-01T09:00:00Z', namedConsent: true, declared: 'none' }),
  member('Bo Two', { deputy: { account: 'account of Ann One', name: 'Ann One' } }),
  member('Cy Three', { leftAt: '2026-02-01T09:00:00Z', asked: 2, answered: 2 }),
])
const page = '/scans/scan-2026/panel'

function server(given: Record<string, Answer | ((asked: Asked) => Answer)> = {}, actions = scanner, items = people) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/scans/scan-2026': { body: one, etag: '"1"' },
    '/scans/scan-2026/panel': { body: items },
    '/scans/scan-2026/panel/candidates': {
      body: { items: items.items.map(({ account, name, email }: PanelMember) => ({ id: account, name, email })) },
    },
    ...given,
  })
}

const writes = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')

describe('the panel by name', () => {
  it('shows who takes part and how much each has answered, never what', async () => {
    showPage(page, server())
    const table = await screen.findByRole('table', { name: 'Panel members' })
    expect(within(table).getByText('Notice read, may be named, no interests')).toBeTruthy()
    expect(within(table).getByText('6 of 6')).toBeTruthy()
    expect(within(table).getByText('Deputy: Ann One')).toBeTruthy()
    expect(within(table).getByText('Left on 1 February 2026')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Change (Cy Three)' })).toBeNull()
    expect(screen.getByText(/^2 panel members\./)).toBeTruthy()
  })

  it('finds somebody on a large panel by name, address or specialism, and shows all by one press', async () => {
    const many = panel(Array.from({ length: 40 }, (_, i) => member(`Person ${i + 1}`)))
    const { user, address } = showPage(page, server({}, scanner, many))
    const table = await screen.findByRole('table', { name: 'Panel members' })
    expect(within(table).getAllByRole('row')).toHaveLength(26)
    await user.click(screen.getByRole('link', { name: 'Show all 40' }))
    expect(within(table).getAllByRole('row')).toHaveLength(41)
    await user.type(screen.getByRole('searchbox'), 'cardiac person 40')
    expect(await screen.findByText(/^1 person found/)).toBeTruthy()
    expect(within(table).getByText('Person 40')).toBeTruthy()
    expect(address()).toContain('q=cardiac+person+40')
  })

  it('is kept from everybody but the scan team', async () => {
    const { asked } = showPage(page, server({}, ['scans.read']))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'The panel by name is for the scan team' }),
    ).toBeTruthy()
    expect(asked.some(({ url }) => url.pathname.endsWith('/panel'))).toBe(false)
  })

  it('hands a seat over to the deputy, or to somebody new', async () => {
    const body = { panel: people, to: 'Ann One', items: 3 }
    const { user, asked } = showPage(
      page,
      server({ '/scans/scan-2026/panel/Bo%20Two/hand-over': { status: 201, body } }),
    )
    await user.click(await screen.findByRole('link', { name: 'Hand over (Bo Two)' }))
    expect(
      await screen.findByText('Bo Two is asked nothing more. What they have answered stays and counts.'),
    ).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Hand the seat over' }))
    expect(await screen.findByText(/Ann One has taken over the seat of Bo Two/)).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ to: 'account of Ann One' })
  })

  it('says why a specialism stays', async () => {
    const refused = problem(409, 'They have answered for Cardiac science, so it stays theirs.')
    const { user, asked } = showPage(page, server({ '/scans/scan-2026/panel/Bo%20Two': refused }))
    await user.click(await screen.findByRole('link', { name: 'Change (Bo Two)' }))
    await user.click(await screen.findByRole('button', { name: 'Save the seat' }))
    expect(await screen.findByText(/so it stays theirs/)).toBeTruthy()
    expect(writes(asked)[0]?.headers['if-match']).toBe('"1"')
  })
})

describe('inviting from a spreadsheet', () => {
  const preview: PanelPreview = {
    rows: [
      {
        row: 2,
        name: 'Dee',
        email: 'd@example.org',
        specialisms: ['cardiac-science'],
        errors: [],
        warnings: ['Known.'],
      },
      {
        row: 3,
        name: 'Eve',
        email: 'nowhere',
        specialisms: [],
        errors: [{ column: 'B (Email address)', detail: 'Not an address.' }],
        warnings: [],
      },
    ],
    total: 2,
    ready: 1,
    newAccounts: 1,
  }
  const choose = async (given: Parameters<typeof server>[0], file = new File(['Name'], 'people.csv')) => {
    const shown = showPage(`${page}?act=many`, server(given))
    await shown.user.upload(await screen.findByLabelText(/^Spreadsheet/), file)
    return shown
  }

  it('shows every error by row and column before anything is written, then writes the rest', async () => {
    const written = { status: 201, body: { panel: people, invited: 1, newAccounts: 1, onPanelBefore: 0 } }
    const { user, asked } = await choose({
      '/scans/scan-2026/panel/preview': { body: preview },
      '/scans/scan-2026/panel/bulk': written,
    })
    expect(await screen.findByText('Error in row 3, column B (Email address): Not an address.')).toBeTruthy()
    expect(screen.getByText(/^2 rows read, 1 without errors\. 1 row cannot be used/)).toBeTruthy()
    expect(writes(asked)[0]?.headers['content-type']).toBe('text/csv')
    await user.click(screen.getByRole('button', { name: 'Put 1 row on the panel, leaving out the others' }))
    expect(await screen.findByText(/1 person is on the panel, 1 of them with a new account/)).toBeTruthy()
    expect(writes(asked)[1]?.body).toEqual({
      rows: [{ name: 'Dee', email: 'd@example.org', specialisms: ['cardiac-science'] }],
    })
  })

  it('says what is wrong with the spreadsheet as a whole', async () => {
    await choose({ '/scans/scan-2026/panel/preview': problem(422, 'There is no column headed Name.') })
    expect((await screen.findByRole('alert')).textContent).toContain('There is no column headed Name.')
  })
})
