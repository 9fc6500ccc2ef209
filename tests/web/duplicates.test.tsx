import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { DuplicateDetail, DuplicateReason } from '../../api/contract/duplicates.ts'
import type { Merge } from '../../api/contract/merges.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { type Answer, type Asked, problem, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { technology } from '../support/web-given-technology.ts'

const scanTeam = ['technologies.read', 'technologies.write', 'duplicates.read', 'technologies.merge', 'signals.read']

const reasons: DuplicateReason[] = [
  { kind: 'name', likeness: 0.8, same: false },
  { kind: 'alias', likeness: 1, left: 'e-Nose', right: 'e-Nose' },
  { kind: 'identifier', identifiers: ['NCT01234567', 'K201234'] },
  { kind: 'text', likeness: 0.5, words: ['breath', 'volatile'] },
]

const breath: Technology = technology({
  id: 'a',
  slug: 'breath-test',
  name: 'Breath test',
  description: 'Sniffs.',
  version: 3,
})
const nose: Technology = technology({
  id: 'b',
  slug: 'electronic-nose',
  name: 'Electronic nose',
  description: 'Smells.',
  version: 5,
})

const inShort = ({ id, slug, name, description }: Technology) => ({ id, slug, name, description, category: 'Genomics' })

const detail = (with_: Partial<DuplicateDetail> = {}): DuplicateDetail => ({
  reasons,
  left: { scans: [{ slug: 'scan-2026', name: 'Scan 2026', answered: true }], signals: 2 },
  right: { scans: [], signals: 0 },
  toldApart: null,
  refused: null,
  ...with_,
})

const merged = (with_: Partial<Merge> = {}): Merge => ({
  id: 'm1',
  merged: { id: 'b', slug: 'electronic-nose', name: 'Electronic nose' },
  aliases: ['Electronic nose'],
  evidence: 2,
  signals: 1,
  by: 'Ada Scanner',
  at: '2026-03-12T12:00:00Z',
  undoneAt: null,
  stays: null,
  ...with_,
})

interface With {
  pair?: DuplicateDetail
  merge?: Answer
  actions?: string[]
  total?: number
  merges?: Merge[]
}

function registry({
  pair = detail(),
  merge = { status: 201, body: merged() },
  actions = scanTeam,
  total = 1,
  merges = [],
}: With = {}): Server {
  const item = { left: inShort(breath), right: inShort(nose), reasons, strength: 0.9 }
  const list = { total, isCut: false, technologies: 101, toldApart: 0, nextCursor: null }
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/duplicates': { body: { ...list, items: total > 0 ? [item] : [] } },
    '/duplicates/told-apart': {
      body: {
        items: [
          {
            left: { slug: 'x', name: 'Xx' },
            right: { slug: 'y', name: 'Yy' },
            reason: 'One is old.',
            by: 'Ada',
            at: '2026-03-01T09:00:00Z',
          },
        ],
        total: 1,
      },
    },
    '/duplicates/breath-test/electronic-nose': { body: pair },
    '/duplicates/breath-test/electronic-nose/told-apart': { body: pair },
    '/duplicates/x/y/told-apart': { body: pair },
    '/technologies/breath-test': { body: breath, etag: '"3-x"' },
    '/technologies/electronic-nose': { body: nose, etag: '"5-y"' },
    '/technologies/breath-test/merges': ({ method }: Asked) =>
      method === 'POST' ? merge : { body: { items: merges, total: merges.length } },
    '/technologies/breath-test/merges/m1': { body: merged({ undoneAt: '2026-03-12T13:00:00Z' }) },
  })
}

const side = '/duplicates?left=breath-test&right=electronic-nose'
const writes = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')

it('lists the pairs with each reason apart, and leads to them side by side', async () => {
  const { user, address } = showPage('/duplicates', registry())

  expect(await screen.findByText(/101 technologies held against each other, 1 pair looks alike/)).toBeTruthy()
  expect(screen.getByText('Both are called “e-Nose”.')).toBeTruthy()
  expect(screen.getByText('Both have NCT01234567 and K201234 in their evidence or signals.')).toBeTruthy()
  expect(screen.getByText('Their descriptions share rare words: breath and volatile.')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: /Compare Breath test and Electronic nose/ }))
  await waitFor(() => expect(address()).toBe(side))
})

