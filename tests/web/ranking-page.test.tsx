import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Ranking } from '../../api/contract/ranking.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'

function show(address: string, answer: Answer | ((asked: Asked) => Answer)) {
  return showPage(address, serve({ '/about': { body: about() }, '/session': { body: session() }, '/ranking': answer }))
}

const showRanking = (with_: Partial<Ranking> = {}, address = '/ranking') => show(address, { body: ranking(with_) })
const lastAsked = (asked: Asked[]) => asked.findLast(({ url }) => url.pathname.endsWith('/ranking'))!.url.searchParams
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

const three = [
  rankedRow(1, { name: 'Virtual wards', years: { middle: 2032, early: 2030, late: 2036, answers: 9 } }),
  rankedRow(2, { name: 'Sepsis prediction', years: { middle: 2027, early: null, late: null, answers: 3 } }),
  rankedRow(3, { name: 'Digital stethoscope', years: { middle: 2029, early: 2028, late: 2031, answers: 9 } }),
]

describe('the ranked table', () => {
  it('keeps the order of the server, and says so to screen readers', async () => {
    showRanking({ items: three })
    const table = await screen.findByRole('table')
    expect(names()).toEqual(['Virtual wards', 'Sepsis prediction', 'Digital stethoscope'])
    expect(table.getAttribute('aria-rowcount')).toBe('4')
    const [place] = within(table).getAllByRole('columnheader')
    expect(place?.getAttribute('aria-sort')).toBe('ascending')
  })

  it('says who answered, when, and that it is a working draft', async () => {
    showRanking()
    expect(await screen.findByText(/87 of 96 panel members answered, for 24 of 30 specialisms/)).toBeTruthy()
    expect(screen.getByText('Working draft')).toBeTruthy()
    expect(screen.getByText('Not heard from: 1 specialism')).toBeTruthy()
  })

  it('says that it allows for strict and generous markers, and where it can’t', async () => {
    showRanking({ raterScale: 'adjusted', oneMember: ['Audiology', 'Genomics'] })
    const said = (await screen.findByText(/^Allowing for strict and generous markers/)).parentElement
    expect(said?.textContent).toContain('Audiology and Genomics each have one panel member')
    expect(said?.textContent).toContain('can’t be told apart')
  })

  it('says nothing of markers where answers count as given', async () => {
    showRanking({ oneMember: ['Audiology'] })
    await screen.findByText(/87 of 96/)
    expect(screen.queryByText(/one panel member/)).toBeNull()
  })

  it('shows the score as a whole number that opens to whole points which add up to it', async () => {
    const contributions = { impact: 41.3, reach: 12.4, imminence: 5.2, readiness: 3.5 }
    const { user } = showRanking({ items: [rankedRow(1, { score: 62.4, contributions })] })
    const score = await screen.findByRole('button', { name: /^62/ })
    expect(score.getAttribute('aria-expanded')).toBe('false')
    await user.click(score)
    const parts = within(score.parentElement!).getAllByRole('listitem')
    expect(parts.map((part) => Number.parseInt(part.textContent, 10))).toEqual([41, 12, 5, 4])
    expect(parts[0]?.textContent).toContain('of 60 for how much services change')
  })

  it('marks a place that a tie shares', async () => {
    showRanking({ items: [rankedRow(1), rankedRow(2), rankedRow(2, { id: 'other' }), rankedRow(4)] })
    await screen.findByRole('table')
    expect(screen.getAllByText('shared')).toHaveLength(2)
  })

  it('shows only the middle year where too few answers say how early and how late', async () => {
    showRanking({ items: three })
    await screen.findByRole('table')
    expect(screen.getByRole('row', { name: /Virtual wards/ }).textContent).toContain('2030 to 2036')
    expect(screen.getByRole('row', { name: /Sepsis/ }).textContent).not.toContain(' to ')
  })

  it('marks demonstration answers', async () => {
    showRanking({ demonstration: true })
    expect(await screen.findByText('Demonstration answers.')).toBeTruthy()
  })
})

describe('sorting', () => {
  it('sorts by another column from a button, says that this is not the ranking, and leads back', async () => {
    const { user, address } = showRanking({ items: three })
    await user.click(await screen.findByRole('button', { name: /Middle guess/ }))
    expect(names()).toEqual(['Sepsis prediction', 'Digital stethoscope', 'Virtual wards'])
    expect(address()).toBe('/ranking?sort=years')
    expect(screen.getByText('Sorted by middle guess, not by rank.')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: /Back to the ranking/ }))
    expect(names()[0]).toBe('Virtual wards')
    expect(address()).toBe('/ranking')
  })

  it('reads the order from the address', async () => {
    showRanking({ items: three }, '/ranking?sort=-years')
    const heading = await screen.findByRole('columnheader', { name: /Middle guess/ })
    expect(heading.getAttribute('aria-sort')).toBe('descending')
    expect(names()[0]).toBe('Virtual wards')
  })

  it('ignores an order by a column that there is not', async () => {
    showRanking({ items: three }, '/ranking?sort=price')
    await screen.findByRole('table')
    expect(names()[0]).toBe('Virtual wards')
  })
})

