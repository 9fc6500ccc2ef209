import { describe, expect, it } from '@jest/globals'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import type { Ranking } from '../../api/contract/ranking.ts'
import type { Moved } from '../../api/radar/movement.ts'
import { Radar } from '../../web/radar/Radar.tsx'
import { useColouring } from '../../web/radar/use-colouring.ts'
import { createQueryClient } from '../../web/shared/queries.ts'
import { serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'

/** What the radar may be coloured by, what it enlarges, and the years that a mark stands for. */

const items = [
  rankedRow(1, { name: 'Virtual wards', years: { middle: 2030, early: 2027, late: 2035, answers: 9 } }),
  rankedRow(2, { name: 'Sepsis prediction', category: 'wearables' }),
  rankedRow(3, {
    name: 'Whole genome sequencing',
    band: 2,
    years: { middle: 2034, early: null, late: null, answers: 3 },
  }),
]
const groupings = [
  { slug: 'laboratory', name: 'Laboratory' },
  { slug: 'physiological', name: 'Physiological' },
]
const lenses = { groupings, specialisms: [] }

const heatMap: Pick<HeatMap, 'columns' | 'rows'> = {
  columns: [
    { slug: 'genomics', name: 'Genomics', grouping: 'laboratory', invited: 3 },
    { slug: 'cardiac', name: 'Cardiac', grouping: 'physiological', invited: 3 },
  ],
  rows: [rowOf(1, [7, 3]), rowOf(2, [2, 6]), rowOf(3, [null, null])],
}

function rowOf(place: number, impacts: (number | null)[]): HeatMap['rows'][number] {
  const cells = impacts.map((impact, n) => [n, impact, null, null, 3] as HeatMap['rows'][number]['cells'][number])
  return {
    slug: `technology-${place}`,
    name: `T${place}`,
    category: 'genomics',
    list: 'ranked',
    place,
    affected: 2,
    cells,
  }
}

function show(address: string, with_: Partial<Ranking> = {}) {
  return showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session() },
      '/ranking': { body: ranking({ items, lenses, ...with_ }) },
      '/heat-map': { body: heatMap },
    }),
  )
}

const radar = () => screen.findByRole('group', { name: /^Radar of/ })
const namesOfMarks = () =>
  [...document.querySelectorAll('svg [data-technology]')].map((mark) => mark.getAttribute('aria-label'))
const namesInList = () => [...document.querySelectorAll('.offing-list__name')].map((name) => name.textContent)

describe('colour and shape', () => {
  it('stand in the address, and are told in words, with how many there are of each', async () => {
    const { user, address } = show('/')
    await radar()
    await user.selectOptions(screen.getByLabelText('Colour and shape'), 'Grouping it changes most')
    expect(address()).toBe('/?colour=grouping')
    await waitFor(() =>
      expect(namesOfMarks()).toEqual([
        '1: Virtual wards, 2030, medium change, laboratory',
        '2: Sepsis prediction, 2030, medium change, physiological',
        '3: Whole genome sequencing, 2034, medium change, none can be told',
      ]),
    )
    const key = within(screen.getByRole('list', { name: 'Colours and shapes' }))
    expect(key.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Laboratory: 1',
      'Physiological: 1',
      'None can be told: 1',
    ])
  })

  it('differ by shape as well as by colour', async () => {
    show('/?colour=grouping')
    await radar()
    await screen.findByRole('list', { name: 'Colours and shapes' })
    const marks = [...document.querySelectorAll('svg [data-technology]')]
    expect(new Set(marks.map((mark) => mark.querySelector('path')!.getAttribute('d'))).size).toBe(3)
    expect(new Set(marks.map((mark) => mark.getAttribute('class')!.match(/hue--\d/)?.[0])).size).toBe(3)
  })

  it('are not offered where only one grouping is looked at', async () => {
    show('/?colour=grouping', { lens: { kind: 'grouping', slug: 'laboratory', name: 'Laboratory' } })
    await radar()
    expect(screen.queryByLabelText('Colour and shape')).toBeNull()
    expect(namesOfMarks()[0]).toBe('1: Virtual wards, 2030, medium change')
  })
})

/** The picture by itself, as a page shows it that knows what has moved. */
function Shown({ given }: { given: ReadonlyMap<string, Moved> | undefined }) {
  const shown = ranking({ items, lenses })
  const colouring = useColouring(shown, items, given)
  const { categories, bands } = shown
  const nothing = () => {}
  return (
    <Radar
      technologies={items}
      {...{ categories, bands, colouring }}
      startYear={2026}
      lit={null}
      selected={null}
      onPoint={nothing}
      onSelect={nothing}
      onClose={nothing}
    />
  )
}

