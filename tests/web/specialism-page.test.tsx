import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import { byStartYear, shortened } from '../../web/specialisms/brief.ts'
import { problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'
import { reviews, summary, workforce } from '../support/web-given-review.ts'

const reader = ['ranking.read', 'technologies.read', 'scans.read', 'reviews.read']
const lens = { kind: 'specialism' as const, slug: 'genomics', name: 'Genomics' }

const later = summary('Later', 2031, { training: 'Two days.', writtenBy: 'Ben Lead' })
const sooner = summary('Sooner', 2024, { curricula: 'A module.', readiness: 'now' })
const unknown = summary('Unknown', null, { workforce: 'New posts.' })

interface Given {
  items?: Parameters<typeof reviews>[0]
  rows?: ReturnType<typeof rankedRow>[]
  oneMember?: string[]
}

function show(given: Given = {}) {
  const { items = [later, unknown, sooner], rows = [rankedRow(1), rankedRow(2, { name: 'Sooner', slug: 'sooner' })] } =
    given
  const { oneMember = [] } = given
  return showPage(
    '/specialisms/genomics?scan=scan-2026',
    serve({
      '/about': { body: about() },
      '/session': { body: session(reader) },
      '/ranking': ({ url }) => ({
        body: ranking(
          url.searchParams.get('list') === 'awaiting'
            ? { lens, items: [], total: 0 }
            : { lens, items: rows, oneMember },
        ),
      }),
      '/reviews': { body: reviews(items) },
    }),
  )
}

describe('a specialism’s page', () => {
  it('puts what starts soonest first and the unknown last', async () => {
    show()
    const table = await screen.findByRole('table', { name: '' }).catch(() => screen.getAllByRole('table')[0]!)
    const rows = within(table).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^now \(2024\)Sooner/),
      expect.stringMatching(/^2031Later/),
      expect.stringMatching(/^not knownUnknown/),
    ])
  })

  it('says what workforce and training have to expect, by year, and who signed', async () => {
    show()
    expect(await screen.findByRole('heading', { name: 'Now (2026 or before)' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Start by 2031' })).toBeTruthy()
    expect(screen.getByText('Two days.')).toBeTruthy()
    expect(screen.getByText('Later (1 April 2026)')).toBeTruthy()
  })

  it('says where one panel member answers for it that leaning and level can’t be told apart', async () => {
    show({ oneMember: ['Genomics'] })
    expect(
      await screen.findByText(
        'Genomics has one panel member: whether that person marks high, or the service changes much, can’t be told apart.',
      ),
    ).toBeTruthy()
  })

  it('names what is not reviewed yet', async () => {
    show()
    const section = within(await screen.findByRole('region', { name: 'Not yet reviewed' }))
    expect(section.getByRole('listitem').textContent).toBe('Technology 1')
  })

  it('says plainly that nothing can be ranked and that nothing is signed', async () => {
    show({ items: [], rows: [] })
    expect(
      await screen.findByText(/None of its technologies can be ranked by this specialism’s answers alone/),
    ).toBeTruthy()
    expect(screen.getByText('This specialism has not signed a review yet.')).toBeTruthy()
  })

  it('is told apart from a specialism that the scan does not hold', async () => {
    showPage(
      '/specialisms/genomics',
      serve({
        '/about': { body: about() },
        '/session': { body: session(reader) },
        '/ranking': problem(404, 'This scan has no specialism "genomics".'),
        '/reviews': { body: reviews([]) },
      }),
    )
    expect(await screen.findByRole('heading', { name: 'This specialism is not here' })).toBeTruthy()
  })
})

describe('a brief', () => {
  it('gathers what should have started under the first year', () => {
    const years = byStartYear([summary('A', 2021), summary('B', 2026), summary('C', 2030), summary('D', null)], 2026)
    expect(years.map(({ year, reviews: of }) => [year, of.length])).toEqual([
      [2026, 2],
      [2030, 1],
      [null, 1],
    ])
  })

  it('cuts a long text between words', () => {
    expect(shortened('A short text.')).toBeNull()
    expect(shortened('One two three four', 10)).toBe('One two …')
    expect(shortened('x'.repeat(40), 10)).toBe(`${'x'.repeat(10)} …`)
  })
})

describe('the workforce chart', () => {
  const names = Array.from({ length: 9 }, (_, i) => `Technology ${i + 1}`)
  const open = (address: string) =>
    showPage(
      address,
      serve({
        '/about': { body: about() },
        '/session': { body: session(reader) },
        '/workforce': { body: workforce(names) },
      }),
    )

  it('shows the eight largest, each with its numbers and its signed reviews', async () => {
    open('/workforce')
    expect(await screen.findByText(/From the signed reviews of 1 of 30 specialisms/)).toBeTruthy()
    expect(screen.getByText(/an average of ranges, not a confidence interval/)).toBeTruthy()
    expect(await screen.findAllByRole('img')).toHaveLength(8)
    const rows = screen.getAllByRole('row').slice(1)
    expect(rows).toHaveLength(8)
    expect(rows[0]!.textContent).toContain('10% (5 to 20)')
    const source = within(rows[0]!).getByRole('link', { name: 'Genomics' })
    expect(source.getAttribute('href')).toBe('/reviews/scan-2026/technology-1/genomics')
  })

  it('shows those that the address names', async () => {
    open('/workforce?technology=technology-9')
    expect(await screen.findAllByRole('img')).toHaveLength(1)
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Technology 9: 10% (5 to 20)')
  })
})
