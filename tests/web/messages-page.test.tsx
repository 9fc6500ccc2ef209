import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { MessageList } from '../../api/contract/messages.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { round } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const states = { 'to-copy': 0, queued: 0, sending: 0, sent: 0, failed: 0 }
const list = (with_: Partial<MessageList> = {}): MessageList => ({
  delivery: 'smtp',
  states,
  recipients: { all: 4, 'not-started': 2, 'not-finished': 3, 'not-invited-yet': 1 },
  round: { number: 2, state: 'open' },
  items: [],
  total: 0,
  ...with_,
})
const message = (with_: object) => ({
  id: 'm1',
  kind: 'invitation' as const,
  round: 2,
  name: 'Ann One',
  state: 'failed' as const,
  attempts: 5,
  failure: 'the mail server refused it (550)',
  createdAt: '2026-03-01T09:00:00Z',
  sentAt: null,
  ...with_,
})
const path = '/scans/scan-2026/messages'

function server(messages: MessageList, given: Record<string, Answer | ((asked: Asked) => Answer)> = {}) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(['scans.read', 'messages.read', 'messages.send']) },
    '/scans/scan-2026': { body: scan({ rounds: [round(2, 'open')] }), etag: '"1"' },
    [path]: { body: messages },
    ...given,
  })
}
const writes = (asked: Asked[]) => asked.filter(({ method }) => method === 'POST')

