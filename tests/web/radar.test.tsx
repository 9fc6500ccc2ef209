import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { whyHere } from '../../web/radar/why.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, ranking, session } from '../support/web-given.ts'

function show(address: string, answer: Answer | ((asked: Asked) => Answer)) {
  return showPage(address, serve({ '/about': { body: about() }, '/session': { body: session() }, '/ranking': answer }))
}

const showRadar = (with_: Partial<Ranking> = {}, address = '/') => show(address, { body: ranking(with_) })

/** Technologies over all bands and both categories. */
function many(count: number): RankedTechnology[] {
  return Array.from({ length: count }, (_, n) => {
    const middle = 2026 + ((n * 7) % 14)
    const band = middle <= 2028 ? 0 : middle <= 2031 ? 1 : middle <= 2036 ? 2 : 3
    const category = n % 3 === 0 ? 'wearables' : 'genomics'
    return rankedRow(n + 1, { category, band, years: { middle, early: null, late: null, answers: 3 } })
  })
}

const three = [
  rankedRow(1, { name: 'Virtual wards', meanImpact: 5.4 }),
  rankedRow(2, { name: 'Sepsis prediction', meanImpact: 2.2 }),
  rankedRow(3, {
    name: 'Whole genome sequencing',
    meanImpact: 7.3,
    years: { middle: 2029, early: 2027, late: 2034, answers: 9 },
  }),
]

/** Two hundred in one slice and year: more than there is room for. */
const crowded = Array.from({ length: 200 }, (_, n) => rankedRow(n + 1))

const radar = () => screen.findByRole('group', { name: /^Radar of/ })
const rows = () => [...document.querySelectorAll<HTMLElement>('ol [data-technology]')]
const marks = () => [...document.querySelectorAll<SVGElement>('svg [data-technology]')]
const clusters = () => [...document.querySelectorAll<SVGElement>('svg [data-cluster]')]
const idsOf = (elements: Element[]) => elements.map((element) => element.getAttribute('data-technology')!)
const litRows = () => rows().filter((row) => row.classList.contains('is-lit'))
const litMark = () => document.querySelector('svg .is-lit')?.textContent ?? null

