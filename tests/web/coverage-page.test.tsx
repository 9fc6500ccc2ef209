import { describe, expect, it } from '@jest/globals'
import { act, screen, within } from '@testing-library/react'
import type { Coverage, CoverageNote } from '../../api/contract/filtration.ts'
import { problem, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const note: CoverageNote = {
  ...{ specialism: 'audiology', category: 'robotics', text: 'MHRA list read.', writtenBy: 'Ann Li' },
  ...{ writtenAt: '2026-03-03T10:00:00.000Z', version: 1 },
}

const specialism = (name: string, grouping: string, technologies: number) => ({
  ...{ slug: name.toLowerCase(), name, grouping, technologies },
})

const coverage: Coverage = {
  scan: { id: 's', slug: 'scan-2026', name: 'Scan 2026', startYear: 2026, endYear: 2036 },
  demonstration: false,
  round: { number: 1, closedAt: '2026-03-01T10:00:00.000Z' },
  bands: [
    { index: 0, from: 2026, to: 2028 },
    { index: 1, from: 2029, to: 2031 },
    { index: 2, from: 2032, to: 2036 },
    { index: 3, from: 2037, to: null },
  ],
  specialisms: [specialism('Audiology', 'physiological', 3), specialism('Genomics', 'laboratory', 0)],
  groupings: [
    { slug: 'physiological', name: 'Physiological sciences' },
    { slug: 'laboratory', name: 'Laboratory sciences' },
  ],
  categories: [
    { slug: 'ai', name: 'AI', technologies: 3 },
    { slug: 'robotics', name: 'Robotics', technologies: 0 },
  ],
  technologies: 3,
  counts: [
    [0, 0, 1, 2, 0, 0],
    [0, 0, 6, 0, 1, 0],
  ],
  signals: [[0, 0, 4]],
  notes: [note],
}

const path = '/scans/scan-2026/coverage'
const writer = ['filtration.read', 'filtration.write', 'scans.read']

function show(query = '', actions = writer, more: Parameters<typeof serve>[0] = {}) {
  const server: Server = serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    [path]: { body: coverage },
    ...more,
  })
  return showPage(path + query, server)
}

const cells = async () => {
  const grid = await screen.findByRole('grid', { name: 'Specialisms by category' })
  return within(grid)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('gridcell')
        .map((cell) => cell.querySelector('.nhsuk-u-visually-hidden')?.textContent),
    )
}

describe('the coverage map', () => {
  it('tells in words what is in each cell, where nobody looked, and where somebody found nothing', async () => {
    show()
    expect(await cells()).toEqual([
      ['2 technologies in the scan, 1 candidate and 4 linked signals', 'looked, nothing found'],
      ['nothing looked at', 'nothing looked at'],
    ])
    screen.getByText(/2 places of 4/)
  })

  it('counts the technologies of the bands that are chosen, and does not call a cell unlooked for that', async () => {
    show('?band=2')
    expect((await cells())[0]![0]).toBe('4 linked signals')
    screen.getByText(/2 places of 4/)
  })

  it('keeps what the filters say in the address', async () => {
    const { user, address } = show('?grouping=laboratory')
    expect(await cells()).toHaveLength(1)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Only where nothing was looked at')
    expect(address()).toBe(`${path}?grouping=laboratory&only=empty`)
  })

  it('says so where the filters leave nothing, with the way out', async () => {
    const { user, address } = show('?grouping=informatics')
    await screen.findByRole('heading', { name: 'Nothing is left by these filters' })
    await user.click(screen.getAllByRole('link', { name: 'Clear the filters' })[0]!)
    expect(address()).toBe(path)
  })

  it('is walked through by the arrow keys; Enter opens the cell', async () => {
    const { user, address } = show()
    await cells()
    const first = screen.getAllByRole('gridcell')[0]!
    expect(screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toEqual([first])
    act(() => first.focus())
    await user.keyboard('{ArrowDown}{ArrowRight}')
    expect(document.activeElement).toBe(screen.getAllByRole('gridcell')[3])
    await user.keyboard('{Enter}')
    expect(address()).toBe(`${path}?specialism=genomics&category=robotics`)
    expect(document.activeElement).toBe(await screen.findByRole('heading', { name: 'Genomics, Robotics' }))
  })

  it('says by band what a cell holds, and leads to the technologies', async () => {
    show('?specialism=audiology&category=ai')
    const place = await screen.findByRole('region', { name: 'Audiology, AI' })
    expect(
      within(place)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['2029 to 2031: 2', 'Not yet judged: 1'])
    expect(within(place).getByRole('link', { name: 'See the technologies' }).getAttribute('href')).toBe(
      '/technologies?specialism=audiology&category=ai',
    )
  })

  it('takes a note that somebody looked, and says what somebody else has written meanwhile', async () => {
    const at = `${path}/genomics/ai`
    let tries = 0
    const answer = () =>
      ++tries === 1
        ? problem(412, 'Changed.', { current: { ...note, text: 'One found.', version: 3 } })
        : { body: note }
    const { user, asked } = show('?specialism=genomics&category=ai', writer, { [at]: answer })

    await user.type(await screen.findByRole('textbox', { name: /You have looked here/ }), 'Nothing found.')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/Ann Li has written here meanwhile: “One found.”/)
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Saved. The map says that somebody looked here.')

    const writes = asked.filter(({ method }) => method === 'PUT')
    expect(writes.map(({ headers, body }) => [headers['if-none-match'] ?? headers['if-match'], body])).toEqual([
      ['*', { text: 'Nothing found.' }],
      ['"3"', { text: 'Nothing found.' }],
    ])
  })

  it('lets a note be taken back, and keeps its text to put it back', async () => {
    const at = `${path}/audiology/robotics`
    const { user, asked } = show('?specialism=audiology&category=robotics', writer, { [at]: { status: 204 } })
    await user.click(await screen.findByRole('button', { name: 'Take back that somebody looked' }))
    await screen.findByText(/Taken back. What it said stands below/)
    expect(asked.find(({ method }) => method === 'DELETE')!.headers['if-match']).toBe('"1"')
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'MHRA list read.')
  })

  it('offers nothing to write to who only reads, and is not for a lead', async () => {
    const { unmount } = show('?specialism=genomics&category=ai', ['filtration.read'])
    await screen.findByRole('heading', { name: 'Genomics, AI' })
    expect(screen.queryByRole('textbox')).toBeNull()
    unmount()
    show('', ['scans.read'])
    await screen.findByRole('heading', { name: 'The coverage map is for the scan team' })
  })
})
