import { expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Scan } from '../../api/contract/scans.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'
import { round, scan } from '../support/web-given-technology.ts'

function summary({ id, slug, name, startYear, endYear, boardSeesDraft, demonstration, frozenAt, version }: Scan) {
  const head = { id, slug, name, startYear, endYear, boardSeesDraft, demonstration, frozenAt, version }
  return { ...head, rounds: 1, technologies: 101 }
}

interface Given {
  scans?: Scan[]
  ranking?: Answer
  address?: string
}

function show({ scans = [scan()], ranking: head = { body: ranking() }, address = '/method' }: Given = {}) {
  const each = scans.map((one): [string, Answer] => [`/scans/${one.slug}`, { body: one, etag: '"1"' }])
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session() },
    '/scans': { body: { items: scans.map(summary), total: scans.length } },
    '/ranking': head,
    ...Object.fromEntries(each),
  })
  return showPage(address, server)
}

const text = async () => (await screen.findByRole('article')).textContent

it('asks the three questions in their own words', async () => {
  show()
  const [first, second, third] = within(await screen.findByRole('article')).getAllByRole('listitem')
  expect(first?.textContent).toContain('Does this affect your service?')
  expect(second?.textContent).toContain('how much would it change how your service works by 2036?')
  expect(third?.textContent).toContain('one in five of the places that could use it do so')
})

it('gives each criterion its weight in per cent, from the scan’s own method', async () => {
  const { method } = scan()
  const weights = { impact: 5050, reach: 2450, imminence: 1500, readiness: 1000 }
  show({ scans: [scan({ method: { ...method, weights, reachFull: 0.25 } })] })
  const rows = within(await screen.findByRole('table')).getAllByRole('row')
  expect(rows.slice(1).map((row) => row.children[1]?.textContent)).toEqual(['50.5%', '24.5%', '15%', '10%'])
  expect(rows[2]?.textContent).toContain('Changing 25% of all specialisms counts as fully widespread')
})

it('says what the lists are, from when figures are shown, and what is not measured', async () => {
  const { method } = scan()
  show({ scans: [scan({ method: { ...method, minimumPanel: 5, minimumShown: 4 } })] })
  const page = await text()
  expect(page).toContain('it needs answers from at least 5 panel members')
  expect(page).toContain('shown from 4 panel members up')
  expect(page).toContain('It is not a recommendation to buy')
  for (const list of ['Ranked', 'Awaiting answers', 'Already here', 'Judged not to affect'])
    expect(screen.getByText(list)).toBeTruthy()
})

it('counts who was invited and who answered, round by round', async () => {
  const open = { number: 2, state: 'open', closedAt: null, openedAt: '2026-04-01T09:00:00Z', closesOn: '2026-05-01' }
  show({ scans: [scan({ rounds: [round(), round({ ...(open as object), id: 'r2', technologies: 45, started: 0 })] })] })
  const page = await text()
  expect(page).toContain('Round 1, 12 January 2026 to 2 March 2026. It asks about 101 technologies.')
  expect(page).toContain('87 of 96 invited panel members have answered.')
  expect(page).toContain('Round 2, open since 1 April 2026, until 1 May 2026. It asks about 45 technologies.')
  expect(page).toContain('for 24 of 30 specialisms. Not heard from: Genomic counselling.')
})

it('explains the scan that the radar shows, and leads to the others', async () => {
  const newer = scan({ id: 's2', slug: 'scan-2027', name: 'Next year’s scan', startYear: 2027, endYear: 2037 })
  const { user, address } = show({ scans: [newer, scan()] })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('This year’s scan (2026 to 2036)')
  await user.click(screen.getByRole('link', { name: 'Next year’s scan (2027 to 2037)' }))
  expect(address()).toBe('/method?scan=scan-2027')
})

it('needs no ranking: a scan whose first round has not opened is explained too', async () => {
  show({ scans: [scan({ frozenAt: null, rounds: [] })], ranking: problem(404, 'There is no ranking.') })
  const page = await text()
  expect(page).toContain('No round has been prepared yet.')
  expect(page).toContain('are fixed when the first round opens')
})

it('says that there is no scan to explain', async () => {
  show({ scans: [] })
  expect(await screen.findByRole('heading', { name: 'There is no scan to explain yet' })).toBeTruthy()
})