describe('marks and rows', () => {
  it.each([0, 1, 101, 500])('are the same %i technologies', async (count) => {
    showRadar({ items: many(count) }, '/?show=all')
    await radar()
    const drawn = [
      ...idsOf(marks()),
      ...clusters().flatMap((cluster) => cluster.getAttribute('data-members')!.split(' ')),
    ]
    expect(drawn).toHaveLength(count)
    expect(drawn.toSorted()).toEqual(idsOf(rows()).toSorted())
    expect(document.querySelector('[data-marks]')?.getAttribute('data-marks')).toBe(String(count))
  })

  it('open on the first 25, and show all together', async () => {
    const { user, address } = showRadar({ items: many(101) })
    await radar()
    expect(rows()).toHaveLength(25)
    expect(document.querySelector('[data-marks="25"]')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Show all 101' }))
    expect(address()).toBe('/?show=all')
    expect(rows()).toHaveLength(101)
    expect(document.querySelector('[data-marks="101"]')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Show the first 25' }))
    expect(rows()).toHaveLength(25)
  })

  it('stop at 500, and say so', async () => {
    showRadar({ items: many(500), total: 20_000 })
    await radar()
    expect(screen.getByText('First 25 of 20,000')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Show the first 500' })).toBeTruthy()
  })

  it('are met by the keyboard in the order of their places', async () => {
    showRadar({ items: many(101) }, '/?show=all')
    const buttons = (await radar()).querySelectorAll('.offing-mark[role="button"]')
    const places = [...buttons].map((button) =>
      Number(button.getAttribute('data-place') ?? button.getAttribute('data-members')!.match(/\d+/)![0]),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const button of buttons) expect(button.getAttribute('tabindex')).toBe('0')
    expect(rows().map((row) => Number(row.dataset.place))).toEqual(many(101).map(({ place }) => place))
  })
})

describe('a mark', () => {
  it('is a button named to screen readers by place, name, year and change', async () => {
    showRadar({ items: three })
    const names = within(await radar())
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label'))
      .filter((name) => !name?.startsWith('Enlarge'))
    expect(names).toEqual([
      '1: Virtual wards, 2030, medium change',
      '2: Sepsis prediction, 2030, small change',
      '3: Whole genome sequencing, 2029, large change',
    ])
  })

  it('lights its row when it is pointed at or has the focus, and the row lights it', async () => {
    const { user } = showRadar({ items: three })
    await radar()
    await user.hover(marks()[2]!)
    expect(idsOf(litRows())).toEqual(['t3'])
    await user.unhover(marks()[2]!)
    expect(litRows()).toEqual([])

    await user.hover(rows()[1]!)
    expect(litMark()).toBe('2')
    await user.unhover(rows()[1]!)
    expect(litMark()).toBeNull()

    fireEvent.focus(marks()[0]!)
    expect(idsOf(litRows())).toEqual(['t1'])
    fireEvent.focus(within(rows()[2]!).getByRole('button'))
    expect(litMark()).toBe('3')
    await user.keyboard('{Escape}')
  })

  it('shows why it is there when it is pressed, by pointer or by key, and the way to its sources', async () => {
    const { user, address } = showRadar({ items: three }, '/?lens=grouping:laboratory')
    const mark = within(await radar()).getByRole('button', { name: /^3:/ })
    await user.click(mark)
    expect(address()).toBe('/?lens=grouping:laboratory&why=technology-3')
    expect(mark.getAttribute('aria-pressed')).toBe('true')
    const panel = screen.getByRole('region', { name: 'Why is Whole genome sequencing here?' })
    expect(panel.textContent).toContain('It is 3rd because panel members expect a large change in 6 of 30 specialisms')
    expect(panel.textContent).toContain('Could be as early as 2027, or as late as 2034')
    const details = within(panel).getByRole('link', { name: 'Sources, by date' })
    const page = '/technologies/technology-3?lens=grouping%3Alaboratory'
    expect(details.getAttribute('href')).toBe(`${page}#evidence`)
    const change = within(panel).getByRole('link', { name: 'What would change its place' })
    expect(change.getAttribute('href')).toBe(`${page}#rests-on`)

    mark.focus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('region', { name: /^Why/ })).toBeNull()
    await user.keyboard(' ')
    expect(screen.getByRole('region', { name: /^Why/ })).toBeTruthy()
  })

  it('hides why again on Escape, or by “Close”, which gives the focus back', async () => {
    const { user, address } = showRadar({ items: three })
    const mark = within(await radar()).getByRole('button', { name: /^3:/ })
    await user.click(mark)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: /^Why/ })).toBeNull()
    expect(address()).toBe('/')
    expect(document.activeElement).toBe(mark)

    const row = screen.getByRole('button', { name: /^3 ?Whole genome/ })
    await user.click(row)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(document.activeElement).toBe(row)
    await user.keyboard('{Enter}{Escape}')
    expect(row.getAttribute('aria-expanded')).toBe('false')
  })

  it('takes its score apart in whole points that add up to it', async () => {
    showRadar({ items: three }, '/?why=technology-3')
    await radar()
    const points = within(screen.getByRole('region', { name: /^Why/ })).getByRole('table')
    expect(points.textContent).toContain('Change score 62')
    const parts = within(points).getAllByRole('row')
    expect(parts.map((part) => part.textContent?.match(/(\d+) of (\d+)/)?.[0])).toEqual([
      '40 of 60',
      '12 of 20',
      '6 of 10',
      '4 of 10',
    ])
  })
})

