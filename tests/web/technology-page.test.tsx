import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Standing } from '../../api/contract/ranking.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { type Answer, problem, serve, showPage } from '../support/show-page.tsx'
import { about, rankedRow, session } from '../support/web-given.ts'
import { awaiting, evidence, scan, specialismStanding, standing, technology } from '../support/web-given-technology.ts'

const reader = ['ranking.read', 'technologies.read', 'scans.read']
const scanner = [...reader, 'technologies.write', 'evidence.add']

interface Given {
  technology?: Partial<Technology>
  standing?: Standing | Answer
  actions?: string[]
  more?: Parameters<typeof serve>[0]
  address?: string
}

function show({ technology: parts, standing: found = standing(), actions = reader, more, address }: Given = {}) {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/technologies/technology-1': { body: technology(parts), etag: '"3"' },
    '/ranking/technology-1': found === 'nothing' || 'status' in found ? found : { body: found },
    '/scans/scan-2026': { body: scan(), etag: '"1"' },
    ...more,
  })
  return showPage(address ?? '/technologies/technology-1', server)
}

describe('what it is', () => {
  it('is said with its stage, its milestone and what would change', async () => {
    show({ technology: { milestonePlaces: 48, milestoneSource: 'NHS list', milestoneTest: 'a yearly count' } })
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toContain('Technology 1')
    expect(screen.getByText('What would change.')).toBeTruthy()
    expect(screen.getByText('tested at one clinical site (7 of 9) , assessed on 5 January 2026', loose)).toBeTruthy()
    expect(screen.getByText(/one in five of the places that could use it do so \(48 places: NHS list\)/)).toBeTruthy()
    expect(screen.queryByText('Illustrative')).toBeNull()
  })

  it('marks an illustrative stage and year as such', async () => {
    show({ technology: { readinessBasis: 'illustrative', readinessOn: null, illustrativeYear: 2031 } })
    expect(await screen.findAllByText('Illustrative')).toHaveLength(2)
    expect(screen.getByText(/a stand-in from no source/)).toBeTruthy()
  })

  it('is told apart from a technology that is not there', async () => {
    show({ more: { '/technologies/technology-1': problem(404, 'There is no technology.') } })
    expect(await screen.findByRole('heading', { name: 'This technology is not here' })).toBeTruthy()
  })
})

