import { expect, it, jest } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { AccessToken } from '../../api/contract/tokens.ts'
import { type Asked, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const token = (with_: Partial<AccessToken> = {}): AccessToken => ({
  id: 'k1',
  name: 'Warehouse',
  role: 'board',
  state: 'good',
  createdBy: 'Chris Admin',
  createdAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2027-01-30T09:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
  ...with_,
})
const secret = `offing_${'x'.repeat(43)}`

const open = (items: AccessToken[] = [token()]) => {
  const shown = showPage(
    '/admin/tokens',
    serve({
      '/about': { body: about() },
      '/session': { body: session(['accounts.read', 'tokens.read', 'tokens.write']) },
      '/tokens': (asked: Asked) =>
        asked.method === 'GET'
          ? { body: { items, total: items.length } }
          : { status: 201, body: { token: token(), secret } },
      '/tokens/k1': { status: 204 },
    }),
  )
  return { ...shown, writes: () => shown.asked.filter(({ method }) => method !== 'GET') }
}

it('a token is made with a name, a role and an end, and its secret is shown until it is put away', async () => {
  const { user, writes } = open([])
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Warehouse')
  await user.click(screen.getByRole('radio', { name: 'Scan team' }))
  await user.click(screen.getByRole('button', { name: 'Make the token' }))

  expect(await screen.findByText(secret)).toBeTruthy()
  expect(writes()[0]!.body).toEqual({ name: 'Warehouse', role: 'scanner', days: 90 })
  await user.click(screen.getByRole('button', { name: /put it away/ }))
  expect(screen.queryByText(secret)).toBeNull()
})

it('a token says what it is and until when, and one that works is revoked after a question', async () => {
  const { user, writes } = open([token(), token({ id: 'k2', name: 'Old', state: 'ended' })])
  const row = within(await screen.findByRole('row', { name: /^Warehouse/ }))
  expect(row.getByText(/Good, until 30 January 2027/)).toBeTruthy()
  expect(within(screen.getByRole('row', { name: /^Old/ })).queryByRole('button')).toBeNull()

  const ask = jest.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValue(true)
  await user.click(row.getByRole('button', { name: 'Revoke Warehouse' }))
  expect(writes()).toEqual([])
  await user.click(row.getByRole('button', { name: 'Revoke Warehouse' }))
  await waitFor(() => expect(writes().map(({ method }) => method)).toEqual(['DELETE']))
  ask.mockRestore()
})
