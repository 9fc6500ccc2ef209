import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session, technologySummary } from '../support/web-given.ts'

const inRegistry = ['Blood group arrays', 'Digital stethoscope', 'Virtual wards'].map((name) => technologySummary(name))

/** A server that searches by name and gives two technologies a page. */
function registry(actions = ['technologies.read']) {
  const list = ({ url }: Asked) => {
    const found = inRegistry.filter(({ name }) => name.toLowerCase().includes(url.searchParams.get('q') ?? ''))
    const from = Number(url.searchParams.get('cursor') ?? 0)
    const nextCursor = from + 2 < found.length ? String(from + 2) : null
    return { body: { items: found.slice(from, from + 2), total: found.length, nextCursor } }
  }
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/categories': {
      body: { items: [{ id: 'c', slug: 'genomics', name: 'Genomics', kind: 'diagnostic', position: 1 }], total: 1 },
    },
    '/technologies': list,
  })
}

it('finds technologies while somebody types, without a request for every letter', async () => {
  const { user, asked, address } = showPage('/technologies', registry())
  await user.type(await screen.findByRole('searchbox'), 'virtual')
  expect(await screen.findByText('1 technology found')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Virtual wards' }).getAttribute('href')).toBe('/technologies/virtual-wards')
  expect(address()).toBe('/technologies?q=virtual')
  expect(asked.filter(({ url }) => url.pathname.endsWith('/technologies'))).toHaveLength(2)
})

it('says what each is, in words', async () => {
  showPage('/technologies', registry())
  const [first] = await screen.findAllByText(/stage of development/)
  expect(first?.textContent).toBe(
    'Genomics · stage of development: tested at one clinical site (7 of 9) · 3 specialisms · 1 piece of evidence',
  )
})

it('goes from page to page, and back to the first when the search changes', async () => {
  const { user, address } = showPage('/technologies', registry())
  await user.click(await screen.findByRole('link', { name: 'Next page' }))
  expect(await screen.findByText('Virtual wards')).toBeTruthy()
  expect(address()).toBe('/technologies?cursor=2')
  await user.type(screen.getByRole('searchbox'), 'blood')
  await waitFor(() => expect(address()).toBe('/technologies?q=blood'))
  expect(await screen.findByText('Blood group arrays')).toBeTruthy()
})

it('says that nothing matches, and shows the way back', async () => {
  const { user } = showPage('/technologies?q=zzz', registry())
  await user.click(await screen.findByRole('link', { name: 'see them all' }))
  expect(await screen.findByText('3 technologies')).toBeTruthy()
})

it.each([
  [['technologies.read', 'technologies.write'], 1],
  [['technologies.read'], 0],
])('to an account with %j offers to enter one %i times', async (actions, times) => {
  showPage('/technologies', registry(actions))
  await screen.findByText('3 technologies')
  expect(screen.queryAllByRole('link', { name: 'Enter a technology' })).toHaveLength(times)
})

it('says that it could not load them, and tries again', async () => {
  let tries = 0
  const server = registry()
  const { user } = showPage('/technologies', (asked) => {
    if (!asked.url.pathname.endsWith('/technologies')) return server(asked)
    tries++
    return tries === 1 ? problem(404, 'Not now.') : server(asked)
  })
  expect(await screen.findByText('We could not load the technologies')).toBeTruthy()
  await user.type(screen.getByRole('searchbox'), 'v')
  expect(await screen.findByText('1 technology found')).toBeTruthy()
})

it('shows those of the specialism that its address names', async () => {
  const { asked } = showPage('/technologies?specialism=audiology&category=genomics', registry())
  await screen.findByText('3 technologies found')
  const { searchParams } = asked.find(({ url }) => url.pathname.endsWith('/technologies'))!.url
  expect([searchParams.get('specialism'), searchParams.get('category')]).toEqual(['audiology', 'genomics'])
})
