import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { AuditCheck, AuditEntry } from '../../api/contract/audit.ts'
import { type Asked, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const entry = (with_: Partial<AuditEntry> = {}): AuditEntry => ({
  seq: 7,
  at: '2026-03-12T14:05:09.000Z',
  actor: { id: 'a2', name: 'Ada Scott' },
  via: 'page',
  token: null,
  address: '192.0.2.7',
  action: 'technology.change',
  object: { kind: 'technology', id: 't1', name: 'Ring', page: '/technologies/ring' },
  details: { readinessBasis: { before: 'not-set', after: 'assessed' }, reason: '<b>Because</b>' },
  digest: 'ab'.repeat(32),
  ...with_,
})

const check = (with_: Partial<AuditCheck> = {}): AuditCheck => ({
  ...{ state: 'none', startedAt: null, endedAt: null, checked: 0, total: 0, head: null, witnesses: 0 },
  ...{ failures: [], notes: [] },
  ...with_,
})

function show(
  entries: AuditEntry[],
  { found = check(), at = '/admin/audit', actions = ['audit.read', 'audit.export'] } = {},
) {
  return showPage(
    at,
    serve({
      '/about': { body: about() },
      '/session': { body: session(actions) },
      '/audit': { body: { items: entries, total: entries.length, nextCursor: null } },
      '/audit/choices': { body: { actions: ['technology.change'], people: [{ id: 'a2', name: 'Ada Scott' }] } },
      '/audit/check': ({ method }: Asked) => ({ body: method === 'POST' ? found : check() }),
    }),
  )
}

describe('the audit trail', () => {
  it('says who did what, on what and from where, and opens to what was before and after', async () => {
    const { user } = show([entry()])

    await user.click(await screen.findByText('Technology changed'))
    const [table] = screen.getAllByRole('table')
    expect(table!.textContent).toContain('Ada Scott')
    expect(table!.textContent).toContain('A page, 192.0.2.7')
    expect(screen.getByRole('link', { name: 'Ring' }).getAttribute('href')).toBe('/technologies/ring')
    const changes = within(screen.getByRole('table', { name: 'What changed' }))
    expect(changes.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['not-set', 'assessed'])
    expect(changes.getByRole('rowheader').textContent).toBe('Readiness basis')
    // What came from outside is text.
    expect(screen.getByText('<b>Because</b>')).toBeTruthy()
  })

  it('has no name for somebody who was removed', async () => {
    show([entry({ actor: { id: 'a9', name: null } })])

    expect(await screen.findByText('Removed person')).toBeTruthy()
  })

  it('keeps its filters in the address, and takes what is shown as a file', async () => {
    const { user, asked } = show([entry()], { at: '/admin/audit?from=2026-03-01' })

    await screen.findByRole('option', { name: 'Ada Scott' })
    await user.selectOptions(screen.getByLabelText('Who'), 'Ada Scott')
    const file = await screen.findByRole('link', { name: 'as CSV' })
    expect(file.getAttribute('href')).toBe('/api/v1/audit.csv?actor=a2&from=2026-03-01')
    expect(
      asked.some(({ url }) => url.searchParams.get('actor') === 'a2' && url.searchParams.get('from') === '2026-03-01'),
    ).toBe(true)
  })

  it('says that nothing matches, with the way back to everything', async () => {
    show([], { at: '/admin/audit?q=nonsense' })

    expect((await screen.findByRole('link', { name: 'see all entries' })).getAttribute('href')).toBe('/admin/audit')
  })

  it('checks at a press, and names what does not fit', async () => {
    const found = check({
      state: 'broken',
      endedAt: '2026-03-12T14:05:09.000Z',
      failures: ['Entry 5 (…): it was altered.'],
    })
    const { user } = show([entry()], { found })

    await user.click(await screen.findByRole('button', { name: 'Check it now' }))
    expect(await screen.findByText('The trail is not whole.')).toBeTruthy()
    expect(screen.getByText('Entry 5 (…): it was altered.')).toBeTruthy()
  })

  it('says up to which entry it is whole', async () => {
    const head = { seq: 1200, digest: 'cd'.repeat(32) }
    const { user } = show([entry()], {
      found: check({ state: 'whole', checked: 1200, total: 1200, head, witnesses: 2 }),
    })

    await user.click(await screen.findByRole('button', { name: 'Check it now' }))
    expect(await screen.findByText('The trail is whole up to entry 1,200.')).toBeTruthy()
  })
})
