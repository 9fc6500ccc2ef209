import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { inTwo } from '../../web/compare/spider-ticks.tsx'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session, technologySummary } from '../support/web-given.ts'
import { awaiting, technology } from '../support/web-given-technology.ts'

const ranked = [1, 2, 3, 4, 5, 6].map((place) => rankedRow(place))

/** A server whose ranking answers with the technologies it is asked for. */
function server() {
  const rankingOf = ({ url }: Asked) => {
    const wanted = url.searchParams.getAll('technology')
    const items: RankedTechnology[] = wanted.length > 0 ? ranked.filter(({ slug }) => wanted.includes(slug)) : ranked
    return { body: ranking({ items: items.slice(0, Number(url.searchParams.get('limit') ?? 200)) }) }
  }
  const found = ({ url }: Asked) => {
    const items = ranked.map(({ slug, name }) => technologySummary(name, { slug }))
    const matching = items.filter(({ name }) => name.toLowerCase().includes(url.searchParams.get('q') ?? ''))
    return { body: { items: matching, total: matching.length, nextCursor: null } }
  }
  return serve({
    '/about': { body: about() },
    '/session': { body: session() },
    '/ranking': rankingOf,
    '/technologies': found,
    '/technologies/new-one': { body: technology({ slug: 'new-one', name: 'New one' }), etag: '"1"' },
    '/ranking/new-one': { body: awaiting() },
    '/technologies/other': { body: technology({ slug: 'other', name: 'Other' }), etag: '"1"' },
    '/ranking/other': problem(404, 'This year’s scan does not hold it.'),
  })
}

const of = (...slugs: string[]) => `/compare?${slugs.map((slug) => `technology=${slug}`).join('&')}`

it('explains itself while nothing is chosen, and offers the first of the ranking', async () => {
  const { user, address } = showPage('/compare', server())
  expect(await screen.findByRole('heading', { name: 'Choose what to compare' })).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'compare Technology 1, Technology 2 and Technology 3' }))
  expect(address()).toBe(of('technology-1', 'technology-2', 'technology-3'))
})

it('draws a line for each, told apart by dashes and marks as well as colour', async () => {
  showPage(of('technology-1', 'technology-2'), server())
  const chart = await screen.findByRole('img', { name: /Technology 1 and Technology 2/ })
  await waitFor(() => expect(chart.querySelectorAll('.recharts-radar-polygon')).toHaveLength(2))
  const lines = [...chart.querySelectorAll('.recharts-radar-polygon path.recharts-polygon')]
  expect(new Set(lines.map((line) => line.getAttribute('stroke'))).size).toBe(2)
  expect(new Set(lines.map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(2)
})

it('has the same numbers in a table that is always there', async () => {
  showPage(of('technology-2', 'technology-1'), server())
  const table = await screen.findByRole('table')
  const rows = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))
  expect(within(table).getAllByRole('columnheader')[0]?.textContent).toContain('Technology 2')
  expect(rows).toEqual([
    ['How much services change', '60%', '60%'],
    ['How widespread', '60%', '60%'],
    ['How soon', '60%', '60%'],
    ['Stage of development', '40%', '40%'],
    ['Change score', '62', '62'],
    ['Place', '2nd', '1st'],
    ['Middle guess', '2030', '2030'],
  ])
})

it('adds what is looked up, and takes away', async () => {
  const { user, address } = showPage(of('technology-1'), server())
  await user.type(await screen.findByRole('searchbox', { name: 'Find a technology to add' }), '3')
  await user.click(await screen.findByRole('button', { name: 'Add Technology 3' }))
  expect(address()).toBe(of('technology-1', 'technology-3'))
  await user.click(await screen.findByRole('button', { name: 'Remove Technology 1' }))
  expect(address()).toBe(of('technology-3'))
})

it('takes no more than five', async () => {
  showPage(of(...ranked.map(({ slug }) => slug)), server())
  expect(await screen.findByText(/No more than 5 can be compared/)).toBeTruthy()
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(await screen.findAllByRole('columnheader')).toHaveLength(5)
})

it('keeps the lens of the address', async () => {
  const { asked } = showPage(`${of('technology-1')}&lens=specialism:genomics`, server())
  const link = await screen.findByRole('link', { name: 'Technology 1' })
  expect(link.getAttribute('href')).toBe('/technologies/technology-1?lens=specialism%3Agenomics')
  expect(asked.some(({ url }) => url.searchParams.get('lens') === 'specialism:genomics')).toBe(true)
})

it('says which of them are not ranked, and why', async () => {
  const { user, address } = showPage(of('technology-1', 'new-one', 'other'), server())
  const section = await screen.findByRole('region', { name: 'Not ranked, so not drawn' })
  await waitFor(() => expect(section.textContent).toContain('New one: awaiting answers (1 of 3 panel members).'))
  expect(section.textContent).toContain('Other: it is not in this scan.')
  await user.click(within(section).getByRole('button', { name: 'Remove Other' }))
  expect(address()).toBe(of('technology-1', 'new-one'))
})

it.each([
  ['How widespread', ['How', 'widespread']],
  ['How much services change', ['How much', 'services change']],
  ['Cost', ['Cost']],
])('breaks the name of a criterion near its middle: %s', (name, lines) => {
  expect(inTwo(name)).toEqual(lines)
})
