import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { EditionSummary } from '../../api/contract/editions.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'
import { draftSummary, editionSummary, frozenTechnology, superseded, withdrawn } from '../support/web-given-edition.ts'
import { scan, standing } from '../support/web-given-technology.ts'

const board = ['editions.read', 'ranking.read', 'scans.read']

type Given = Record<string, Answer | ((asked: Asked) => Answer)>

function server(editions: EditionSummary[], given: Given = {}, actions = board) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/editions': { body: { items: editions, total: editions.length } },
    '/scans': { body: { items: [scan()], total: 1 } },
    '/ranking': ({ url }) => ({ body: ranking({ workingDraft: !url.searchParams.has('edition') }) }),
    ...given,
  })
}

const rankings = (asked: Asked[]) =>
  asked.filter(({ url }) => url.pathname.endsWith('/ranking')).map(({ url }) => url.searchParams.get('edition'))

describe.each([
  ['radar', '/', /Technology radar/],
  ['ranking', '/ranking', /Ranking/],
])('the %s', (_, path, heading) => {
  it('shows the latest published edition that still stands, names it in the address, and never asks for the draft', async () => {
    const editions = [
      draftSummary(),
      editionSummary({ id: 'e3', number: 3, ...withdrawn }),
      editionSummary(),
      editionSummary({ id: 'e1', number: 1, title: '2025 radar' }),
    ]
    const { asked, address } = showPage(path, server(editions))

    await screen.findByRole('heading', { level: 1, name: heading })
    await waitFor(() => expect(address()).toBe(`${path}?edition=2`))
    const choice = await screen.findByLabelText<HTMLSelectElement>('Showing')
    expect(choice.selectedOptions[0]!.textContent).toBe('2026 radar, edition 2, published 12 March 2026')
    expect(new Set(rankings(asked))).toEqual(new Set(['2']))
  })

  it('shows the working draft where no edition stands, and says so', async () => {
    const { address } = showPage(path, server([editionSummary(withdrawn)]))

    const choice = await screen.findByLabelText<HTMLSelectElement>('Showing')
    expect(choice.selectedOptions[0]!.textContent).toBe('Working draft of This year’s scan, as of round 1')
    expect(address()).toBe(path)
  })

  it('goes to the working draft by its scan, and back to the edition', async () => {
    const { user, asked, address } = showPage(`${path}?edition=2&lens=grouping:laboratory`, server([editionSummary()]))
    const draft = await screen.findByRole('option', { name: 'Working draft of This year’s scan' })
    await user.selectOptions(screen.getByLabelText('Showing'), draft)

    await waitFor(() => expect(address()).toBe(`${path}?lens=grouping:laboratory&scan=scan-2026`))
    await screen.findByText('Working draft')
    expect(rankings(asked).at(-1)).toBeNull()
    await user.selectOptions(screen.getByLabelText('Showing'), '2026 radar, edition 2, published 12 March 2026')
    await waitFor(() => expect(address()).toContain('edition=2'))
  })

  it.each([
    ['withdrawn', editionSummary(withdrawn), 'Withdrawn on 2 May 2026: do not use'],
    ['superseded', editionSummary(superseded), 'Superseded by edition 3 on 2 May 2026'],
    ['a draft', draftSummary(), 'Draft for board: figures may still change'],
  ])('says above everything else that an edition is %s', async (_, one, title) => {
    showPage(`${path}?edition=${one.number ?? one.id}`, server([one]))

    await screen.findByRole('heading', { name: title })
  })

  it('says that an edition is not there, and does not fall back to the draft', async () => {
    const { asked } = showPage(
      `${path}?edition=9`,
      server([editionSummary()], { '/ranking': problem(404, 'There is no edition 9.') }),
    )

    await screen.findByText('There is no edition 9.')
    expect(rankings(asked)).toEqual(['9'])
  })

  it('says so where the editions cannot be loaded, and does not show the draft as if there were none', async () => {
    const { asked } = showPage(path, server([], { '/editions': { status: 503 } }))

    await screen.findByRole('button', { name: 'Try again' })
    expect(rankings(asked)).toEqual([])
  })

  it('asks a role that reads no editions for none', async () => {
    const { asked } = showPage(path, server([editionSummary()], {}, ['ranking.read']))

    await screen.findByRole('heading', { level: 1, name: heading })
    await screen.findByText('Working draft')
    expect(asked.some(({ url }) => url.pathname.endsWith('/editions'))).toBe(false)
    expect(screen.queryByLabelText('Showing')).toBeNull()
  })
})

const text = () => document.body.textContent ?? ''

it('links from an edition keep it', async () => {
  showPage('/ranking?edition=2', server([editionSummary()]))

  const link = await screen.findByRole('link', { name: 'Technology 1' })
  expect(link.getAttribute('href')).toBe('/technologies/technology-1?edition=2')
})

describe('a technology in an edition', () => {
  const frozen = frozenTechnology({
    evidence: [
      {
        id: 'v1',
        kind: 'trial',
        text: 'What a trial had found.',
        date: '2025-06-01',
        datePrecision: 'day',
        dateRole: 'happened',
        sourceTitle: 'A trial',
        sourcePublisher: 'A journal',
        sourceYear: 2025,
        sourceUrl: null,
        sourceType: 'research',
        seenVia: null,
        retrievedOn: null,
      },
    ],
    reviews: [
      {
        specialism: { slug: 'genomics', name: 'Genomics' },
        content: { serviceModel: 'One laboratory a region.', action: 'pilot' },
        signedBy: 'Sam Okafor',
        signedAt: '2026-03-01T09:00:00Z',
        illustrative: false,
      },
    ],
  })
  const given: Given = {
    '/editions/2/technologies/technology-1': { body: frozen },
    '/ranking/technology-1': { body: { ...standing(), workingDraft: false } },
    '/scans/scan-2026': { body: scan(), etag: '"1"' },
  }

  it('is told with the texts, evidence and reviews of that day, and asks for nothing of today', async () => {
    const { asked } = showPage('/technologies/technology-1?edition=2', server([editionSummary()], given))

    await screen.findByText('What it was described as.')
    await screen.findByText('What a trial had found.')
    expect(text()).toContain('Genomics: Pilot')
    expect(text()).toContain('One laboratory a region.')
    await screen.findByText('1st of 93')
    const link = await screen.findByRole('link', { name: '2026 radar, edition 2, published 12 March 2026' })
    expect(link.getAttribute('href')).toBe('/editions/2')
    expect(
      asked.some(
        ({ url }) => url.pathname.endsWith('/technologies/technology-1') && !url.pathname.includes('editions'),
      ),
    ).toBe(false)
    expect(asked.find(({ url }) => url.pathname.endsWith('/ranking/technology-1'))?.url.search).toBe('?edition=2')
  })

  it('says in a withdrawn edition that it is not to be used', async () => {
    showPage('/technologies/technology-1?edition=2', server([editionSummary(withdrawn)], given))

    await screen.findByRole('heading', { name: 'Withdrawn on 2 May 2026: do not use' })
  })

  it('is not there where the edition does not hold it', async () => {
    showPage('/technologies/technology-9?edition=2', server([editionSummary()], given))

    await screen.findByRole('heading', { name: 'This technology is not here' })
  })
})
