import { beforeEach, describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import type { PanelView } from '../../api/contract/panel-view.ts'
import type { QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { forgetOutboxes } from '../../web/ratings/outbox/use-outbox.ts'
import { type Asked, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem, rating } from '../support/web-given-scan.ts'

beforeEach(() => {
  forgetOutboxes()
  window.localStorage.clear()
  window.sessionStorage.clear()
})

/** Five answers: 5, 6, 6, 7, 8; all in the second span of years. */
const view: PanelView = {
  round: 1,
  here: {
    answers: 5,
    stances: { rated: 5, notAffected: 0, already: 0, cannotJudge: 0 },
    impact: { lower: 6, median: 6, upper: 7, distribution: [0, 0, 0, 0, 1, 2, 1, 1, 0] },
    consensus: 'agreement',
    reasons: ['Fewer home visits.'],
  },
  arrival: {
    answers: 5,
    byBand: [0, 5, 0, 0],
    years: { lower: 2029, median: 2030, upper: 2031 },
    consensus: 'agreement',
  },
  note: 'Ward and home differ.',
}

function asks(item: QueueItem): Server {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['ratings.record', 'scans.read']) },
    '/my-answers': { body: { items: [queue([item, queueItem('Home sensors', 'Cardiac science')])], seats: [] } },
    '/rounds/r2/ratings/smart-watch/cardiac-science/panel': { body: view },
  })
  return (asked) => {
    if (asked.method !== 'PUT') return server(asked)
    const version = Number(asked.headers['if-match']?.replaceAll('"', '') ?? 0) + 1
    return { status: 201, body: rating({ ...(asked.body as RatingResponse), version }) }
  }
}

const watch = (with_: Partial<QueueItem>) => queueItem('Smart watch', 'Cardiac science', with_)
const watchAt = '/my-answers?scan=scan-2026&item=smart-watch/cardiac-science'
const title = (name: string) => screen.findByRole('heading', { level: 1, name })
const beside = () => screen.findByRole('region', { name: /^How the panel answered/ })
const writes = (asked: Asked[]) => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)

describe('the panel’s answer', () => {
  it('stands beside one’s own, with reasons that nobody is named for', async () => {
    showPage(watchAt, asks(watch({ earlier: rating({ round: 'r1', impact: 7 }) })))
    const text = (await beside()).textContent
    expect(text).toContain('middle answer 6, half of the panel from 6 to 7.')
    expect(text).toContain('middle year 2030, half of the panel from 2029 to 2031.')
    expect(text).toContain('Fewer home visits.')
    expect(text).toContain('Ward and home differ.')
    expect(screen.getByRole('columnheader', { name: '7 yours' })).toBeTruthy()
  })

  it('is not asked for before the reader has answered, and shown right after', async () => {
    const { user, asked } = showPage(watchAt, asks(watch({ askedBefore: true })))
    await title('Smart watch')
    expect(screen.queryByText(/How the panel answered/)).toBeNull()
    expect(asked.some(({ url }) => url.pathname.endsWith('/panel'))).toBe(false)
    await user.keyboard('6b')
    await beside()
    expect(document.activeElement?.textContent).toMatch(/^How the panel answered/)
    await user.click(screen.getByRole('button', { name: 'Keep mine and go on' }))
    await title('Home sensors')
  })

  it('is kept from somebody who could not judge', async () => {
    const { user, asked } = showPage(watchAt, asks(watch({ askedBefore: true })))
    await title('Smart watch')
    await user.keyboard('j')
    await title('Home sensors')
    expect(asked.some(({ url }) => url.pathname.endsWith('/panel'))).toBe(false)
  })
})

describe('an answer outside the middle half', () => {
  it('asks for a reason, which goes with it', async () => {
    const { user, asked } = showPage(watchAt, asks(watch({ earlier: rating({ round: 'r1', impact: 2 }) })))
    await beside()
    await user.keyboard('k')
    const question = await screen.findByRole('heading', { name: /outside the middle half of the panel/ })
    expect(document.activeElement).toBe(question)
    await user.type(screen.getAllByLabelText('Your reason')[0]!, 'We have no home visits.')
    await user.click(screen.getByRole('button', { name: 'Save reason and go on' }))
    await title('Home sensors')
    expect(writes(asked)).toMatchObject([
      { impact: 2, reason: null },
      { impact: 2, reason: 'We have no home visits.' },
    ])
  })

  it('counts without a reason too', async () => {
    const { user, asked } = showPage(watchAt, asks(watch({ earlier: rating({ round: 'r1', impact: 7 }) })))
    await beside()
    await user.keyboard('9')
    await user.click(await screen.findByRole('button', { name: 'Skip, no reason' }))
    await title('Home sensors')
    expect(writes(asked)).toMatchObject([{ impact: 9, reason: null }])
  })

  it('inside it, keeping is one press', async () => {
    const { user } = showPage(watchAt, asks(watch({ earlier: rating({ round: 'r1', impact: 6 }) })))
    await beside()
    await user.keyboard('k')
    await title('Home sensors')
  })
})