it('says that nothing looks alike, and what was compared', async () => {
  showPage('/duplicates', registry({ total: 0 }))
  expect(await screen.findByText('No two technologies look alike')).toBeTruthy()
  expect(screen.getByText(/101 technologies were held against each other/)).toBeTruthy()
})

it('shows two side by side, field by field, and in which scans they stand', async () => {
  showPage(side, registry())

  const table = await screen.findByRole('table')
  const row = (name: RegExp) =>
    within(within(table).getByRole('rowheader', { name }).closest('tr')!).getAllByRole('cell')
  expect(row(/What it is/).map((cell) => cell.textContent)).toEqual(['Sniffs.', 'Smells.'])
  expect(row(/Scans/).map((cell) => cell.textContent)).toEqual(['Scan 2026, with answers', 'none'])
  expect(within(table).getByRole('rowheader', { name: /Category \(the same\)/ })).toBeTruthy()
})

it('merges once that is confirmed, naming the version of both, and can undo it', async () => {
  const { user, asked, address } = showPage(side, registry())
  await user.click(await screen.findByRole('button', { name: 'Merge: keep Breath test' }))
  expect(writes(asked)).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Merge them' }))

  expect(await screen.findByText('Electronic nose was merged into Breath test.')).toBeTruthy()
  expect(address()).toBe('/duplicates')
  const [sent] = writes(asked) as [Asked]
  expect(sent.url.pathname).toBe('/api/v1/technologies/breath-test/merges')
  expect(sent.headers['if-match']).toBe('"3-x"')
  expect(sent.body).toEqual({ merged: 'electronic-nose', version: 5 })

  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByText(/^Undone:/)).toBeTruthy()
  expect(writes(asked)[1]).toMatchObject({
    method: 'DELETE',
    url: { pathname: '/api/v1/technologies/breath-test/merges/m1' },
  })
})

it('says why they cannot be merged, and offers no merge then', async () => {
  showPage(side, registry({ pair: detail({ refused: 'Both stand in Scan 2026, with answers.' }) }))
  expect(await screen.findByText(/They cannot be merged now. Both stand in Scan 2026/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Merge/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Different, for good' })).toBeTruthy()
})

it.each<[Answer, RegExp]>([
  [problem(412, 'Stale.'), /Somebody else changed one of them/],
  [problem(409, 'Both stand in Scan 2026, with answers.'), /Both stand in Scan 2026/],
  ['nothing', /Not confirmed/],
])('says that a merge was not done, %#', async (merge, words) => {
  const { user } = showPage(side, registry({ merge }))
  await user.click(await screen.findByRole('button', { name: 'Merge: keep Breath test' }))
  await user.click(screen.getByRole('button', { name: 'Merge them' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
})

it('tells two apart with a reason, and takes that back', async () => {
  const { user, asked } = showPage(side, registry())
  await user.click(await screen.findByRole('button', { name: 'Different, for good' }))
  await user.type(screen.getByLabelText(/What tells them apart/), 'Other molecules.')
  await user.click(screen.getByRole('button', { name: 'They are different' }))

  expect(await screen.findByText(/are different, and not proposed again/)).toBeTruthy()
  expect(writes(asked)[0]).toMatchObject({ method: 'PUT', body: { reason: 'Other molecules.' } })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(writes(asked)[1]!.method).toBe('DELETE'))
})

it('lists what was told apart, which can be taken back', async () => {
  const { user, asked } = showPage('/duplicates', registry())
  await user.click(await screen.findByText('Found to be different'))
  expect(await screen.findByText(/One is old\./)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Take back that Xx and Yy/ }))
  await waitFor(() => expect(writes(asked)).toHaveLength(1))
})

it('lets an administrator look and decide nothing', async () => {
  showPage(side, registry({ actions: ['technologies.read', 'duplicates.read'] }))
  expect(await screen.findByRole('table')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Different, for good' })).toBeNull()
})

it('shows on the survivor’s page what was merged into it, and what cannot be taken back any more', async () => {
  const merges = [merged(), merged({ id: 'm2', stays: 'Round 1 of Scan 2026 has opened on it since.' })]
  const { user, asked } = showPage('/technologies/breath-test', registry({ merges }))

  expect(await screen.findByText('Round 1 of Scan 2026 has opened on it since.')).toBeTruthy()
  const button = screen.getByRole('button', { name: 'Take back the merge of Electronic nose' })
  await user.click(button)
  await waitFor(() => expect(writes(asked)[0]).toMatchObject({ method: 'DELETE', headers: { 'if-match': '"3"' } }))
})
