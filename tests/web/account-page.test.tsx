import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { OwnAccount } from '../../api/contract/second-factor.ts'
import type { OneSession } from '../../api/contract/sessions.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const account = (secondFactor: Partial<OwnAccount['secondFactor']> = {}): OwnAccount => ({
  name: 'Ada Scott',
  email: 'ada@example.org',
  roles: ['lead'],
  specialisms: ['genomics'],
  hasPassword: true,
  secondFactor: { setUpAt: null, isRequired: false, recoveryCodes: 0, ...secondFactor },
})

const one = (id: string, with_: Partial<OneSession> = {}): OneSession => ({
  id,
  way: 'password',
  startedAt: '2026-03-12T09:00:00.000Z',
  lastUsedAt: '2026-03-12T09:30:00.000Z',
  endsAt: '2026-03-12T21:00:00.000Z',
  address: '192.0.2.7',
  program: 'Chrome on Windows',
  isThis: false,
  isComplete: true,
  ...with_,
})
const here = one('s1', { isThis: true })
const phone = one('s2', { program: 'Safari on an iPhone', way: 'link' })

interface Given {
  own?: OwnAccount
  sessions?: OneSession[]
  more?: Record<string, Answer | ((asked: Asked) => Answer)>
}

function open({ own = account(), sessions = [here, phone], more = {} }: Given = {}) {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session() },
    '/own-account': { body: own },
    '/own-account/sessions': { body: { items: sessions, total: sessions.length } },
    '/specialisms': { body: { items: [{ slug: 'genomics', name: 'Genomics' }], total: 1 } },
    ...more,
  })
  return showPage('/account', server)
}

describe('the page of one’s own account', () => {
  it('says who one is, who changes that, and where one’s data is', async () => {
    open()
    await screen.findByRole('heading', { level: 1, name: 'Your account' })
    expect(await screen.findByText('ada@example.org')).toBeTruthy()
    expect(await screen.findByText('Genomics')).toBeTruthy()
    expect(screen.getByText(/An administrator changes these/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Download your data' }).getAttribute('href')).toBe(
      '/api/v1/own-account/data',
    )
  })

  it('offers neither password nor codes where everybody comes by single sign-on', async () => {
    const signOn = { singleSignOn: { name: 'NHS login' }, localAccounts: false }
    open({ more: { '/about': { body: about(signOn) } } })
    expect(await screen.findByText('ada@example.org')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: /Password|phone|factor/i })).toBeNull()
  })

  it('changes the password, and says beside its field that the present one is wrong', async () => {
    const detail = 'This is not your present password. Type it again.'
    let answer: Answer = problem(422, detail, { errors: [{ pointer: '/presentPassword', detail }] })
    const { user, asked } = open({ more: { '/own-account/password': () => answer } })
    await user.click(await screen.findByRole('button', { name: 'Change your password' }))
    await user.type(screen.getByLabelText('Present password'), 'not the one it is')
    await user.type(screen.getByLabelText('New password'), 'four words that are long')
    await user.click(screen.getByRole('button', { name: 'Save the new password' }))
    expect((await screen.findAllByText(detail)).length).toBeGreaterThan(0)

    answer = { status: 204 }
    await user.click(screen.getByRole('button', { name: 'Save the new password' }))
    expect(await screen.findByText(/Your password is changed/)).toBeTruthy()
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      presentPassword: 'not the one it is',
      password: 'four words that are long',
    })
  })

  it('offers no password to who has none, as after single sign-on', async () => {
    open({ own: { ...account(), hasPassword: false } })
    await screen.findByText('ada@example.org')
    expect(screen.queryByRole('button', { name: 'Change your password' })).toBeNull()
  })
})

describe('one’s own sessions', () => {
  it('are told apart, and one that is not this one is ended', async () => {
    const { user, asked } = open({ more: { '/own-account/sessions/s2': { status: 204 } } })
    const table = await screen.findByRole('table', { name: /Where you are signed in/ })
    const [, first, second] = within(table).getAllByRole('row')
    expect(first!.textContent).toContain('This one')
    expect(within(first!).queryByRole('button')).toBeNull()
    expect(second!.textContent).toContain('by an e-mailed link')
    expect(second!.textContent).toContain('192.0.2.7')

    await user.click(within(second!).getByRole('button', { name: /^Sign out Safari on an iPhone/ }))

    expect(await screen.findByText('Signed out: Safari on an iPhone.')).toBeTruthy()
    expect(asked.some(({ method, url }) => method === 'DELETE' && url.pathname.endsWith('/sessions/s2'))).toBe(true)
  })

  it('end everywhere else at one press, which a single one does not offer', async () => {
    let sessions = [here, phone]
    const list = ({ method }: Asked): Answer => {
      if (method === 'DELETE') sessions = [here]
      return method === 'DELETE' ? { status: 204 } : { body: { items: sessions, total: sessions.length } }
    }
    const { user } = open({ more: { '/own-account/sessions': list } })
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere else' }))
    expect(await screen.findByText('You are signed out everywhere else.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull()
  })
})

describe('the second factor on the page', () => {
  const isSetUp = { setUpAt: '2026-03-02T09:00:00.000Z', recoveryCodes: 3 }

  it('is removed by a code where it need not be there', async () => {
    const { user, asked } = open({
      own: account(isSetUp),
      more: { '/own-account/second-factor/removal': { status: 204 } },
    })
    expect(await screen.findByText(/Set up on 2 March 2026.*3 recovery codes left/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove it' }))
    await user.type(screen.getByRole('textbox', { name: /^Code from your phone/ }), '123456')
    await user.click(screen.getByRole('button', { name: 'Remove it' }))
    expect(await screen.findByText(/Your second factor is removed/)).toBeTruthy()
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ code: '123456' })
  })

  it('cannot be removed where the role requires it, but moves to another phone', async () => {
    const begun: Answer = { status: 201, body: { secret: 'ABCDEFGH', address: 'otpauth://totp/x?secret=ABCDEFGH' } }
    const { user } = open({
      own: account({ ...isSetUp, isRequired: true }),
      more: {
        '/own-account/second-factor': ({ method }) =>
          method === 'POST' ? begun : { body: { recoveryCodes: ['a-b'] } },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Use another phone' }))
    expect(screen.queryByRole('button', { name: 'Remove it' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: /^Code from your phone/ }), '123456')
    await user.click(screen.getByRole('button', { name: 'Go on to the new phone' }))
    await screen.findByText('ABCD EFGH')
    await user.type(screen.getByLabelText('Code'), '654321')
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    expect(await screen.findByText('a-b')).toBeTruthy()
    expect(screen.getByText(/The one before works no more/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'I have kept them' }))
    expect(screen.queryByText('a-b')).toBeNull()
  })
})
