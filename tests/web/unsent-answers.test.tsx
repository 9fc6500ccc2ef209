import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { RatingResponse } from '../../api/contract/ratings.ts'
import { forgetOutboxes, outboxOf } from '../../web/ratings/outbox/use-outbox.ts'
import { type Answer, type Asked, answerBy, problem, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem, rating } from '../support/web-given-scan.ts'

beforeEach(() => {
  forgetOutboxes()
  window.localStorage.clear()
  window.sessionStorage.clear()
})

const items = [queueItem('Smart watch', 'Cardiac science'), queueItem('Home sensors', 'Cardiac science')]
const watchAt = '/my-answers?scan=scan-2026&item=smart-watch/cardiac-science'
const writes = (asked: Asked[]) => asked.filter(({ method }) => method === 'PUT')
const title = (name: string) => screen.findByRole('heading', { level: 1, name })
const kept = () => Object.keys(window.localStorage).filter((key) => key.startsWith('offing-unsent'))

/** A server that answers writes as told, and takes those for which nothing is told. */
function answersWith(...answers: (Answer | ((asked: Asked) => Answer))[]): Server {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['ratings.record', 'scans.read']) },
    '/my-answers': { body: { items: [queue(items)], seats: [] } },
  })
  return (asked) => {
    if (asked.method !== 'PUT') return server(asked)
    const told = answers.shift()
    if (told !== undefined) return typeof told === 'function' ? told(asked) : told
    const version = Number(asked.headers['if-match']?.replaceAll('"', '') ?? 0) + 1
    return { status: 201, body: rating({ ...(asked.body as RatingResponse), version }) }
  }
}

describe('a lost connection', () => {
  it('loses nothing: what is not sent is kept, said, and sent later', async () => {
    const { user, asked } = showPage(watchAt, answersWith('nothing'))
    await title('Smart watch')
    await user.keyboard('n')
    await title('Home sensors')
    expect(await screen.findByText('1 answer not sent yet.')).toBeTruthy()
    expect(screen.queryByText(/^Saved/)).toBeNull()
    await user.keyboard('7b')
    expect(await screen.findByText('2 answers not sent yet.')).toBeTruthy()
    expect(kept()).toHaveLength(2)

    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(screen.queryByText(/not sent yet/)).toBeNull())
    expect(kept()).toEqual([])
    expect(writes(asked).map(({ url }) => url.pathname.split('/').at(-2))).toEqual([
      'smart-watch',
      'smart-watch',
      'home-sensors',
    ])
    expect(writes(asked)[1]?.body).toEqual(writes(asked)[0]?.body)
  })

  it('outlives a reload: the answers stand on the page and are sent when it comes back', async () => {
    const first = showPage(watchAt, answersWith('nothing', 'nothing'))
    await title('Smart watch')
    await first.user.keyboard('n')
    await screen.findByText('1 answer not sent yet.')
    first.unmount()
    forgetOutboxes()

    const { asked } = showPage('/my-answers?view=list', answersWith())
    await title('1 of 2 done')
    await waitFor(() => expect(kept()).toEqual([]))
    expect(writes(asked)).toHaveLength(1)
    expect(writes(asked)[0]?.body).toMatchObject({ stance: 'not-affected' })
  })

  it('takes its own answer, found there after all, for no other', async () => {
    const arrived = rating({ stance: 'not-affected', impact: null, arrival: null, version: 1 })
    const { user, asked } = showPage(
      watchAt,
      // The first was saved, but nobody heard so; then it was changed.
      answersWith('nothing', problem(412, 'It was changed after you read it.', { current: arrived })),
    )
    await title('Smart watch')
    await user.keyboard('n')
    await screen.findByText('1 answer not sent yet.')
    await user.keyboard('{ArrowLeft}')
    await title('Smart watch')
    await user.keyboard('p')
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(kept()).toEqual([]))
    expect(screen.queryByText(/another window/)).toBeNull()
    expect(writes(asked).map(({ headers }) => headers['if-match'] ?? headers['if-none-match'])).toEqual([
      '*',
      '*',
      '"1"',
    ])
  })

  it('never sends under another name: somebody else has signed in meanwhile', async () => {
    let someone = session(['ratings.record'])
    const server = answersWith('nothing')
    const { user, asked } = showPage(watchAt, (one) =>
      one.url.pathname.endsWith('/session') ? { body: someone } : server(one),
    )
    await title('Smart watch')
    await user.keyboard('n')
    await screen.findByText('1 answer not sent yet.')
    someone = { ...someone, account: { ...someone.account, id: 'a2' } }
    window.dispatchEvent(new Event('online'))
    expect(await screen.findByText(/You have been signed out/)).toBeTruthy()
    expect(writes(asked)).toHaveLength(1)
    expect(kept()).toHaveLength(1)
  })

  it('is no reason to lose answers by signing out: the page asks first', async () => {
    const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false)
    const { user, asked } = showPage(watchAt, answersWith('nothing'))
    await title('Smart watch')
    await user.keyboard('n')
    await screen.findByText('1 answer not sent yet.')
    await user.click(screen.getByRole('button', { name: 'Sign out' }))
    expect(confirm.mock.calls[0]?.[0]).toContain('1 answer not sent yet')
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
    confirm.mockRestore()
  })
})