describe('what has moved', () => {
  const moved = new Map<string, Moved>([
    ['t1', { movement: 'nearer', from: { middleYear: 2033, place: 4 } }],
    ['t2', { movement: 'new', from: null }],
    ['t3', { movement: 'no-clear-change', from: { middleYear: 2034, place: 2 } }],
  ])

  const draw = (given: ReadonlyMap<string, Moved> | undefined) =>
    render(
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter initialEntries={['/?colour=movement']}>
          <Shown given={given} />
        </MemoryRouter>
      </QueryClientProvider>,
    )
  const traces = () => [...document.querySelectorAll('[data-trace]')].map((trace) => trace.getAttribute('data-trace'))

  it('has a shape for each movement, and its name for screen readers', () => {
    draw(moved)
    expect(namesOfMarks()).toEqual([
      '1: Virtual wards, 2030, medium change, nearer: expected sooner',
      '2: Sepsis prediction, 2030, medium change, new',
      '3: Whole genome sequencing, 2034, medium change, no clear change',
    ])
    expect(screen.getByText('New:').textContent).toBe('New: 1')
  })

  it('shows from which year a mark came, in its own slice, where its year moved', () => {
    draw(moved)
    expect(traces()).toEqual(['t1'])
    const [trace] = document.querySelectorAll('[data-trace] circle')
    const mark = document
      .querySelector('svg [data-technology="t1"]')!
      .getAttribute('transform')!
      .match(/-?[\d.]+/g)!
    const [x, y] = [Number(trace!.getAttribute('cx')), Number(trace!.getAttribute('cy'))]
    expect(Math.hypot(x, y)).toBeGreaterThan(Math.hypot(Number(mark[0]), Number(mark[1])))
    expect(Math.atan2(y, x)).toBeCloseTo(Math.atan2(Number(mark[1]), Number(mark[0])), 2)
  })

  it('is not shown where there is nothing to compare with', () => {
    draw(undefined)
    expect(namesOfMarks()[0]).toBe('1: Virtual wards, 2030, medium change')
    expect(traces()).toEqual([])
  })
})

describe('a slice or a ring', () => {
  it('fills the picture when its name is pressed, with its list, and gives way again', async () => {
    const { user, address } = show('/')
    await user.click(within(await radar()).getByRole('button', { name: 'Enlarge Wearables' }))
    expect(address()).toBe('/?zoom=category:wearables')
    expect(namesOfMarks()).toEqual(['2: Sepsis prediction, 2030, medium change'])
    expect(namesInList()).toEqual(['Sepsis prediction'])
    const says = screen.getByText('Enlarged: Wearables, 1 technology').closest('p')!
    expect(document.activeElement).toBe(says)
    await user.click(screen.getByRole('link', { name: 'Back to the whole radar' }))
    expect(address()).toBe('/')
    expect(namesOfMarks()).toHaveLength(3)
    expect(document.activeElement).toBe(says)
  })

  it('is enlarged by keyboard as well', async () => {
    const { user, address } = show('/')
    within(await radar())
      .getByRole('button', { name: 'Enlarge 2032 to 2036' })
      .focus()
    await user.keyboard('{Enter}')
    expect(address()).toBe('/?zoom=band:2')
    expect(namesInList()).toEqual(['Whole genome sequencing'])
    expect(screen.queryByRole('button', { name: 'Enlarge 2032 to 2036' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Enlarge Wearables' })).toBeTruthy()
  })

  it('shows all that it holds, not only what is among the first 25', async () => {
    const many = Array.from({ length: 60 }, (_, n) => rankedRow(n + 1, { category: n % 2 ? 'genomics' : 'wearables' }))
    show('/?zoom=category:wearables', { items: many })
    await radar()
    expect(namesInList()).toHaveLength(30)
  })

  it('that there is not changes nothing', async () => {
    show('/?zoom=category:unheard-of')
    await radar()
    expect(namesInList()).toHaveLength(3)
  })
})

describe('the years that a mark stands for', () => {
  const whiskers = () => document.querySelectorAll('.offing-whisker')

  it('are drawn from early to late along the radius, where it is pointed at or chosen', async () => {
    const { user } = show('/')
    const mark = within(await radar()).getByRole('button', { name: /^1:/ })
    expect(whiskers()).toHaveLength(0)
    await user.hover(mark)
    expect(whiskers()).toHaveLength(1)
    await user.click(mark)
    await user.unhover(mark)
    expect(whiskers()).toHaveLength(1)
  })

  it('are not drawn where too few answers say when', async () => {
    const { user } = show('/')
    await user.hover(within(await radar()).getByRole('button', { name: /^3:/ }))
    expect(whiskers()).toHaveLength(0)
  })

  it('say themselves to a reader in words in the list', async () => {
    const user = userEvent.setup()
    show('/')
    const row = await screen.findByRole('button', { name: /^1 ?Virtual wards/ })
    expect(row.textContent).toContain('could be as early as 2027, or as late as 2035')
    await user.hover(row)
    expect(whiskers()).toHaveLength(1)
  })
})
