import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about } from '../support/web-given.ts'

const specialisms = [{ slug: 'genomics', name: 'Genomics' }]
const form = { body: { specialisms } }
const received = { status: 201, body: { id: 's1', title: 'Gait shoe', receivedAt: '2026-11-02T09:00:00Z' } }

/** A registry where nobody is signed in. */
const registry = (post: Answer = received, get: Answer = form) =>
  serve({
    '/about': { body: about({ openNominations: true }) },
    '/session': problem(401, 'Sign in first.'),
    '/nominations': ({ method }: Asked) => (method === 'POST' ? post : get),
  })

type User = ReturnType<typeof showPage>['user']
async function fillIn(user: User) {
  await user.type(await screen.findByLabelText('What is it called?'), 'Gait shoe')
  await user.type(screen.getByLabelText('What is it?'), 'A shoe.')
  await user.type(screen.getByLabelText(/^What would it change/), 'Falls.')
}
const press = (user: User) => user.click(screen.getByRole('button', { name: 'Send to the scan team' }))

describe('nominating without an account', () => {
  it('is offered on the sign-in page where it is open', async () => {
    const { user } = showPage('/sign-in', registry())
    await user.click(await screen.findByRole('link', { name: 'Nominate it: you need no account' }))
    await screen.findByRole('heading', { level: 1, name: 'Nominate a technology' })
  })

  it('sends what was typed, says that it was received, and begins anew', async () => {
    const { user, asked } = showPage('/nominate', registry())
    await fillIn(user)
    await user.selectOptions(screen.getByLabelText(/^Which service/), 'Genomics')
    await press(user)
    await screen.findByText(/“Gait shoe” is with the scan team/)
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      title: 'Gait shoe',
      what: 'A shoe.',
      why: 'Falls.',
      specialism: 'genomics',
      name: '',
      leaveEmpty: '',
    })
    await user.click(screen.getByRole('button', { name: 'Nominate another technology' }))
    expect(screen.getByLabelText<HTMLInputElement>('What is it called?').value).toBe('')
  })

  it('says what is missing, and that a name can be erased', async () => {
    const { user, asked } = showPage('/nominate', registry())
    await screen.findByText(/kept apart from what you nominate, and can be erased/)
    await press(user)
    await screen.findByRole('link', { name: 'Enter what it is called' })
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('keeps what was typed where too much was sent from one address', async () => {
    const tooMany = problem(
      429,
      'Five nominations an hour are taken from one address. Keep your text, and send it again in an hour.',
    )
    const { user } = showPage('/nominate', registry(tooMany))
    await fillIn(user)
    await press(user)
    await screen.findByText(/Five nominations an hour/)
    expect(screen.getByLabelText<HTMLInputElement>('What is it called?').value).toBe('Gait shoe')
  })

  it('says so where it is not open, and is not offered then', async () => {
    showPage('/nominate', registry(received, problem(404, 'Nominations are not open here.')))
    await screen.findByRole('heading', { name: 'Nominations are not open here' })
  })
})