describe('a second press right after the first was confirmed', () => {
  it('replaces it, although the page still shows the version before it: nobody is told of another window', async () => {
    const asked = answerBy(answersWith())
    const outbox = outboxOf('a1')
    const target = {
      ...{ round: 'r2', technology: 'smart-watch', specialism: 'cardiac-science' },
      ...{ names: { technology: 'Smart watch', specialism: 'Cardiac science' }, said: '', carried: null },
    }
    const no = { stance: 'not-affected', impact: null, arrival: null, reason: null } as const
    outbox.put(target, no, null)
    await waitFor(() => expect(outbox.read().unsent).toEqual([]))
    outbox.put(target, { ...no, stance: 'already' }, null)
    await waitFor(() => expect(writes(asked)).toHaveLength(2))
    expect(writes(asked)[1]?.headers['if-match']).toBe('"1"')
  })
})

describe('an answer that is not taken', () => {
  it('after the round has closed is kept, with what it says, until its giver dismisses it', async () => {
    const detail = 'Round 2 is closed, so its answers cannot be changed.'
    const { user, asked } = showPage(watchAt, answersWith(problem(409, detail)))
    await title('Smart watch')
    await user.keyboard('n')
    expect(await screen.findByText('This answer was not taken')).toBeTruthy()
    expect(screen.getByText('Smart watch, for Cardiac science: No, no change.')).toBeTruthy()
    expect(screen.getByText(new RegExp(detail))).toBeTruthy()
    expect(screen.getByText('0 of 2 done', { exact: false })).toBeTruthy()
    expect(screen.getByText(/^Not taken: Smart watch, No, no change\./)).toBeTruthy()
    expect(kept()).toHaveLength(1)
    // Nobody goes on answering a closed round: what is asked is read again.
    await waitFor(() => expect(asked.filter(({ url }) => url.pathname.endsWith('/my-answers'))).toHaveLength(2))
    await user.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText(/Saved: /)).toBeNull()
    expect(screen.queryByText('This answer was not taken')).toBeNull()
    expect(kept()).toEqual([])
  })

  it('because of another one is shown beside it, and overwrites it only when told to', async () => {
    const there = rating({ stance: 'already', impact: null, arrival: null, version: 3 })
    const clash = problem(412, 'It was changed after you read it.', { current: there })
    const { user, asked } = showPage(watchAt, answersWith(clash))
    await title('Smart watch')
    await user.keyboard('n')
    expect(await screen.findByText('You have answered this in another window')).toBeTruthy()
    expect(screen.getByText('Already normal practice', { selector: 'strong' })).toBeTruthy()
    expect(writes(asked)).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Use the one given here' }))
    await waitFor(() => expect(kept()).toEqual([]))
    expect(writes(asked).map(({ headers }) => headers['if-match'] ?? headers['if-none-match'])).toEqual(['*', '"3"'])
  })

  it('because of another one gives way to it when told to', async () => {
    const there = rating({ stance: 'already', impact: null, arrival: null, version: 3 })
    const clash = problem(412, 'It was changed after you read it.', { current: there })
    const { user, asked } = showPage(watchAt, answersWith(clash))
    await title('Smart watch')
    await user.keyboard('n')
    await user.click(await screen.findByRole('button', { name: 'Keep the answer given there' }))
    await waitFor(() => expect(kept()).toEqual([]))
    expect(writes(asked)).toHaveLength(1)
    await user.keyboard('{ArrowLeft}')
    await title('Smart watch')
    expect(screen.getByRole('button', { name: /^Already normal practice/ }).getAttribute('aria-pressed')).toBe('true')
  })
})