describe('filters and columns', () => {
  it('asks the server for what the address says', async () => {
    const { asked } = showRanking({}, '/ranking?lens=grouping:laboratory&category=genomics&category=wearables&band=1')
    await screen.findByRole('table')
    const query = lastAsked(asked)
    expect(query.get('lens')).toBe('grouping:laboratory')
    expect(query.getAll('category')).toEqual(['genomics', 'wearables'])
    expect(query.get('limit')).toBe('20000')
  })

  it('puts each filter into the address', async () => {
    const { user, address } = showRanking()
    await user.selectOptions(await screen.findByLabelText('Show for'), 'Genomics')
    await user.click(screen.getByLabelText('Wearables'))
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'gene')
    await waitFor(() => expect(address()).toBe('/ranking?lens=specialism:genomics&category=wearables&q=gene'))
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(address()).toBe('/ranking?lens=specialism:genomics')
    expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' }).value).toBe('')
  })

  it('shows the columns that are chosen, and keeps the choice in the address', async () => {
    const { user, address } = showRanking()
    await screen.findByRole('columnheader', { name: /Middle guess/ })
    await user.click(screen.getByRole('checkbox', { name: 'Middle guess' }))
    expect(screen.queryByRole('columnheader', { name: /Middle guess/ })).toBeNull()
    expect(address()).toBe('/ranking?columns=affected,category,readiness,panellists')
  })

  it('offers the rows as files, as they are filtered', async () => {
    showRanking({ items: three }, '/ranking?lens=grouping:lab&category=genomics&sort=years&list=ranked')
    const file = async (name: string) => (await screen.findByRole('link', { name })).getAttribute('href')
    const query = 'lens=grouping%3Alab&category=genomics&sort=year'
    expect(await file('Excel workbook')).toBe(`/api/v1/ranking.xlsx?${query}`)
    expect(await file('CSV file')).toBe(`/api/v1/ranking.csv?${query}&list=ranked`)
    expect(await file('JSON file')).toBe(`/api/v1/ranking.json?${query}&list=ranked`)
  })

  it('passes the lens on to the page of a technology', async () => {
    showRanking({ items: three }, '/ranking?lens=specialism:genomics&q=x')
    const link = await screen.findByRole('link', { name: 'Virtual wards' })
    expect(link.getAttribute('href')).toBe('/technologies/technology-1?lens=specialism%3Agenomics')
  })
})

describe('the other lists', () => {
  it('links each list with its count', async () => {
    showRanking()
    const lists = await screen.findByRole('navigation', { name: 'Lists' })
    expect(
      within(lists)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Ranked (3)', 'Awaiting answers (2)', 'Already here (1)', 'Judged not to affect (0)'])
  })

  it('says what an awaiting technology awaits', async () => {
    const { id, slug, name, category } = rankedRow(1)
    const waiting = { id, slug, name, category, panellists: 2, missing: ['panellists' as const, 'readiness' as const] }
    showRanking({ list: 'awaiting', items: [waiting] }, '/ranking?list=awaiting')
    const row = await screen.findByRole('row', { name: /Technology 1/ })
    expect(row.textContent).toContain('too few panel members have answered; its stage of development is not set')
  })
})

describe('when there is no table', () => {
  it('says that the filters leave nothing', async () => {
    showRanking({ items: [] }, '/ranking?q=zzz')
    expect(await screen.findByText('Nothing in this list matches the filters')).toBeTruthy()
  })

  it('says that no round has closed', async () => {
    showRanking({ items: [], round: null })
    expect(await screen.findByText(/appears when the first round closes/)).toBeTruthy()
  })

  it('says that the role does not show it', async () => {
    show('/ranking', problem(403, 'The board does not see the working draft of this scan.'))
    expect(await screen.findByText('Your role does not show the ranking')).toBeTruthy()
    expect(screen.getByText('The board does not see the working draft of this scan.')).toBeTruthy()
  })

  it('says that there is no scan yet', async () => {
    show('/ranking', problem(404, 'There is no scan whose ranking you may see yet.'))
    expect(await screen.findByText('There is no ranking to show yet')).toBeTruthy()
  })

  it('leads out of an address that is wrong', async () => {
    show('/ranking?lens=grouping:none', problem(404, 'This scan has no grouping "none".'))
    expect(await screen.findByText('This scan has no grouping "none".')).toBeTruthy()
    expect((await screen.findByRole('link', { name: /without filters/ })).getAttribute('href')).toBe('/ranking')
  })

  it('asks to sign in when the session has ended', async () => {
    showPage(
      '/ranking?q=gene',
      serve({ '/about': { body: about() }, '/session': { body: session() }, '/ranking': problem(401, 'Sign in.') }),
    )
    expect(await screen.findByLabelText('Email address')).toBeTruthy()
  })
})
