import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Funnel, FunnelItem, FunnelStage } from '../../api/contract/filtration.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const stage = (name: FunnelStage['stage'], with_: Partial<FunnelStage>): FunnelStage => ({
  ...{ stage: name, cameIn: 0, wentOn: 0, adopted: 0, parked: [], notAsked: 0, waiting: 0 },
  ...with_,
})

const funnel: Funnel = {
  scan: { id: 's', slug: 'scan-2026', name: 'Scan 2026', startYear: 2026, endYear: 2036 },
  demonstration: false,
  window: { from: '2025-02-03T10:00:00.000Z', to: '2026-01-12T10:00:00.000Z' },
  frozen: true,
  ended: true,
  stages: [
    stage('spotted', { cameIn: 6, wentOn: 3, parked: [{ reason: 'too-early', count: 2 }], waiting: 1 }),
    stage('candidate', { cameIn: 4, wentOn: 2, parked: [{ reason: 'not-given', count: 1 }], notAsked: 1 }),
    stage('in-scan', { cameIn: 2, wentOn: 1, waiting: 1 }),
    stage('in-edition', { cameIn: 1, adopted: 1 }),
  ],
  origins: [],
  owners: [
    {
      ...{ key: 'a1', name: 'Alex Morgan', adopted: 0, parked: 0, notAsked: 0, waiting: 2 },
      cameIn: { spotted: 2, candidate: 1, 'in-scan': 0, 'in-edition': 0 },
    },
  ],
}

const patch: FunnelItem = {
  ...{
    kind: 'technology',
    id: 't1',
    slug: 'patch',
    name: 'Patch',
    stage: 'candidate',
    fate: 'parked',
    reason: 'not-given',
    note: '',
  },
  ...{ origin: 'Entered by hand', owner: null, since: '2025-05-01T10:00:00.000Z' },
}

const show = (query = '', actions = ['filtration.read', 'scans.read'], body: object = funnel) =>
  showPage(
    `/scans/scan-2026/funnel${query}`,
    serve({
      '/about': { body: about() },
      '/session': { body: session(actions) },
      '/scans/scan-2026/funnel': { body },
      '/scans/scan-2026/funnel/items': { body: { items: [patch], total: 1, nextCursor: null } },
    }),
  )

describe('the funnel of a scan', () => {
  it('says from when to when, and what became of everything at each stage', async () => {
    show()
    await screen.findByRole('heading', { name: 'Funnel of Scan 2026' })
    screen.getByText(/since 3 February 2025, when the scan before was frozen, until 12 January 2026/)
    const rows = within(screen.getByRole('table', { name: /What came in at each stage/ })).getAllByRole('row')
    expect(rows.slice(1).map(({ textContent }) => textContent)).toEqual([
      'Spotted632 dismissed: too early1 not read yet',
      'Candidate421 archived: no reason was asked for1 never asked aboutNothing',
      'In the scan21Nothing1 not in an edition yet',
      'In an edition1–1 adopted0 on the radar',
    ])
  })

  it('gives the bars their table, one step away', async () => {
    const { user } = show()
    await user.click(await screen.findByText('The same numbers as a table'))
    const rows = within(screen.getByRole('table', { name: '4 stages' })).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toContain('Candidate4')
  })

  it('leads from a number to the list behind it, which the address keeps, and back', async () => {
    const { user, address, asked } = show()
    await user.click(await screen.findByRole('link', { name: '1, Candidate: Archived, no reason was asked for' }))
    expect(address()).toBe('/scans/scan-2026/funnel?stage=candidate&fate=parked&reason=not-given')
    const heading = await screen.findByRole('heading', { name: 'Candidate: Archived, no reason was asked for' })
    expect(document.activeElement).toBe(heading)
    expect((await screen.findByRole('link', { name: 'Patch' })).getAttribute('href')).toBe('/technologies/patch')
    expect(asked.at(-1)!.url.search).toBe('?stage=candidate&fate=parked&reason=not-given')

    await user.click(screen.getByRole('link', { name: 'Close this list' }))
    expect(address()).toBe('/scans/scan-2026/funnel')
  })

  it('says whose each is', async () => {
    const { user, address } = show()
    const row = (await screen.findByRole('rowheader', { name: 'Alex Morgan' })).closest('tr')!
    await user.click(within(row).getByRole('link', { name: '2, Spotted: all that came in' }))
    expect(address()).toBe('/scans/scan-2026/funnel?stage=spotted&owner=a1')
  })

  it('is not for a specialism lead', async () => {
    show('', ['scans.read'])
    await screen.findByRole('heading', { name: 'The funnel of a scan is for the scan team' })
  })

  it('says so where there is no such scan', async () => {
    showPage(
      '/scans/x/funnel',
      serve({ '/about': { body: about() }, '/session': { body: session(['filtration.read']) } }),
    )
    await screen.findByRole('heading', { name: 'This scan is not here' })
  })
})
