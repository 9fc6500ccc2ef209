import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { pageAfterSignIn } from '../../api/contract/page-after-sign-in.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'

const signedOut = problem(401, 'Sign in first.')

/** A server where nobody is signed in until somebody does. */
function registry(signIn: () => Answer, lookAround: { role: 'board'; name: string }[] = []) {
  let present: Answer = signedOut
  const open = () => {
    const answer = signIn()
    if (answer !== 'nothing' && (answer.status ?? 200) < 400) present = { body: session() }
    return answer
  }
  return serve({
    '/about': { body: about({ lookAround }) },
    '/session': (asked) => (asked.method === 'POST' ? open() : present),
    '/session/look-around': open,
    '/ranking': { body: ranking() },
  })
}

const welcome = (): Answer => ({ status: 201, body: session() })

describe('signing in', () => {
  it('brings a signed-out visitor back to the page that was asked for', async () => {
    const { user, address } = showPage('/ranking?lens=specialism:genomics', registry(welcome))
    await user.type(await screen.findByLabelText('Email address'), 'ada@example.nhs.uk')
    await user.type(screen.getByLabelText('Password'), 'correct horse battery')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('heading', { level: 1, name: /^Ranking/ })).toBeTruthy()
    expect(address()).toBe('/ranking?lens=specialism:genomics')
  })

  it('keeps the address typed, and says what is wrong, after a refusal', async () => {
    const { user } = showPage(
      '/ranking',
      registry(() => problem(401, 'The email address or the password is not right. Try again.')),
    )
    await user.type(await screen.findByLabelText('Email address'), 'ada@example.nhs.uk')
    await user.type(screen.getByLabelText('Password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText(/password is not right/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Email address').value).toBe('ada@example.nhs.uk')
  })

  it('offers to look around only where the server does', async () => {
    showPage('/ranking', registry(welcome))
    await screen.findByLabelText('Email address')
    expect(screen.queryByRole('button', { name: /Look around/ })).toBeNull()
  })

  it('looks around as a role with one press', async () => {
    const { user, asked } = showPage('/ranking', registry(welcome, [{ role: 'board', name: 'Helen Reid' }]))
    await user.click(await screen.findByRole('button', { name: 'Look around as a board member' }))
    expect(await screen.findByRole('heading', { level: 1, name: /^Ranking/ })).toBeTruthy()
    expect(asked.find(({ url }) => url.pathname.endsWith('look-around'))?.body).toEqual({ role: 'board' })
  })
})

it('makes the navigation from what the account may do', async () => {
  showPage(
    '/ranking',
    serve({ '/about': { body: about() }, '/session': { body: session(['ranking.read', 'heat-map.read']) } }),
  )
  const navigation = await screen.findByRole('navigation', { name: 'Main' })
  expect([...navigation.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'Radar',
    'Ranking',
    'Compare',
    'What if',
    'Heat map',
  ])
})

it('opens the navigation with a button on a narrow screen, and closes it with Escape and on the next page', async () => {
  const { user } = showPage(
    '/ranking',
    serve({ '/about': { body: about() }, '/session': { body: session(['ranking.read']) } }),
  )
  const menu = await screen.findByRole('button', { name: 'Menu' })
  const isOpen = () => menu.getAttribute('aria-expanded')
  expect(isOpen()).toBe('false')

  await user.click(menu)
  expect(isOpen()).toBe('true')
  await user.keyboard('{Escape}')
  expect(isOpen()).toBe('false')

  await user.click(menu)
  await user.click(screen.getByRole('link', { name: 'Compare' }))
  expect(isOpen()).toBe('false')
})

describe('the page after signing in', () => {
  it.each([
    ['/ranking?q=gene#top', '/ranking?q=gene#top'],
    [null, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/\t/elsewhere.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?next=/sign-in', '/'],
    ['/sign-in/second-factor', '/'],
  ])('of %j is %s', (next, page) => expect(pageAfterSignIn(next)).toBe(page))
})
