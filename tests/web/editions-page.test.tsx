import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { EditionSummary } from '../../api/contract/editions.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { draftSummary, editionSummary, superseded, withdrawn } from '../support/web-given-edition.ts'

const board = ['editions.read', 'ranking.read', 'scans.read']
const scanner = [...board, 'editions.write', 'scans.write']

const server = (editions: Answer | ((asked: Asked) => Answer), actions = board) =>
  serve({ '/about': { body: about() }, '/session': { body: session(actions) }, '/editions': editions })

const list = (...items: EditionSummary[]) => ({ body: { items, total: items.length } })

describe('the list of editions', () => {
  it('says of each what it is, of which scan, when it was published and how it stands', async () => {
    showPage('/editions', server(list(draftSummary({ title: '2027 radar' }), editionSummary())))

    const row = (await screen.findByRole('link', { name: '2026 radar, edition 2' })).closest('tr')!
    expect(row.textContent).toContain('This year’s scan, as of round 1')
    expect(row.textContent).toContain('12 March 2026')
    expect(row.textContent).toContain('For decision')
    expect(row.textContent).toContain('Published')
    expect(screen.getAllByRole('row')).toHaveLength(3)
    expect(screen.getByRole('link', { name: '2027 radar, draft for board' }).getAttribute('href')).toBe(
      '/editions/draft-1',
    )
  })

  it('says why one was withdrawn, and by which another was superseded', async () => {
    showPage(
      '/editions',
      server(list(editionSummary(superseded), editionSummary({ id: 'e1', number: 1, ...withdrawn }))),
    )

    const rows = (await screen.findAllByRole('row')).map(({ textContent }) => textContent)
    expect(rows[1]).toContain('Superseded by edition 3 on 2 May 2026, because: Round 2 has closed.')
    expect(rows[2]).toContain('Withdrawn on 2 May 2026: do not use, because: Two panels were counted twice')
  })

  it('asks for the one that stood on the day of the address, and says which day that is', async () => {
    const { asked, address } = showPage('/editions?asOf=2026-04-01', server(list(editionSummary())))

    await screen.findByText('This is the radar as it stood on 1 April 2026.')
    expect(asked.some(({ url }) => url.search === '?asOf=2026-04-01')).toBe(true)
    expect(address()).toBe('/editions?asOf=2026-04-01')
  })

  it('says that none stood on a day before the first', async () => {
    showPage('/editions?asOf=2020-01-01', server(list()))

    await screen.findByText(/No edition stood on 1 January 2020/)
  })

  it.each([
    ['a reader that the scan team publishes them', board, 'No edition has been published yet'],
    ['the scan team how one is made', scanner, 'There is no edition yet'],
  ])('tells %s where there is none', async (_, actions, title) => {
    showPage('/editions', server(list(), actions))

    await screen.findByRole('heading', { name: title })
  })

  it('says that the server did not answer, and offers to try again', async () => {
    showPage('/editions', server({ status: 500 }))

    await screen.findByRole('heading', { name: 'We could not load the editions' })
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })

  it('says that it is not for the role', async () => {
    showPage('/editions', server(problem(403, 'Your role may not do this.')))

    await screen.findByRole('heading', { name: 'Your role does not show the editions' })
  })

  it('stands in the navigation of those who may read editions only', async () => {
    const { unmount } = showPage('/editions', server(list()))
    const main = await screen.findByRole('navigation', { name: 'Main' })
    expect(within(main).getByRole('link', { name: 'Editions' })).toBeTruthy()
    unmount()

    showPage('/ranking', server(list(), ['ranking.read']))
    const other = await screen.findByRole('navigation', { name: 'Main' })
    expect(within(other).queryByRole('link', { name: 'Editions' })).toBeNull()
  })
})