describe('a cluster', () => {
  const open = async () => {
    const shown = showRadar({ items: crowded }, '/?show=all')
    await radar()
    const [cluster] = clusters()
    cluster!.focus()
    await shown.user.keyboard('{Enter}')
    return { ...shown, cluster: cluster!, list: screen.getByRole('dialog') }
  }

  it('opens on its members, best place first, and takes the focus', async () => {
    const { cluster, list } = await open()
    const members = within(list).getAllByRole('button')
    expect(String(members.length)).toBe(cluster.getAttribute('data-cluster'))
    expect(cluster.textContent).toBe(`×${members.length}`)
    expect(cluster.getAttribute('aria-expanded')).toBe('true')
    expect(document.activeElement).toBe(members[0])
    const placesIn = members.map((member) => Number.parseInt(member.textContent ?? '', 10))
    expect(placesIn).toEqual(placesIn.toSorted((a, b) => a - b))
  })

  it('closes on Escape, and gives the focus back', async () => {
    const { user, cluster } = await open()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(cluster)
  })

  it('closes on a press elsewhere', async () => {
    await open()
    fireEvent.pointerDown(document.body)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('shows why a member is there when it is pressed', async () => {
    const { user, list } = await open()
    const last = within(list).getAllByRole('button').at(-1)!
    const place = Number.parseInt(last.textContent ?? '', 10)
    await user.click(last)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('region', { name: `Why is Technology ${place} here?` })).toBeTruthy()
  })

  it('lights when the row of a member is pointed at', async () => {
    const { user, cluster } = await open()
    await user.keyboard('{Escape}')
    const member = cluster.getAttribute('data-members')!.split(' ').at(-1)!
    await user.hover(rows().find((row) => row.dataset.technology === member)!)
    expect(litMark()).toBe(cluster.textContent)
  })
})

describe('the page', () => {
  it('says who answered, what it is not, and that it is a draft of made-up answers', async () => {
    showRadar({ items: three, demonstration: true })
    await radar()
    expect(screen.getByText(/87 of 96 panel members answered, for 24 of 30 specialisms/)).toBeTruthy()
    expect(screen.getByText('Working draft')).toBeTruthy()
    expect(screen.getByText('Demonstration answers.')).toBeTruthy()
    expect(screen.getAllByText(/It is not a recommendation to buy/)).not.toHaveLength(0)
  })

  it('says how to read the radar', async () => {
    showRadar({ items: three })
    await radar()
    expect(screen.getByText(/Left or right within a slice means nothing/)).toBeTruthy()
    expect(screen.getByText(/up to 0\.4 of a year/)).toBeTruthy()
  })

  it('asks for what stands in the address, and puts the lens there', async () => {
    const { user, asked, address } = showRadar({ items: three }, '/?scan=scan-2026&category=genomics&show=all')
    await radar()
    const query = asked.find(({ url }) => url.pathname.endsWith('/ranking'))!.url.searchParams
    expect(Object.fromEntries(query)).toEqual({ scan: 'scan-2026', category: 'genomics', limit: '500' })
    expect(screen.getByText(/Only: Genomics\./)).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Show for'), 'specialism:genomics')
    expect(address()).toContain('lens=specialism:genomics')
    const table = screen.getByRole('link', { name: 'See it as a table' }).getAttribute('href')
    expect(decodeURIComponent(table!)).toBe('/ranking?scan=scan-2026&lens=specialism:genomics&category=genomics')
  })

  it('leaves out how widespread a change is where one specialism is asked about', async () => {
    showRadar({ items: three, lens: { kind: 'specialism', slug: 'genomics', name: 'Genomics' } })
    await radar()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('for Genomics')
    expect(screen.queryByText('How widespread')).toBeNull()
  })

  it('says what happens next while no round has closed', async () => {
    showRadar({ items: [], round: null })
    expect(await screen.findByRole('heading', { name: 'No round has closed yet' })).toBeTruthy()
    expect(screen.getByRole('link', { name: /how far the scan is/ }).getAttribute('href')).toBe('/scans/scan-2026')
    expect(document.querySelector('[data-marks="0"]')).toBeTruthy()
  })

  it('says where the technologies are when none is ranked', async () => {
    showRadar({ items: [] })
    expect(await screen.findByRole('heading', { name: 'Nothing can be ranked yet' })).toBeTruthy()
    const link = screen.getByRole('link', { name: 'Awaiting answers: 2 technologies' })
    expect(link.getAttribute('href')).toBe('/ranking?list=awaiting')
  })

  it('says that filters leave nothing, and shows the way out', async () => {
    showRadar({ items: [] }, '/?category=wearables')
    expect(await screen.findByRole('heading', { name: 'Nothing ranked matches' })).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'Show everything' })[0]?.getAttribute('href')).toBe('/')
  })

  it('passes on why there is no scan to show', async () => {
    show('/', problem(404, 'There is no scan you may see a ranking of yet.'))
    expect(await screen.findByText('There is no scan you may see a ranking of yet.')).toBeTruthy()
  })

  it('says that a role may not see it', async () => {
    show('/', problem(403, 'Your role may not read the ranking.'))
    expect(await screen.findByText('Your role may not read the ranking.')).toBeTruthy()
  })
})

describe('why it is here', () => {
  const row = rankedRow(2, {
    meanImpact: 8,
    contributions: { impact: 41.3, reach: 12.4, imminence: 5.2, readiness: 3.5 },
  })

  it('is one sentence made from the figures', () => {
    expect(whyHere({ ...row, score: 62.4 }, { kind: 'all' }, 30)).toBe(
      'It is 2nd because panel members expect a large change in 6 of 30 specialisms around 2030: 41 of its 62 points come from how much services change.',
    )
  })

  it('leaves the reach out for a single specialism, and names what weighs most', () => {
    const soon = { ...row, score: 40, contributions: { impact: 10, reach: 0, imminence: 25, readiness: 5 } }
    expect(whyHere(soon, { kind: 'specialism' }, 1)).toBe(
      'It is 2nd because panel members expect a large change around 2030: 25 of its 40 points come from how soon it is.',
    )
  })
})
