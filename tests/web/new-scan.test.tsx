import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { CreatedScan, NotTakenOver } from '../../api/contract/scans.ts'
import { leftBehind } from '../../web/scans/new/left-behind.ts'
import { type Asked, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { specialism } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const nothing: NotTakenOver = { technologies: [], specialisms: [], people: [], bands: false }
const specialisms = [
  specialism('Cardiac science', { overlapsWith: ['vascular-science'] }),
  specialism('Vascular science'),
  specialism('Toxicology', { current: false }),
]

function show(created: CreatedScan) {
  const last = { ...scan(), rounds: 2 }
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(['scans.read', 'scans.write']) },
    '/specialisms': { body: { items: specialisms, total: 3 } },
    '/scans': ({ method }) =>
      method === 'POST' ? { status: 201, body: created } : { body: { items: [last], total: 1 } },
    '/scans/scan-2026': { body: scan({ frozenAt: null }), etag: '"1"' },
  })
  return showPage('/scans/new', server)
}

const posted = (asked: Asked[]) => asked.find(({ method }) => method === 'POST')?.body

describe('creating a scan', () => {
  it('starts next year’s from the last, and says what was not taken over', async () => {
    const created = {
      ...scan({
        name: 'Scan 2027',
        startYear: 2027,
        endYear: 2037,
        previous: { slug: 'scan-2026', name: 'Scan 2026' },
      }),
      notTakenOver: { ...nothing, people: [{ name: 'Ann One', why: 'left' as const }] },
    }
    const { user, asked } = show(created)
    await user.selectOptions(await screen.findByLabelText('Start from'), 'This year’s scan (2026 to 2036)')
    expect((screen.getByLabelText('First year') as HTMLInputElement).value).toBe('2027')
    await user.type(screen.getByLabelText('Name'), 'Scan 2027')
    await user.click(screen.getByRole('button', { name: 'Create the scan' }))

    expect(await screen.findByText('People who had left the panel: Ann One.')).toBeTruthy()
    expect(screen.getByText(/The scan is created from Scan 2026/)).toBeTruthy()
    expect(posted(asked)).toEqual({
      name: 'Scan 2027',
      from: 'scan-2026',
      startYear: 2027,
      horizonYears: 10,
      timeZone: 'Europe/London',
      specialisms: null,
      boardSeesDraft: false,
    })
  })

  it('warns where specialisms that are chosen overlap', async () => {
    const { user } = show({ ...scan(), notTakenOver: null })
    await user.click(await screen.findByRole('checkbox', { name: 'Cardiac science' }))
    expect(screen.queryByText(/overlap/)).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Vascular science' }))
    expect(screen.getByText(/Specialisms of this scan overlap: Cardiac science with Vascular science/)).toBeTruthy()
  })

  it('shows what a horizon means in calendar years, and sends none that has no room', async () => {
    const { user, asked } = show({ ...scan(), notTakenOver: null })
    const years = await screen.findByLabelText('How many years ahead')
    await user.clear(screen.getByLabelText('First year'))
    await user.type(screen.getByLabelText('First year'), '2026')
    await user.clear(years)
    await user.type(years, '5')
    expect(screen.getByText(/2026 to 2031.*2026 to 2027, 2028 to 2029, 2030 to 2031 and after 2031/)).toBeTruthy()
    await user.clear(years)
    await user.type(years, '1')
    await user.clear(screen.getByLabelText('Time zone'))
    await user.type(screen.getByLabelText('Time zone'), 'Europe/Londinium')
    await user.click(screen.getByRole('button', { name: 'Create the scan' }))
    await waitFor(() => expect(screen.getAllByText('Enter how many years ahead it looks, from 2 to 30').length).toBe(2))
    expect(screen.getAllByText('Enter a time zone such as Europe/London').length).toBe(2)
    expect(posted(asked)).toBeUndefined()
  })
})

it('says what was left behind in sentences, the one that always holds first', () => {
  expect(leftBehind(nothing)).toHaveLength(1)
  const said = leftBehind({
    technologies: [
      { name: 'Patch', why: 'archived' },
      { name: 'Monitor', why: 'no-specialism' },
    ],
    specialisms: ['Audiology'],
    people: [
      { name: 'Ann One', why: 'not-a-lead' },
      { name: 'Bo Two', why: 'not-a-lead' },
    ],
    bands: true,
  })
  expect(said.slice(1)).toEqual([
    'The spans of years: they are drawn anew for another horizon.',
    'Specialisms that are no longer current: Audiology.',
    'Archived technologies: Patch.',
    'Technologies of specialisms that this scan does not have: Monitor.',
    'People who are no longer specialism leads: Ann One and Bo Two.',
  ])
})
