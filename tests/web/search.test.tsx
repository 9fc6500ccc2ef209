import { afterEach, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { SearchAnswer, SearchHit, SearchKind, Segment } from '../../api/contract/search.ts'
import { type Asked, serve, showPage } from '../support/show-page.tsx'
import { about, session, technologySummary } from '../support/web-given.ts'

afterEach(() => window.localStorage.clear())

const scanTeam = ['technologies.read', 'technologies.write', 'signals.read']

/** "a *b* c" is a text with b marked. */
const segments = (text: string): Segment[] =>
  text.split('*').flatMap((part, i) => (part === '' ? [] : [{ text: part, marked: i % 2 === 1 }]))

const hit = (title: string, with_: Partial<SearchHit> = {}): SearchHit => ({
  id: title,
  found: 'name',
  title: segments(title),
  alias: null,
  by: [],
  excerpt: segments('What it is.'),
  technology: { slug: title.replaceAll('*', '').toLowerCase().replaceAll(' ', '-'), name: title.replaceAll('*', '') },
  archived: false,
  ...with_,
})

const group = (kind: SearchKind, hits: SearchHit[], total = hits.length): SearchAnswer['groups'][number] => ({
  kind,
  total,
  isMore: false,
  hits,
})

const found: SearchAnswer['groups'] = [
  group('technologies', [
    hit('*Heart* patch'),
    hit('Spirometer', { found: 'alias', alias: segments('*Heart* meter') }),
  ]),
  group('evidence', [
    hit('A *heart* trial', { id: 'e1', found: 'evidence', technology: { slug: 'patch', name: 'Patch' } }),
  ]),
  group('signals', [hit('<b>*Heart*</b> news', { id: 's1', found: 'signal', technology: null })]),
]

function registry(groups = found, actions = scanTeam) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/categories': { body: { items: [], total: 0 } },
    '/technologies': { body: { items: [technologySummary('Patch')], total: 1, nextCursor: null } },
    '/search': ({ url }: Asked) => ({ body: { q: url.searchParams.get('q'), groups } }),
  })
}

const box = () => screen.findByRole('combobox', { name: 'Search the registry' })
const searches = (asked: Asked[]) => asked.filter(({ url }) => url.pathname === '/api/v1/search')

it('finds while somebody types, without a request for every letter', async () => {
  const { user, asked } = showPage('/technologies', registry())
  await user.type(await box(), 'heart')

  const list = await screen.findByRole('listbox')
  expect(await within(list).findAllByRole('option')).toHaveLength(4)
  expect(
    within(list)
      .getAllByRole('group')
      .map((one) => one.getAttribute('aria-labelledby')),
  ).toHaveLength(3)
  expect(screen.getByText('4 matches shown')).toBeTruthy()
  expect(searches(asked).length).toBeLessThan(3)
  expect(list.querySelector('mark')?.textContent).toBe('Heart')
})

it('goes through what is found by arrows, and opens it by Enter', async () => {
  const { user, address } = showPage('/technologies', registry())
  const field = await box()
  await user.type(field, 'heart')
  const options = await screen.findAllByRole('option')

  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(field.getAttribute('aria-activedescendant')).toBe(options[1]!.id)
  expect(options[1]!.getAttribute('aria-selected')).toBe('true')
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(field.getAttribute('aria-activedescendant')).toBe(options[3]!.id)
  await user.keyboard('{ArrowUp}{Enter}')

  await waitFor(() => expect(address()).toBe('/technologies/patch'))
  expect((field as HTMLInputElement).value).toBe('')
})

it('opens the page of all results by Enter where nothing is chosen, and closes the list by Escape', async () => {
  const { user, address } = showPage('/technologies', registry())
  const field = (await box()) as HTMLInputElement
  await user.type(field, 'heart')
  await screen.findAllByRole('option')

  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(field.value).toBe('heart')
  await user.keyboard('{Enter}')

  await waitFor(() => expect(address()).toBe('/search?q=heart'))
})

it('comes to the field by "/", except while somebody types or where that is switched off', async () => {
  const { user } = showPage('/search?q=heart', registry())
  const field = await box()
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(field)

  const other = await screen.findByRole('searchbox')
  await user.click(other)
  fireEvent.keyDown(other, { key: '/' })
  expect(document.activeElement).toBe(other)

  await user.click(screen.getByText('Search by keys'))
  await user.click(screen.getByLabelText('The key / goes to the search'))
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).not.toBe(field)
})

it('says that nothing matches, and to the scan team where to look or how to enter it', async () => {
  const { user } = showPage('/technologies', registry([group('technologies', [])]))
  await user.type(await box(), 'xylo')

  expect(await screen.findByText('No match for “xylo”')).toBeTruthy()
  const inbox = screen.getByRole('link', { name: 'Look in the inbox' })
  expect(inbox.getAttribute('href')).toBe('/signals?q=xylo&state=all')
  const enter = screen.getByRole('link', { name: 'enter it as a technology' })
  expect(enter.getAttribute('href')).toBe('/technologies/new?name=xylo')
})

it('offers others no inbox', async () => {
  const { user } = showPage('/technologies', registry([], ['technologies.read']))
  await user.type(await box(), 'xylo')

  expect(await screen.findByText('No match for “xylo”')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Look in the inbox' })).toBeNull()
})

it('shows everything on a page of its own, by kind, each hit leading where it belongs', async () => {
  const [technologies, evidence, signals] = found
  showPage('/search?q=heart', registry([{ ...technologies!, total: 3000, isMore: true }, evidence!, signals!]))

  expect(await screen.findByText('Technologies: more than 3,000 · Evidence: 1 · Signals: 1')).toBeTruthy()
  const address = (name: string | RegExp) => screen.getByRole('link', { name }).getAttribute('href')
  expect(address('Heart patch')).toBe('/technologies/heart-patch')
  expect(address('A heart trial')).toBe('/technologies/patch#evidence-e1')
  expect(address(/news/)).toBe('/signals?state=all&signal=s1')
  expect(address('More technologies')).toBe('/search?q=heart&kind=technologies')
  expect(screen.getByText('Evidence on Patch')).toBeTruthy()
  expect(screen.getAllByText('Heart', { selector: 'mark' }).length).toBeGreaterThan(1)
})

it('asks for one kind where its address says so', async () => {
  const { asked } = showPage('/search?q=heart&kind=evidence', registry([found[1]!]))
  expect(await screen.findByText('Evidence: 1')).toBeTruthy()
  const [{ url }] = searches(asked) as [Asked]
  expect(url.searchParams.get('kinds')).toBe('evidence')
  expect(screen.getByRole('link', { name: 'Show all kinds' }).getAttribute('href')).toBe('/search?q=heart')
})