describe('messages to the panel', () => {
  it('reminds those who have not finished, unless another group is chosen', async () => {
    const answer = (asked: Asked): Answer =>
      asked.method === 'POST' ? { status: 201, body: { created: 3, waiting: 1, delivery: 'smtp' } } : { body: list() }
    const { user, asked } = showPage(path, server(list(), { [path]: answer }))
    await user.click(await screen.findByRole('radio', { name: 'Reminder' }))
    await user.click(screen.getByRole('button', { name: 'Send 3 messages' }))
    expect(await screen.findByText(/3 messages are on the way\. 1 person has the same message waiting/)).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ kind: 'reminder', to: 'not-finished' })
  })

  it('offers the result only once the round is closed', async () => {
    showPage(path, server(list({ round: { number: 2, state: 'closed' } })))
    expect(await screen.findByRole('radio', { name: 'The result is out' })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: 'Reminder' })).toBeNull()
  })

  it('shows what could not be sent and why, and sends it again', async () => {
    const failed = list({ states: { ...states, failed: 1 }, items: [message({})], total: 1 })
    const { user, asked } = showPage(path, server(failed, { [`${path}/again`]: { body: { changed: 1 } } }))
    expect(await screen.findByRole('heading', { name: '1 message could not be sent' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Send it again' }))
    expect(await screen.findByText('1 message will be tried again.')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ messages: ['m1'] })
    expect(screen.queryByRole('button', { name: 'Show the messages to copy' })).toBeNull()
  })

  it('begins with what is usually to be said, or what a link names', async () => {
    showPage(path, server(list()))
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: 'Reminder' })).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /not finished/ }).checked).toBe(true)
    document.body.innerHTML = ''
    showPage(`${path}?kind=reminder&to=not-started`, server(list()))
    expect(await screen.findByRole('button', { name: 'Send 2 messages' })).toBeTruthy()
  })

  it('shows beforehand what it says, and offers only groups that make sense', async () => {
    const { user } = showPage(path, server(list()))
    await user.click(await screen.findByRole('radio', { name: 'Invitation' }))
    expect(screen.queryByRole('radio', { name: /not started/ })).toBeNull()
    expect(screen.getByText(/^Invitation to the panel of/)).toBeTruthy()
    expect(screen.getByText(/^Dear Ann Example,/)).toBeTruthy()
  })

  it('offers no button to write to nobody', async () => {
    const recipients = { all: 4, 'not-started': 0, 'not-finished': 3, 'not-invited-yet': 1 }
    const { user } = showPage(path, server(list({ recipients })))
    await user.click(await screen.findByRole('radio', { name: /not started/ }))
    expect(screen.getByText('There is nobody in this group to write to.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull()
  })

  it('throws away what was written by mistake, once that is confirmed', async () => {
    const waiting = list({
      delivery: 'to-copy',
      states: { ...states, 'to-copy': 2 },
      items: [message({ state: 'to-copy' }), message({ id: 'm2', state: 'to-copy' })],
      total: 2,
    })
    const { user, asked } = showPage(path, server(waiting, { [`${path}/discarded`]: { body: { changed: 2 } } }))
    await user.click(await screen.findByRole('button', { name: 'Throw all 2 away …' }))
    expect(writes(asked)).toEqual([])
    const confirm = screen.getByRole('button', { name: 'Throw 2 messages away' })
    expect(document.activeElement).toBe(confirm)
    await user.click(confirm)
    expect(await screen.findByText('2 messages are thrown away.')).toBeTruthy()
    expect(writes(asked)[0]?.body).toEqual({ messages: ['m1', 'm2'] })
  })

  it('lets each be copied and marked as sent where no mail server is set up', async () => {
    const waiting = list({
      delivery: 'to-copy',
      states: { ...states, 'to-copy': 1 },
      items: [message({ state: 'to-copy', failure: '' })],
      total: 1,
    })
    const rendered = { id: 'm1', name: 'Ann One', email: 'ann@example.org', subject: 'Invitation', text: 'Dear Ann' }
    const { user, asked } = showPage(
      path,
      server(waiting, {
        [`${path}/rendered`]: { body: { items: [rendered] } },
        [`${path}/sent`]: { body: { changed: 1 } },
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Show the messages to copy' }))
    await user.click(await screen.findByRole('button', { name: 'Copy the message' }))
    expect(await navigator.clipboard.readText()).toBe('Dear Ann')
    await user.click(screen.getByRole('button', { name: 'Mark as sent (to Ann One)' }))
    expect(await screen.findByText('1 message is marked as sent.')).toBeTruthy()
    expect(writes(asked).at(-1)?.body).toEqual({ messages: ['m1'] })
  })

  it('goes on to the next message once one is marked as sent', async () => {
    const names = ['Ann One', 'Bo Two', 'Cy Three']
    const items = names.map((name, i) => message({ id: `m${i}`, name, state: 'to-copy', failure: '' }))
    const waiting = list({ delivery: 'to-copy', states: { ...states, 'to-copy': 3 }, items, total: 3 })
    const rendered = names.map((name, i) => ({ id: `m${i}`, name, email: 'a@b.example', subject: 'S', text: 'T' }))
    const { user } = showPage(
      path,
      server(waiting, {
        [`${path}/rendered`]: { body: { items: rendered } },
        [`${path}/sent`]: { body: { changed: 1 } },
      }),
    )
    const isAt = (name: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(`To ${name}`))
    await user.click(await screen.findByRole('button', { name: 'Show the messages to copy' }))
    await isAt('Ann One')
    for (const [i, name] of ['Ann One', 'Bo Two'].entries()) {
      await user.click(screen.getByRole('button', { name: `Mark as sent (to ${name})` }))
      await isAt(names[i + 1]!)
    }
  })
})

describe('the page that an invitation leads to', () => {
  const welcome = `/welcome#${'t'.repeat(43)}`
  const open = (given: Record<string, Answer | ((asked: Asked) => Answer)>) =>
    showPage(welcome, serve({ '/about': { body: about() }, '/session': { status: 401, body: {} }, ...given }))

  it('takes the secret out of the address, sends it with the password, and goes on to My answers', async () => {
    const signedIn = { status: 201, body: session(['ratings.record']) }
    const { user, asked, address } = open({
      '/first-password': signedIn,
      '/my-answers': { body: { items: [], seats: [] } },
    })
    await user.type(await screen.findByLabelText('Password'), 'four words of nothing')
    expect(address()).toBe('/welcome')
    await user.click(screen.getByRole('button', { name: 'Save the password and begin' }))
    await screen.findByRole('heading', { level: 1 })
    expect(writes(asked)[0]?.body).toEqual({ token: 't'.repeat(43), password: 'four words of nothing' })
    expect(asked.every(({ url }) => !url.href.includes('ttt'))).toBe(true)
    expect(address()).toBe('/my-answers')
  })

  it('says so when the password is short, and when the link does not work any more', async () => {
    const { user, asked } = open({ '/first-password': problem(404, 'This link does not work any more.') })
    await user.type(await screen.findByLabelText('Password'), 'short')
    await user.click(screen.getByRole('button', { name: 'Show the password' }))
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text')
    await user.click(screen.getByRole('button', { name: 'Save the password and begin' }))
    expect((await screen.findAllByText(/Enter at least 15 characters/)).length).toBeGreaterThan(0)
    expect(writes(asked)).toHaveLength(0)
    await user.type(screen.getByLabelText('Password'), ' and ever longer')
    await user.click(screen.getByRole('button', { name: 'Save the password and begin' }))
    expect(await screen.findByText('This link does not work any more.')).toBeTruthy()
  })

  it('says what to do without a link', async () => {
    showPage('/welcome', serve({ '/about': { body: about() }, '/session': { status: 401, body: {} } }))
    expect(await screen.findByText(/This page needs the link from your invitation/)).toBeTruthy()
  })
})
