import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { Session } from '../../api/contract/session.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'

const address = 'otpauth://totp/Offing%20(Example%20Trust):ada%40example.org?secret=ABCDEFGHIJKLMNOP&issuer=Offing'
const codes = Array.from({ length: 10 }, (_, n) => `00000${n}-abcdef-ghjkmn-pqrstv`)

/** A server where somebody is signed in whose sign-in awaits something, until it is given. */
function awaiting(awaits: Session['awaits'], answer: Answer) {
  let present: Session = { ...session(['session.read', 'session.close']), awaits }
  const complete = () => {
    if (answer !== 'nothing' && (answer.status ?? 200) < 400) present = session(['ranking.read'])
    return answer
  }
  return serve({
    '/about': { body: about() },
    '/session': () => ({ body: present }),
    '/session/second-factor': complete,
    '/own-account/second-factor': ({ method }) =>
      method === 'POST' ? { status: 201, body: { secret: 'ABCDEFGHIJKLMNOP', address } } : complete(),
    '/ranking': { body: ranking() },
  })
}

describe('a sign-in that awaits a code', () => {
  it('leads to the page that asks for it, and on to the page that was wanted', async () => {
    const given: Answer = { body: session(['ranking.read']) }
    const { user, address, asked } = showPage('/ranking?q=gene', awaiting('second-factor', given))
    await screen.findByRole('heading', { level: 1, name: 'Enter the code from your phone' })
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: /^Code from your phone/ }), '123 456')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await screen.findByRole('heading', { level: 1, name: /^Ranking/ })
    expect(address()).toBe('/ranking?q=gene')
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ code: '123 456' })
  })

  it('says beside the field that a code is wrong', async () => {
    const detail = 'This code is not right, or it was used already.'
    const refused = problem(422, detail, { errors: [{ pointer: '/code', detail }] })
    const { user } = showPage('/ranking', awaiting('second-factor', refused))
    await user.type(await screen.findByRole('textbox', { name: /^Code from your phone/ }), '000000')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect((await screen.findAllByText(detail)).length).toBeGreaterThan(0)
  })

  it('can be given up by signing out', async () => {
    showPage('/ranking', awaiting('second-factor', 'nothing'))
    expect(await screen.findByRole('button', { name: 'Sign out' })).toBeTruthy()
  })
})

describe('a sign-in that awaits a second factor', () => {
  it('sets it up by a picture or a key and a code, shows the recovery codes once, and goes on', async () => {
    const { user } = showPage('/ranking', awaiting('second-factor-set-up', { body: { recoveryCodes: codes } }))
    await screen.findByRole('heading', { level: 1, name: 'Set up a code from your phone' })
    await user.click(screen.getByRole('button', { name: 'Set it up now' }))
    const picture = await screen.findByRole('img', { name: /^QR picture/ })
    expect(picture.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1000)
    expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeTruthy()
    await user.type(screen.getByLabelText('Code'), '123456')
    await user.click(screen.getByRole('button', { name: 'Confirm' }))
    for (const code of codes) expect(await screen.findByText(code)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'I have kept them: go on' }))
    await screen.findByRole('heading', { level: 1, name: /^Ranking/ })
  })

  it('says where it could not begin', async () => {
    const server = awaiting('second-factor-set-up', 'nothing')
    const silent = (asked: Parameters<typeof server>[0]) => (asked.method === 'POST' ? 'nothing' : server(asked))
    const { user } = showPage('/ranking', silent)
    await user.click(await screen.findByRole('button', { name: 'Set it up now' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Not confirmed.')
  })
})
