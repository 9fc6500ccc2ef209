import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const token = `${'aB3-_'.repeat(8)}xyz`

function open(secret: string, answer: Answer = { status: 201, body: session(['ratings.record']) }) {
  return showPage(
    `/welcome#${secret}`,
    serve({
      '/about': { body: about() },
      '/session': problem(401, 'Sign in first.'),
      '/first-password': answer,
      '/my-answers': { body: { items: [], seats: [] } },
      '/scans': { body: { items: [], total: 0 } },
    }),
  )
}

describe('the page that an invitation leads to', () => {
  it('takes the secret out of the address, and a password, and leads to what is asked', async () => {
    const { user, asked, address } = open(token)
    await screen.findByRole('heading', { level: 1, name: 'Welcome to the panel' })
    expect(address()).not.toContain(token)
    await user.type(screen.getByLabelText('Password'), 'four words that are long')
    await user.click(screen.getByRole('button', { name: 'Save the password and begin' }))
    await screen.findByRole('heading', { level: 1, name: 'My answers' })
    const sent = asked.find(({ url }) => url.pathname.endsWith('/first-password'))
    expect(sent?.body).toEqual({ token, password: 'four words that are long' })
  })

  it('says beside the field that a password is too short', async () => {
    const { user, asked } = open(token)
    await user.type(await screen.findByLabelText('Password'), 'short')
    await user.click(screen.getByRole('button', { name: 'Save the password and begin' }))
    expect((await screen.findAllByText('Enter at least 15 characters')).length).toBeGreaterThan(0)
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it.each(['', token.slice(0, 20)])('says of the link “%s” that it is not the whole of it', async (secret) => {
    open(secret)
    expect(await screen.findByText(/copy all of it, as far as its last letter/)).toBeTruthy()
    expect(screen.queryByLabelText('Password')).toBeNull()
  })
})
