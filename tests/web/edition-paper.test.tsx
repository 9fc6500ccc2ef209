import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Comparison } from '../../api/contract/comparison.ts'
import type { Edition } from '../../api/contract/editions.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'
import { draft, edition, editionSummary, withdrawn } from '../support/web-given-edition.ts'

const rows = Array.from({ length: 25 }, (_, i) => rankedRow(i + 1))
const head = { scan: { id: 's1', slug: 'scan-2026', name: 'Scan' }, lens: ranking().lens, round: 1 }
const drawn = { varies: 'both', draws: 10_000, seed: 1, arithmeticVersion: 1 }

const certainty = (state: string, people = 87) => ({
  ...head,
  ...drawn,
  people,
  state,
  progress: 1,
  groups: state === 'ready' ? 2 : null,
  items:
    state === 'ready'
      ? rows.map(({ id, slug, place }) => ({
          id,
          slug,
          group: place < 4 ? 1 : 2,
          low: place,
          middle: place,
          high: place + 4,
          topTen: 0.5,
        }))
      : [],
})

const item = (place: number, with_: Partial<Comparison['items'][number]>): Comparison['items'][number] => ({
  id: `t${place}`,
  slug: `technology-${place}`,
  name: `Technology ${place}`,
  category: 'genomics',
  status: 'stayed',
  order: 'no-clear-change',
  chance: 0.5,
  timing: 'same',
  from: null,
  to: null,
  nowIn: null,
  reworded: [],
  newEvidence: [],
  goneEvidence: 0,
  outcome: null,
  ...with_,
})

const comparison = (with_: Partial<Comparison> = {}): Comparison => ({
  from: editionSummary({ id: 'e1', number: 1, title: '2025 radar', publishedAt: '2025-03-12T10:00:00Z' }),
  to: editionSummary(),
  counts: {
    start: 24,
    new: 3,
    adopted: 1,
    dropped: 1,
    end: 25,
    stayed: 22,
    up: 1,
    down: 0,
    noClearChange: 21,
    nearer: 1,
    further: 0,
    reworded: 0,
    withNewEvidence: 0,
  },
  panel: { from: 80, to: 87, same: 52 },
  methodChanges: [],
  chances: { state: 'ready', progress: 1 },
  items: [item(1, { order: 'up', chance: 0.95 }), item(2, { timing: 'nearer' }), item(3, { status: 'new' })],
  total: 3,
  ...with_,
})

function show(one: Edition = edition(), given: Record<string, Answer> = {}) {
  return showPage(
    `/editions/${one.number ?? one.id}/paper`,
    serve({
      '/about': { body: about({ organisation: 'Example Trust' }) },
      '/session': { body: session(['editions.read', 'ranking.read']) },
      [`/editions/${one.number ?? one.id}`]: { body: one, etag: '"3"' },
      [`/editions/${one.number ?? one.id}/comparison`]: { body: comparison() },
      '/ranking': { body: ranking({ items: rows, total: 60, workingDraft: false }) },
      '/certainty': { body: certainty('ready') },
      ...given,
    }),
  )
}

const sheet = (number: number) => screen.findByRole('region', { name: `Page ${number} of 2` })

