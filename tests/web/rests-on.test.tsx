import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Fragility, Why } from '../../api/contract/why.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'
import { scan, standing, technology } from '../support/web-given-technology.ts'

const weights = { impact: 5714, reach: 1905, imminence: 1429, readiness: 952 }
const neighbour = (name: string, place: number) => ({ id: name, slug: name.toLowerCase(), name, place })
const of = {
  scan: { id: 's1', slug: 'scan-2026', name: 'This year’s scan' },
  round: 1,
  lens: { kind: 'all', slug: 'all', name: 'All specialisms' },
} as const

function why(with_: Partial<Why> = {}): Why {
  return {
    ...of,
    technology: { id: 't1', slug: 'technology-1', name: 'Technology 1' },
    place: 3,
    of: 93,
    swaps: {
      above: {
        with: neighbour('Sequencing', 2),
        change: { criterion: 'imminence', from: 1000, to: 1429, crossing: 1428.57, weights },
      },
      below: { with: neighbour('Stethoscope', 4), change: null },
    },
    panelMember: { crosses: false, moves: 'hardly' },
    specialisms: [
      { slug: 'cardiac-science', name: 'Cardiac science', place: 14 },
      { slug: 'genomics', name: 'Genomics', place: 3 },
    ],
    notTold: ['Audiology'],
    criteria: [
      { criterion: 'impact', place: 5 },
      { criterion: 'imminence', place: 3 },
    ],
    ...with_,
  }
}

async function open(with_: Partial<Why> = {}, address = '/technologies/technology-1#rests-on') {
  const page = showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session() },
      '/technologies/technology-1': { body: technology(), etag: '"3"' },
      '/ranking/technology-1': { body: standing() },
      '/ranking/technology-1/why': { body: why(with_) },
      '/scans/scan-2026': { body: scan(), etag: '"1"' },
    }),
  )
  const section = await screen.findByRole('region', { name: 'What its place rests on' })
  return { ...page, section }
}

const linesOf = async (section: HTMLElement) =>
  (await within(section).findAllByRole('listitem')).map(({ textContent }) => textContent)

describe('what a place rests on', () => {
  it('is asked for only when it is opened', async () => {
    const { asked, section } = await open({}, '/technologies/technology-1')
    expect(asked.some(({ url }) => url.pathname.endsWith('/why'))).toBe(false)
    expect(
      within(section)
        .getByText(/What would change it/)
        .closest('details')!.open,
    ).toBe(false)
  })

  it('says what change of one weight would swap it with its neighbours, and leads to that what-if', async () => {
    const { section } = await open()
    const lines = await linesOf(section)
    expect(lines[0]).toContain('It would stand above Sequencing (2nd) if “How soon” weighed 14.29% instead of 10%.')
    expect(lines[1]).toBe('No change of a single weight would put it below Stethoscope (4th).')
    expect(
      within(section)
        .getByRole('link', { name: /^See it/ })
        .getAttribute('href'),
    ).toBe('/what-if?weights=impact%3A5714%2Creach%3A1905%2Cimminence%3A1429%2Creadiness%3A952')
  })

  it('says what it would be without a specialism or a criterion, and which are not told', async () => {
    const { section } = await open()
    const lines = await linesOf(section)
    expect(lines).toContain('Without Cardiac science it would be 14th.')
    expect(lines).toContain('Without how much services change it would be 5th.')
    expect(lines).toContain('Without how soon it would stay 3rd.')
    expect(lines.join(' ')).not.toContain('Genomics')
    expect(section.textContent).toContain('Not told, since too few answered there: Audiology.')
  })

  it('says in bold that it depends on one panel member, and never on whom', async () => {
    const { section } = await open({ panelMember: { crosses: true, moves: 'far' } })
    const said = await within(section).findByText(/^Depends on one panel member/)
    expect(said.tagName).toBe('STRONG')
    expect(said.textContent).toContain('without one of them it would not be among the first ten')
    expect(said.textContent).toContain('by ten places or more')
  })

  it('says that every one of few matters, and that nothing stands above the first', async () => {
    const { section } = await open({ panelMember: null, place: 1, swaps: { above: null, below: null } })
    const lines = await linesOf(section)
    expect(lines[0]).toBe('Nothing stands above it.')
    expect(lines.join(' ')).toContain('Fewer than five people or answers stand behind it here')
  })
})

describe('what being among the first ten depends on', () => {
  async function openOn(items: Fragility['items']) {
    const page = showPage(
      '/ranking',
      serve({
        '/about': { body: about() },
        '/session': { body: session() },
        '/ranking': { body: ranking() },
        '/fragility': { body: { ...of, items, total: items.length } },
      }),
    )
    const fold = await screen.findByText('What being among the first ten depends on')
    expect(page.asked.some(({ url }) => url.pathname.endsWith('/fragility'))).toBe(false)
    await page.user.click(fold)
    return page
  }

  it('is a table that says what each rests on', async () => {
    await openOn([
      {
        ...neighbour('Sequencing', 9),
        panelMember: true,
        specialisms: [{ slug: 'genomics', name: 'Genomics', place: 12 }],
        criteria: [{ criterion: 'readiness', place: 11 }],
      },
      {
        ...neighbour('Stethoscope', 0),
        place: null,
        panelMember: false,
        specialisms: [],
        criteria: [{ criterion: 'readiness', place: 4 }],
      },
    ])
    const table = await screen.findByRole('table', { name: 'What being among the first ten depends on' })
    const rows = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent)
    expect(rows[1]).toBe(
      '9thSequencingOne panel member; Genomics (without it 12th); stage of development (without it 11th)',
    )
    expect(rows[2]).toBe('not rankedStethoscopeStage of development (without it 4th)')
  })

  it('says so where nothing would change', async () => {
    await openOn([])
    expect(await screen.findByText(/the first ten would be the same/)).toBeTruthy()
  })
})
