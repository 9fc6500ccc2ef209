import { expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Scan } from '../../api/contract/scans.ts'
import type { Statement } from '../../api/contract/statement.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'
import { scan, statement } from '../support/web-given-technology.ts'

function summary({ id, slug, name, startYear, endYear, boardSeesDraft, demonstration, frozenAt, version }: Scan) {
  const head = { id, slug, name, startYear, endYear, boardSeesDraft, demonstration, frozenAt, version }
  return { ...head, rounds: 1, technologies: 101 }
}

interface Given {
  statement?: Partial<Statement>
  scans?: Scan[]
  ranking?: Answer
  address?: string
}

function show({
  statement: with_ = {},
  scans = [scan()],
  ranking: head = { body: ranking() },
  address = '/method',
}: Given = {}) {
  const each = scans.map((one): [string, Answer] => {
    const { id, slug, name, startYear, endYear } = one
    const body = statement({ ...with_, scan: { ...statement().scan, id, slug, name, startYear, endYear } })
    return [`/scans/${one.slug}/statement`, { body }]
  })
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
const { method } = statement()

it('asks the three questions in their own words', async () => {
  show()
  const [first, second, third] = within(await screen.findByRole('article')).getAllByRole('listitem')
  expect(first?.textContent).toContain('Does this affect your service?')
  expect(second?.textContent).toContain('how much would it change how your service works by 2036?')
  expect(third?.textContent).toContain('one in five of the places that could use it do so')
})

it('gives each criterion its weight in per cent, from the scan’s own method', async () => {
  const weights = { impact: 5050, reach: 2450, imminence: 1500, readiness: 1000 }
  show({ statement: { method: { ...method, weights, reachFull: 0.25 } } })
  const rows = within(await screen.findByRole('table')).getAllByRole('row')
  expect(rows.slice(1).map((row) => row.children[1]?.textContent)).toEqual(['50.5%', '24.5%', '15%', '10%'])
  expect(rows[2]?.textContent).toContain('Changing 25% of all specialisms counts as fully widespread')
})

it('says what the lists are, from when figures are shown, and what is not measured', async () => {
  show({ statement: { method: { ...method, minimumPanel: 5, minimumShown: 4 } } })
  const page = await text()
  expect(page).toContain('it needs answers from at least 5 panel members')
  expect(page).toContain('shown from 4 panel members up')
  expect(page).toContain('It is not a recommendation to buy')
  for (const list of ['Ranked', 'Awaiting answers', 'Already here', 'Judged not to affect'])
    expect(screen.getByText(list)).toBeTruthy()
})

it('says how answers count and when a panel agrees, by the scan’s own rules', async () => {
  show({
    statement: {
      oneMember: ['Audiology', 'Genomics'],
      method: {
        ...method,
        raterScale: 'adjusted',
        consensusRule: 'modal-third',
        consensusThreshold: 80,
        leaveOutInterested: true,
      },
    },
  })
  const page = await text()
  expect(page).toContain('Allowing for strict and generous markers.')
  expect(page).toContain(
    'nobody can tell a high marker from a service that changes much. Here: Audiology and Genomics.',
  )
  expect(page).toContain('at least 80% of its answers fall into the same third of the scale')
  expect(page).toContain('declared an interest are left out of every figure')
})

it('counts who was invited and who answered, round by round', async () => {
  const [first] = statement().rounds
  const open = { number: 2, state: 'open', openedAt: '2026-04-01T09:00:00Z', closesOn: '2026-05-01', closedAt: null }
  const second = { ...first!, ...(open as object), technologies: 45, asksYears: true }
  const pilot = { ...first!, number: 0, technologies: 3, invited: 2, answered: 1 }
  show({ statement: { rounds: [pilot, first!, second] } })
  const page = await text()
  expect(page).toContain('Pilot, 12 January 2026 to 2 March 2026. It asks about 3 technologies.')
  expect(page).toContain('none of its answers counts')
  expect(page).toContain('Round 1, 12 January 2026 to 2 March 2026. It asks about 101 technologies.')
  expect(page).toContain('87 of 96 invited panel members have answered.')
  expect(page).toContain('Round 2, open since 1 April 2026, until 1 May 2026. It asks about 45 technologies, with')
  expect(page).toContain('for 24 of 30 specialisms. Not heard from: Genomic counselling.')
})

it('counts declared interests, and names those alone who agreed', async () => {
  show({ statement: { interests: { members: 96, none: 80, some: 9 }, named: ['Ann One', 'Bo Two'] } })
  const page = await text()
  expect(page).toContain(
    'of 96 panel members, 9 declared an interest in some technology, 80 declared that they have none, and 7 have not declared.',
  )
  expect(page).toContain('agreed to be named: Ann One and Bo Two.')
})

it('says who approved which version, where and when, or that nobody has', async () => {
  const approval = { by: 'Strategic advisory board', meeting: 'its January meeting', on: '2026-01-08' }
  const first = show({ statement: { approval, methodVersion: 3 } })
  expect(await text()).toContain(
    'This is version 3. It was approved by Strategic advisory board at its January meeting on 8 January 2026.',
  )
  first.unmount()
  show()
  expect(await text()).toContain('No approval is recorded.')
})

it('explains the scan that the radar shows, and leads to the others', async () => {
  const newer = scan({ id: 's2', slug: 'scan-2027', name: 'Next year’s scan', startYear: 2027, endYear: 2037 })
  const { user, address } = show({ scans: [newer, scan()] })
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('This year’s scan (2026 to 2036)')
  await user.click(screen.getByRole('link', { name: 'Next year’s scan (2027 to 2037)' }))
  expect(address()).toBe('/method?scan=scan-2027')
})

it('needs no ranking: a scan whose first round has not opened is explained too', async () => {
  const answered = { ...statement().answered, panellists: 0, specialisms: 0, from: null, to: null }
  show({ statement: { fixedAt: null, rounds: [], answered }, ranking: problem(404, 'There is no ranking.') })
  const page = await text()
  expect(page).toContain('No round has been prepared yet.')
  expect(page).toContain('are fixed when the first round opens')
})

it('says that there is no scan to explain', async () => {
  show({ scans: [] })
  expect(await screen.findByRole('heading', { name: 'There is no scan to explain yet' })).toBeTruthy()
})