describe('page one of the board paper', () => {
  it('says what it is, of whom, for what, approved by whom, and who answered', async () => {
    show()
    const { textContent } = await sheet(1)
    expect(textContent).toContain('Example Trust')
    expect(textContent).toContain('For decision')
    expect(textContent).toContain('2026 radar, edition 2')
    expect(textContent).toContain('Approved by Strategic advisory board, at its meeting of 10 March, on 10 March 2026.')
    expect(textContent).toContain('87 of 96 panel members, for 24 of 30 specialisms, January to March 2026.')
    expect(textContent).toContain('Not heard from: Genomic counselling.')
  })

  it('has the radar of the first 25 with every name beside it', async () => {
    show()
    const page = await sheet(1)
    expect(within(page).getByRole('img', { name: /^Radar of 25 technologies/ })).toBeTruthy()
    expect(page.textContent).toContain('The radar: the first 25 of 60 technologies')
    for (const { name } of rows) expect(within(page).getAllByText(new RegExp(`${name}\\b`)).length).toBeGreaterThan(0)
  })

  it('tells counts that add up and the clear movements by name', async () => {
    show()
    const { textContent } = await sheet(1)
    expect(textContent).toContain('What changed since 2025 radar, edition 1, published 12 March 2025')
    expect(textContent).toContain('24 technologies were ranked then; with 3 new, 1 adopted and 1 dropped, 25 are now.')
    expect(textContent).toContain('52 of the 87 people who answered had answered then as well.')
    expect(textContent).toContain('Clearly up (1): Technology 1.')
    expect(textContent).toContain('Nearer by a year or more (1): Technology 2.')
    expect(textContent).not.toContain('Clearly down')
  })

  it('calls no movement clear while its chance is not known, and says to wait before printing', async () => {
    show(edition(), {
      '/editions/2/comparison': { body: comparison({ chances: { state: 'working', progress: 0.2 } }) },
    })
    expect((await sheet(1)).textContent).not.toContain('Clearly up')
    expect(screen.getByText(/wait before you print/)).toBeTruthy()
  })

  it('of a first edition says that there is nothing to compare it with', async () => {
    show(edition({ previous: null }), { '/editions/2/comparison': problem(404, 'None before.') })
    expect((await sheet(1)).textContent).toContain('No edition was published before')
  })

  it.each([
    ['a draft', draft(), 'Draft for board: figures may still change', 'Not approved yet.'],
    ['a withdrawn one', edition(withdrawn), 'Withdrawn on 2 May 2026: do not use', 'Two panels were counted twice'],
  ])('of %s says so', async (_, one, title, more) => {
    show(one)
    const { textContent } = await sheet(1)
    expect(textContent).toContain(title)
    expect(textContent).toContain(more)
    expect((await sheet(2)).textContent).toContain(title)
  })
})

describe('page two of the board paper', () => {
  it('has the groups with place, range and years', async () => {
    show()
    const [, first, , , fourth] = within(await sheet(2)).getAllByRole('row')
    expect(first!.textContent).toBe('11stTechnology 11st to 5th20302028 to 2034')
    expect(fourth!.textContent).toBe('24thTechnology 44th to 8th20302028 to 2034')
  })

  it('has recommendations with owner and day, gaps, what it does not measure, and the checksum', async () => {
    show()
    const { textContent } = await sheet(2)
    expect(textContent).toContain('For: Technology 1 and Technology 2. Owner: Lead of genomics, by 31 March 2027.')
    expect(textContent).toContain('Cost. Not assessed.')
    expect(textContent).toContain('It is not a recommendation to buy')
    expect(textContent).toContain(`Checksum ${'ab'.repeat(32)}`)
  })

  it.each([
    ['few people answered', 'few-people', 'This is the view of 4 people: too few for ranges.'],
    ['there are too few answers', 'too-few', 'There are too few answers to say how sure the order is'],
  ])('has no ranges where %s, and says why', async (_, state, words) => {
    show(edition(), { '/certainty': { body: certainty(state, 4) } })
    const page = await sheet(2)
    expect(page.textContent).toContain(words)
    expect(within(page).queryByText('Could be anywhere from')).toBeNull()
  })
})

it('a paper is whole or not shown: without its ranges it can be tried again', async () => {
  show(edition(), { '/certainty': { status: 503 } })
  await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByRole('region', { name: 'Page 1 of 2' })).toBeNull()
})

it('of an edition that is not there says so', async () => {
  show(edition(), { '/editions/2': problem(404, 'There is no edition 2.') })
  await screen.findByRole('heading', { name: 'This edition is not here' })
})
