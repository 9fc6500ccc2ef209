import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Certainty, PlaceRange } from '../../api/contract/certainty.ts'
import { groupHeading, howSure } from '../../web/shared/certainty/words.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'

/** How sure places are, on the radar's list, in "Why is it here?" and in the ranked table. */

const range = (place: number, group: number, low: number, high: number): PlaceRange => ({
  id: `t${place}`,
  slug: `technology-${place}`,
  group,
  low,
  middle: place,
  high,
  topTen: 0.9,
})

function certainty(with_: Partial<Certainty> = {}): Certainty {
  return {
    scan: { id: 's1', slug: 'scan-2026', name: 'This year’s scan' },
    round: 1,
    lens: { kind: 'all', slug: 'all', name: 'All specialisms' },
    people: 87,
    state: 'ready',
    progress: 1,
    varies: 'both',
    draws: 10_000,
    seed: 1,
    arithmeticVersion: 1,
    groups: 2,
    items: [range(1, 1, 1, 2), range(2, 1, 1, 3), range(3, 2, 3, 3)],
    ...with_,
  }
}

const without = (with_: Partial<Certainty>) => certainty({ groups: null, items: [], draws: null, ...with_ })
const three = [rankedRow(1), rankedRow(2), rankedRow(3)]

function show(address: string, answer: Answer | ((asked: Asked) => Answer), items = three) {
  return showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session() },
      '/ranking': { body: ranking({ items }) },
      '/certainty': answer,
    }),
  )
}

const rowOf = async (name: string) => (await screen.findByRole('button', { name: new RegExp(`${name}`) })).textContent

describe('the list beside the radar', () => {
  it('stands in groups, and says of each technology where its place could be', async () => {
    show('/', { body: certainty() })
    const first = await screen.findByRole('region', { name: 'Group 1' })
    expect(within(first).getByRole('heading').textContent).toBe('Group 1: order within a group is not certain')
    expect(within(first).getAllByRole('listitem')).toHaveLength(2)
    const second = screen.getByRole('region', { name: 'Group 2' })
    expect(within(second).getByRole('heading').textContent).toBe('Group 2')
    expect(await rowOf('2 ?Technology 2')).toContain('1st to 3rd')
    expect(screen.getByText(/In 2 groups\. Each begins where the order becomes clear/)).toBeTruthy()
  })

  it('says it in words where one asks why a technology is there', async () => {
    show('/?why=technology-2', { body: certainty() })
    expect(
      await screen.findByText(
        '2nd on this panel’s answers. With different panel members it could be anywhere from 1st to 3rd (9 chances in 10). ' +
          'This is about the order, not about whether the technology will work.',
      ),
    ).toBeTruthy()
  })

  it('asks for the edition, scan and lens of the address', async () => {
    const { asked } = show('/?scan=scan-2026&lens=grouping:laboratory&category=genomics', { body: certainty() })
    await screen.findByRole('region', { name: 'Group 1' })
    const query = asked.find(({ url }) => url.pathname.endsWith('/certainty'))!.url.searchParams
    expect(Object.fromEntries(query)).toEqual({ scan: 'scan-2026', lens: 'grouping:laboratory' })
  })

  it('gives no numbers for the view of fewer than five people', async () => {
    show('/?why=technology-1', { body: without({ state: 'few-people', people: 4 }) })
    expect(await screen.findByText(/^View of 4 people\./)).toBeTruthy()
    expect(screen.queryByText(/9 chances in 10/)).toBeNull()
    expect(screen.queryByRole('region', { name: /^Group/ })).toBeNull()
  })

  it('says so where too few answers overlap', async () => {
    show('/', { body: without({ state: 'too-few' }) })
    expect(await screen.findByText('Too few answers overlap to say how sure the places are.')).toBeTruthy()
  })

  it('says how far the working out has come, and asks again until it is done', async () => {
    let times = 0
    show('/', () => ({ body: ++times < 2 ? without({ state: 'working', progress: 0.404 }) : certainty() }))
    const progress = await screen.findByRole('progressbar', { name: 'Working out how sure the places are' })
    expect(progress.getAttribute('value')).toBe('40')
    await waitFor(() => expect(screen.getByRole('region', { name: 'Group 1' })).toBeTruthy(), { timeout: 6000 })
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('stays whole where it cannot be had', async () => {
    show('/', problem(404, 'There is no such lens.'))
    expect(await rowOf('2 ?Technology 2')).toContain('6 of 30 specialisms')
  })
})

describe('the ranked table', () => {
  const headings = () => [...document.querySelectorAll('.offing-table__heading')].map((row) => row.textContent)
  const columns = () => screen.getAllByRole('columnheader').map((head) => head.textContent)

  it('has a heading over each group, and where each place could be', async () => {
    show('/ranking', { body: certainty() })
    await waitFor(() => expect(headings()).toEqual(['Group 1: order within a group is not certain', 'Group 2']))
    expect(columns()).not.toContain('Group')
    const row = screen.getByRole('link', { name: 'Technology 2' }).closest('tr')!
    expect(within(row).getByText('1st to 3rd')).toBeTruthy()
  })

  it('keeps the group in its column where the reader sorts otherwise', async () => {
    show('/ranking?sort=-years', { body: certainty() })
    await screen.findByText('1st to 3rd')
    expect(headings()).toEqual([])
    const row = screen.getByRole('link', { name: 'Technology 3' }).closest('tr')!
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toContain('2')
  })

  it('has neither while nobody can say how sure the places are', async () => {
    show('/ranking', { body: without({ state: 'few-people', people: 3 }) })
    await screen.findByText(/^View of 3 people/)
    expect(columns()).not.toContain('Group')
    expect(headings()).toEqual([])
  })
})

describe('in words', () => {
  it('a range of one place is no range', () => {
    expect(howSure(3, range(3, 2, 3, 3))).toContain(
      'With different panel members it would be 3rd all the same (9 chances',
    )
  })

  it('a group of one has no order to doubt', () => {
    expect([groupHeading(2, 1), groupHeading(1, 4)]).toEqual([
      'Group 2',
      'Group 1: order within a group is not certain',
    ])
  })
})
