import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { signOnProblems } from '../../api/contract/single-sign-on.ts'
import { problem, serve, showPage } from '../support/show-page.tsx'
import { about } from '../support/web-given.ts'

const signOn = { singleSignOn: { name: 'NHS login' } }

const registry = (with_: Parameters<typeof about>[0]) =>
  serve({ '/about': { body: about(with_) }, '/session': problem(401, 'Sign in first.') })

const button = () => screen.findByRole('link', { name: 'Sign in with NHS login' })

describe('the sign-in page', () => {
  it('leads to single sign-on, and with it to the page that was asked for', async () => {
    showPage('/ranking?lens=specialism:genomics', registry(signOn))
    const start = '/api/v1/single-sign-on/start?next=%2Franking%3Flens%3Dspecialism%3Agenomics'
    expect((await button()).getAttribute('href')).toBe(start)
    expect(screen.getByLabelText('Password')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Or sign in with an account of this registry' })).toBeTruthy()
  })

  it('offers nothing else where the registry has no accounts of its own', async () => {
    showPage('/sign-in?next=https://elsewhere.example', registry({ ...signOn, localAccounts: false }))
    expect((await button()).getAttribute('href')).toBe('/api/v1/single-sign-on/start')
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(screen.queryByRole('heading', { level: 2 })).toBeNull()
  })

  it('says nothing of single sign-on where there is none', async () => {
    showPage('/sign-in?problem=failed', registry({}))
    await screen.findByLabelText('Password')
    expect(screen.queryByRole('link', { name: /Sign in with/ })).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is where an invitation of old leads in such a registry', async () => {
    const { address } = showPage(`/welcome#${'a'.repeat(43)}`, registry({ ...signOn, localAccounts: false }))
    expect((await button()).getAttribute('href')).toContain('next=%2Fmy-answers')
    expect(address()).toBe('/sign-in?next=/my-answers')
  })

  it.each(signOnProblems)('says in words what to do about %s, and offers the button again', async (code) => {
    showPage(`/sign-in?problem=${code}&next=%2Franking`, registry(signOn))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(/again|tell whoever|ask an /i)
    expect(document.activeElement).toBe(alert.parentElement)
    expect((await button()).getAttribute('href')).toContain('next=%2Franking')
  })

  it('repeats no problem that it does not know', async () => {
    showPage('/sign-in?problem=%3Cb%3ECall%20this%20number', registry(signOn))
    await button()
    expect(screen.queryByText(/Call this number/)).toBeNull()
  })
})
