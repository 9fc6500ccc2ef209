import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const token = `${'aB3-_'.repeat(8)}xyz`

function open(address: string, answers: Record<string, Answer>, signInLinks = true) {
  return showPage(
    address,
    serve({ '/about': { body: about({ signInLinks }) }, '/session': problem(401, 'Sign in first.'), ...answers }),
  )
}

type Page = ReturnType<typeof open>
const sentTo = ({ asked }: Page, path: string) => asked.find(({ url }) => url.pathname.endsWith(path))?.body

describe('the sign-in page, where mail is set up', () => {
  it('sends a link with the address alone, to lead to the page that was asked for', async () => {
    const page = open('/sign-in?next=%2Fmy-answers', { '/sign-in-link': { status: 204 } })
    await page.user.type(await screen.findByLabelText('Email address'), 'ada@example.nhs.uk')
    await page.user.click(screen.getByRole('button', { name: 'Email me a link' }))

    const told = await screen.findByRole('status')
    expect(told.textContent).toMatch(/If there is an account with the address ada@example.nhs.uk, a link is on its way/)
    expect(document.activeElement).toBe(told)
    expect(sentTo(page, '/sign-in-link')).toEqual({ email: 'ada@example.nhs.uk', next: '/my-answers' })

    await page.user.click(screen.getByRole('button', { name: /Try again/ }))
    expect(screen.getByLabelText<HTMLInputElement>('Email address').value).toBe('ada@example.nhs.uk')
  })

  it('asks for the address first, and not for a password', async () => {
    const page = open('/sign-in', {})
    await page.user.click(await screen.findByRole('button', { name: 'Email me a link' }))
    expect(screen.getAllByText('Enter your email address').length).toBeGreaterThan(0)
    expect(screen.queryByText('Enter your password')).toBeNull()
    expect(page.asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it.each<[string, Answer, RegExp]>([
    ['refuses', problem(429, 'There were too many attempts. Wait 1 minute, then try again.'), /Wait 1 minute/],
    ['does not answer', 'nothing', /did not answer/],
  ])('says what to do when the server %s', async (_, answer, words) => {
    const page = open('/sign-in', { '/sign-in-link': answer })
    await page.user.type(await screen.findByLabelText('Email address'), 'ada@example.nhs.uk')
    await page.user.click(screen.getByRole('button', { name: 'Email me a link' }))
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('lets a password be looked at, and hidden again', async () => {
    const page = open('/sign-in', {})
    const field = await screen.findByLabelText<HTMLInputElement>('Password')
    const show = screen.getByRole('button', { name: 'Show the password' })
    expect([field.type, field.autocomplete]).toEqual(['password', 'current-password'])
    await page.user.click(show)
    expect([field.type, show.getAttribute('aria-pressed')]).toEqual(['text', 'true'])
    await page.user.click(show)
    expect(field.type).toBe('password')
  })
})

describe('the sign-in page, where no mail is set up', () => {
  it('offers no link, and says whom to ask about a forgotten password', async () => {
    const page = open('/sign-in', {}, false)
    await page.user.click(await screen.findByRole('link', { name: 'Forgotten your password?' }))
    expect(await screen.findByText(/sends no mail.*they can make you a link/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Email me a link' })).toBeNull()
  })
})

describe('the page that a link to sign in leads to', () => {
  it('does nothing by itself, and signs in by one press', async () => {
    const page = open(`/sign-in/link?next=%2Fmethod#${token}`, { '/session/by-link': { status: 201, body: session() } })
    const button = await screen.findByRole('button', { name: 'Continue' })
    expect(page.asked.some(({ method }) => method !== 'GET')).toBe(false)
    expect(page.address()).toBe('/sign-in/link?next=/method')

    await page.user.click(button)

    expect(await screen.findByRole('button', { name: 'Sign out' })).toBeTruthy()
    expect(sentTo(page, '/session/by-link')).toEqual({ token })
    await waitFor(() => expect(page.address()).toBe('/method'))
  })

  it('says that a link is used up, and leads to a new one', async () => {
    const page = open(`/sign-in/link#${token}`, {
      '/session/by-link': problem(404, 'This link does not work any more.'),
    })
    await page.user.click(await screen.findByRole('button', { name: 'Continue' }))
    expect(await screen.findByText('This link does not work any more.')).toBeTruthy()
    await page.user.click(screen.getByRole('link', { name: 'Ask for a new one' }))
    expect(await screen.findByRole('button', { name: 'Email me a link' })).toBeTruthy()
  })

  it('leads to no page elsewhere', async () => {
    const page = open(`/sign-in/link?next=${encodeURIComponent('https://evil.example')}#${token}`, {
      '/session/by-link': { status: 201, body: session() },
    })
    await page.user.click(await screen.findByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(page.address()).toBe('/'))
  })

  it.each(['', `#${token.slice(0, 20)}`])('says of the link “%s” that it is not whole', async (hash) => {
    open(`/sign-in/link${hash}`, {})
    expect(await screen.findByText(/copy all of it, as far as its last letter/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
  })
})

describe('a forgotten password', () => {
  it('is told by its address, and answered alike whether or not there is an account', async () => {
    const page = open('/sign-in/forgotten-password', { '/new-password-link': { status: 204 } })
    await page.user.type(await screen.findByLabelText('Email address'), 'ada@example.nhs.uk')
    await page.user.click(screen.getByRole('button', { name: 'Email me a link' }))
    expect(within(await screen.findByRole('status')).getByText(/once, for 60 minutes/)).toBeTruthy()
    expect(sentTo(page, '/new-password-link')).toEqual({ email: 'ada@example.nhs.uk' })
  })

  it('gives way to a new one on the page of the link, which keeps its secret out of the address', async () => {
    const page = open(`/sign-in/new-password#${token}`, { '/new-password': { status: 201, body: session() } })
    const field = await screen.findByLabelText<HTMLInputElement>('Password')
    expect(page.address()).toBe('/sign-in/new-password')
    expect(field.autocomplete).toBe('new-password')
    await page.user.click(field)
    await page.user.paste('four words that are long')
    await page.user.click(screen.getByRole('button', { name: 'Save the password and go on' }))
    await screen.findByRole('button', { name: 'Sign out' })
    expect(sentTo(page, '/new-password')).toEqual({ token, password: 'four words that are long' })
  })

  it('shows beside the field why the server does not take a new one', async () => {
    const detail = 'This is one of the passwords that are tried first.'
    const page = open(`/sign-in/new-password#${token}`, {
      '/new-password': problem(422, detail, { errors: [{ pointer: '/password', detail }] }),
    })
    await page.user.type(await screen.findByLabelText('Password'), 'passwordpassword')
    await page.user.click(screen.getByRole('button', { name: 'Save the password and go on' }))
    expect((await screen.findAllByText(detail)).length).toBe(2)
  })
})
