import { beforeAll, describe, expect, it } from '@jest/globals'
import { act, screen, within } from '@testing-library/react'
import type { HeatMap, HeatMapCell, HeatMapRow } from '../../api/contract/heat-map.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const grouping = { slug: 'physiological', name: 'Physiological sciences' }
const columns = ['Cardiac science', 'Audiology', 'Genomics'].map((name) => ({
  slug: name.toLowerCase().replace(' ', '-'),
  name,
  grouping: grouping.slug,
  invited: 5,
}))

const row = (
  name: string,
  place: number | null,
  cells: HeatMapCell[],
  with_: Partial<HeatMapRow> = {},
): HeatMapRow => ({
  slug: name.toLowerCase(),
  name,
  category: 'devices',
  list: place === null ? 'awaiting' : 'ranked',
  place,
  affected: place === null ? null : 1,
  cells,
  ...with_,
})

const map = (with_: Partial<HeatMap> = {}): HeatMap => ({
  scan: { id: 's1', slug: 'scan-2026', name: 'This year’s scan', startYear: 2026, endYear: 2036 },
  round: { number: 1, openedAt: '2026-01-12T09:00:00Z', closedAt: '2026-03-02T17:00:00Z' },
  demonstration: false,
  minimumShown: 3,
  lens: { kind: 'all', slug: 'all', name: 'All specialisms' },
  lenses: {
    groupings: [grouping],
    specialisms: columns.map(({ slug, name }) => ({ slug, name, grouping: grouping.slug })),
  },
  categories: [{ slug: 'devices', name: 'Devices' }],
  columns,
  rows: [
    row('Pacemaker', 1, [
      [0, 6.6, 4, 1, 5],
      [1, 0, 3, 0, 5],
      [2, null, null, null, 5],
    ]),
    row('Monitor', 2, [[0, 8.2, 5, 0, 5]], { affected: 3 }),
    row('Anklet', null, [[0, null, 0, 0, 5]]),
  ],
  total: 3,
  ...with_,
})

function open(query = '', body = map()) {
  return showPage(
    `/heat-map${query}`,
    serve({ '/about': { body: about() }, '/session': { body: session() }, '/heat-map': { body } }),
  )
}

const namesInOrder = async () =>
  (await screen.findAllByRole('rowheader')).map((header) => within(header).getByRole('link').textContent)

const cellsOf = (name: string) =>
  within(screen.getByRole('link', { name }).closest('[role="row"]') as HTMLElement)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent)

const caption = () => document.querySelector('[aria-live="polite"]')!.textContent

// What is drawn goes by the size of the box, and here nothing has one.
beforeAll(() => {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, value: 800 })
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, value: 1000 })
})

describe('the heat map', () => {
  it('tells a zero, no answer, a hidden figure and what was not asked from one another', async () => {
    open()
    await screen.findByRole('grid')

    expect(cellsOf('Pacemaker')).toEqual(['7', '0', 'hidden'])
    expect(cellsOf('Monitor')).toEqual(['8', '', ''])
    expect(cellsOf('Anklet')).toEqual(['none', '', ''])
    expect(screen.getByText(/None of these is a zero/)).toBeTruthy()
  })

  it('shows who answered instead, where that may be shown', async () => {
    const { user, address } = open()
    await user.selectOptions(await screen.findByLabelText('What to show'), 'Who answered')

    expect(address()).toBe('/heat-map?show=answers')
    expect(cellsOf('Pacemaker')).toEqual(['4/5', '3/5', 'hidden'])
    expect(cellsOf('Anklet')).toEqual(['0/5', '', ''])
  })

  it('is walked through cell by cell, each said in words, and opens a technology through the specialism', async () => {
    const { user, address } = open()
    const grid = await screen.findByRole('grid')
    const first = grid.querySelector<HTMLElement>('[tabindex="0"]')!
    act(() => first.focus())
    expect(caption()).toBe('Pacemaker for Cardiac science: 7 of 9, from 4 of 5 panel members; 1 can’t judge.')

    await user.keyboard('{ArrowRight}')
    expect(caption()).toBe('Pacemaker for Audiology: 0 of 9, from 3 of 5 panel members.')
    await user.keyboard('{End}')
    expect(caption()).toContain('Genomics: hidden, because fewer than 3 panel members answered')
    expect(caption()).toContain('not a zero')
    await user.keyboard('{ArrowDown}')
    expect(caption()).toBe('Monitor for Genomics: not asked.')
    await user.keyboard('{Control>}{End}{/Control}{Home}{ArrowRight}')
    expect(caption()).toBe('Anklet for Cardiac science: asked of 5 panel members, no answer yet. That is not a zero.')
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)

    await user.keyboard('{Enter}')
    expect(address()).toBe('/technologies/anklet?lens=specialism:cardiac-science')
  })

  it('sorts by what is shown; what is hidden or missing stays behind, in the ranking’s order', async () => {
    const { user, address } = open()
    await user.click(await screen.findByRole('button', { name: /Cardiac science/ }))

    expect(address()).toBe('/heat-map?sort=impact:cardiac-science')
    expect(await namesInOrder()).toEqual(['Monitor', 'Pacemaker', 'Anklet'])
    await user.click(screen.getByRole('button', { name: /Genomics/ }))
    expect(await namesInOrder()).toEqual(['Pacemaker', 'Monitor', 'Anklet'])
    await user.selectOptions(screen.getByLabelText('In order of'), 'Name')
    expect(await namesInOrder()).toEqual(['Anklet', 'Monitor', 'Pacemaker'])
    await user.selectOptions(screen.getByLabelText('In order of'), 'How widespread')
    expect(await namesInOrder()).toEqual(['Monitor', 'Pacemaker', 'Anklet'])
  })

  it('asks for what the address says, and offers the same as files', async () => {
    const { asked } = open('?lens=grouping:physiological&first=25&category=devices&q=pace&sort=name')
    await screen.findByRole('grid')

    const query = asked.find(({ url }) => url.pathname.endsWith('/heat-map'))!.url.search
    expect(query).toBe('?lens=grouping%3Aphysiological&category=devices&q=pace&limit=25')
    expect(screen.getByRole('link', { name: 'CSV file' }).getAttribute('href')).toBe(`/api/v1/heat-map.csv${query}`)
    expect(screen.getByRole('link', { name: 'Excel workbook' }).getAttribute('href')).toBe(
      `/api/v1/heat-map.xlsx${query}`,
    )
  })

  it('draws only the cells near the view, and counts all of them', async () => {
    const many = Array.from({ length: 500 }, (_, i) => row(`Technology-${i}`, i + 1, [[0, 5, 4, 0, 5]]))
    open('', map({ rows: many, total: 500 }))

    const grid = await screen.findByRole('grid')
    expect(grid.getAttribute('aria-rowcount')).toBe('501')
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(60)
  })

  it('says why there is nothing', async () => {
    open('?q=nothing', map({ rows: [], total: 0 }))
    expect(await screen.findByText('No technology matches the filters')).toBeTruthy()
  })

  it('says that it appears when the first round closes', async () => {
    open('', map({ round: null }))
    expect(await screen.findByText(/appears when the first round closes/)).toBeTruthy()
  })
})
