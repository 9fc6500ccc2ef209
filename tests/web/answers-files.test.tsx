import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Round } from '../../api/contract/rounds.ts'
import type { Role } from '../../api/contract/session.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { queue, queueItem, round, seat } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const signedIn = (roles: Role[], actions: string[]) => {
  const one = session(actions)
  return { ...one, account: { ...one.account, roles } }
}

function scanPage(roles: Role[], rounds: Round[]) {
  return showPage(
    '/scans/scan-2026',
    serve({
      '/about': { body: about() },
      '/session': { body: signedIn(roles, ['scans.read', 'answers.export']) },
      '/scans/scan-2026': { body: scan({ rounds }), etag: '"1"' },
    }),
  )
}

const heading = 'Answers of closed rounds, under pseudonyms'
const linksOf = (region: HTMLElement) =>
  within(region)
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')])

describe('on a scan’s page', () => {
  it('the scan team finds the answers of closed rounds, and reads what does not leave', async () => {
    scanPage(['scanner'], [round(1, 'closed'), round(2, 'open')])
    const region = await screen.findByRole('region', { name: heading })
    expect(linksOf(region)).toEqual([
      ['Answers (CSV)', '/api/v1/scans/scan-2026/answers.csv'],
      ['Answers (Excel)', '/api/v1/scans/scan-2026/answers.xlsx'],
      ['Answers (JSON)', '/api/v1/scans/scan-2026/answers.json'],
    ])
    expect(region.textContent).toMatch(/as of round 1: no names, no reasons.*noted in the audit trail/)
  })

  it('nobody does before a round has closed', async () => {
    scanPage(['admin'], [round(1, 'open')])
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('region', { name: heading })).toBeNull()
  })

  it('a lead does not, whose own answers stand under My answers', async () => {
    scanPage(['lead'], [round(1, 'closed')])
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('region', { name: heading })).toBeNull()
  })
})

describe('under My answers', () => {
  const seats = (lastClosedRound: number | null) => [
    { scan: { slug: 'scan-2026', name: 'This year’s scan' }, specialisms: [], lastClosedRound },
  ]
  const myAnswers = (roles: Role[], items: object[], lastClosedRound: number | null) =>
    showPage(
      '/my-answers',
      serve({
        '/about': { body: about() },
        '/session': { body: signedIn(roles, ['ratings.record', 'scans.read', 'answers.export']) },
        '/scans': { body: { items: [], total: 0 } },
        '/my-answers': { body: { items, seats: seats(lastClosedRound) } },
      }),
    )
  const asked = { ...queue([queueItem('Smart watch', 'Cardiac science')]), seat: seat() }

  it.each([
    ['while a round asks', [asked]],
    ['when none does', []],
  ])('a lead takes their own answers along, %s', async (_, items) => {
    const { user } = myAnswers(['lead'], items, 1)
    const region = await screen.findByRole('region', { name: 'Take your own answers with you' })
    expect(region.textContent).toContain('Nobody else’s are in the file.')
    await user.click(within(region).getByText(/^This year’s scan, as of round\s1$/))
    expect(linksOf(region)[0]).toEqual(['Answers (CSV)', '/api/v1/scans/scan-2026/answers.csv'])
  })

  it.each([
    ['whose rounds are all open still', ['lead'], null],
    ['who would be given everybody’s', ['lead', 'scanner'], 1],
  ] as [string, Role[], number | null][])('nothing is offered to somebody %s', async (_, roles, closed) => {
    myAnswers(roles, [], closed)
    await screen.findByRole('heading', { level: 1, name: 'My answers' })
    expect(screen.queryByRole('region', { name: /your own answers/ })).toBeNull()
  })
})