describe('its place', () => {
  it('is said with how many there are and for whom', async () => {
    show()
    expect(await screen.findByText('1st of 93')).toBeTruthy()
    expect(screen.getByText('Working draft')).toBeTruthy()
    expect(screen.getByText('Change score 62: for putting in order, from 0 to 100; 60 is not twice 30.')).toBeTruthy()
  })

  it('asks for the lens of the address, and offers only what was asked', async () => {
    const { asked, user, address } = show({ address: '/technologies/technology-1?lens=specialism:genomics' })
    const select = await screen.findByRole('combobox', { name: 'Show for' })
    expect(asked.find(({ url }) => url.pathname.includes('/ranking/'))?.url.search).toBe('?lens=specialism%3Agenomics')
    expect(within(select).queryByRole('option', { name: 'Audiology' })).toBeNull()
    await user.selectOptions(select, 'Histopathology')
    expect(address()).toBe('/technologies/technology-1?lens=specialism:histopathology')
  })

  it('is the list it waits in, with what is missing in plain words', async () => {
    show({ standing: awaiting() })
    expect((await screen.findByText('Awaiting answers')).parentElement?.textContent).toBe(
      'Awaiting answers: 1 of 3 panel members, all specialisms',
    )
    expect(screen.queryByRole('heading', { name: 'The score taken apart' })).toBeNull()
  })

  it('says so where no scan asks about it', async () => {
    show({ standing: problem(404, 'This year’s scan does not hold it.') })
    expect(await screen.findByRole('heading', { name: 'It has no place in a ranking' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Evidence' })).toBeTruthy()
  })

  it('says that answers are a demonstration', async () => {
    show({ standing: standing({ demonstration: true }) })
    expect(await screen.findByText('Demonstration answers.')).toBeTruthy()
  })
})

describe('the score taken apart', () => {
  it('has whole points that add up to the score', async () => {
    show()
    const table = await screen.findByRole('table', { name: '40 + 12 + 6 + 4 = 62 points' })
    const points = within(table)
      .getAllByRole('row')
      .map((row) => row.lastElementChild?.textContent)
    expect(points).toEqual(['Points', '40', '12', '6', '4', '62'])
  })

  it('says in plain words how each criterion was answered', async () => {
    show({ standing: standing({ ranked: rankedRow(1, { values: { ...rankedRow(1).values, reach: 0.3 } }) }) })
    const table = await screen.findByRole('table', { name: /points/ })
    expect(table.textContent).toContain('6.0 of 9 on average where it changes anything: some roles, rooms or equipment')
    expect(table.textContent).toContain('it changes 6 of 30 specialisms asked, 50% of a full spread')
    expect(table.textContent).toContain('when it arrives, 6.0 of the 10 years to 2036 are left, on average') // 0.6 × 10
  })
})

describe('interests', () => {
  it('are counted, with what the method makes of them', async () => {
    show({ standing: standing({ interests: { declared: 2, leftOut: true } }) })
    expect(
      await screen.findByText('2 panel members declared an interest in it. Their answers on it are left out.'),
    ).toBeTruthy()
  })

  it('are not mentioned where nobody declared one', async () => {
    show()
    await screen.findByRole('heading', { name: 'Its place' })
    expect(screen.queryByText(/declared an interest/)).toBeNull()
  })
})

describe('impact by specialism', () => {
  it('is a chart with its numbers as its name, and a table beside it', async () => {
    show()
    const name = 'Mean change from 0 to 9: Genomics 6.0 and Histopathology 2.0.'
    const chart = await screen.findByRole('img', { name })
    await waitFor(() => expect(chart.querySelectorAll('.recharts-bar-rectangle')).toHaveLength(2))
    expect(screen.getByRole('table', { name: 'How much it would change each specialism' })).toBeTruthy()
  })

  it('says which figures are not shown and why, and how often somebody could not judge', async () => {
    const hidden = specialismStanding('Audiology', { meanImpact: null, withheld: true, answers: 2, cannotJudge: 1 })
    const silent = specialismStanding('Genomics', { meanImpact: null, answers: 0 })
    show({ standing: standing({ specialisms: [specialismStanding('Histopathology'), hidden, silent] }) })
    const reason = 'Audiology: fewer than 3 panel members answered, or one could be worked out: not shown.'
    expect(await screen.findByText(reason)).toBeTruthy()
    expect(screen.getByText('Genomics: no answer.')).toBeTruthy()
    expect(screen.getByText(/said once/)).toBeTruthy()
  })
})

describe('when it is expected', () => {
  it('shows how the answers fall from five up, with early and late', async () => {
    show()
    const name = /2026 to 2028, 2 answers, 2029 to 2031, 6 answers, 2032 to 2036, 3 answers and after 2036, 1 answer/
    expect(await screen.findByRole('img', { name })).toBeTruthy()
    expect(screen.getByText('Could be as early as').nextElementSibling?.textContent).toBe('2028')
  })

  it('shows only their number below five', async () => {
    const years = { middle: 2031, early: null, late: null, answers: 4 }
    show({ standing: standing({ byBand: null, ranked: rankedRow(1, { years }) }) })
    expect(await screen.findByText(/4 answers say when. How they fall over the years is shown from 5/)).toBeTruthy()
    expect(screen.queryByText('Could be as early as')).toBeNull()
  })
})

describe('evidence', () => {
  it('stands newest first, with what has no date last', async () => {
    show({
      technology: {
        evidence: [
          evidence({ id: 'a', date: '2019', text: 'First.' }),
          evidence({ id: 'b', date: null, dateRole: null, retrievedOn: '2026-10-01', seenVia: 'a news site' }),
          evidence({ id: 'c', date: '2030', dateRole: 'planned' }),
        ],
      },
    })
    const section = await screen.findByRole('region', { name: 'Evidence' })
    const items = within(section).getAllByRole('listitem')
    expect(items.map((item) => item.querySelector('p')?.firstChild?.textContent)).toEqual([
      'planned for 2030',
      '2019',
      'date not shown, retrieved 1 October 2026',
    ])
    expect(items[2]?.textContent).toContain('Seen through a copy at a news site.')
    expect(within(items[0]!).getByRole('link').getAttribute('rel')).toContain('noopener')
  })

  it.each([
    [['technologies.read'], 0],
    [['technologies.read', 'evidence.add'], 1],
  ])('may be added by those who may: %s', async (actions, buttons) => {
    show({ actions })
    await screen.findByRole('heading', { name: 'Evidence' })
    expect(screen.queryAllByRole('button', { name: 'Add evidence' })).toHaveLength(buttons)
  })
})

describe('archiving', () => {
  const press = async ({ user }: ReturnType<typeof show>) => {
    await user.click(await screen.findByRole('button', { name: 'Archive' }))
    await user.click(screen.getByLabelText('Too early'))
    await user.click(screen.getByRole('button', { name: 'Archive it' }))
  }

  it('asks first, then names the version it is meant for', async () => {
    const archive: Answer = { body: technology({ archived: true, version: 4 }), etag: '"4"' }
    const page = show({ actions: scanner, more: { '/technologies/t1/archive': archive } })
    await press(page)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Archive it' })).toBeNull())
    const write = page.asked.find(({ method }) => method === 'PUT')
    expect(write?.body).toEqual({ archived: true, reason: 'too-early', note: '' })
    expect(write?.headers['if-match']).toBe('"3"')
  })

  it('does nothing where somebody else has changed the technology, and says so', async () => {
    const stale = problem(412, 'It was changed after you read it.', { current: technology({ version: 4 }) })
    await press(show({ actions: scanner, more: { '/technologies/t1/archive': stale } }))
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this technology')
  })

  it('says that it is not confirmed where no answer comes', async () => {
    await press(show({ actions: scanner, more: { '/technologies/t1/archive': 'nothing' } }))
    expect((await screen.findByRole('alert')).textContent).toContain('Not confirmed.')
  })

  it('is not offered to readers', async () => {
    show()
    await screen.findByText('1st of 93')
    expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Change' })).toBeNull()
  })
})

/** Text that is spread over several elements. */
const loose = { selector: 'dd', exact: false }
