import { describe, expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import type { Round, Workload } from '../../api/contract/rounds.ts'
import { agreementSentences } from '../../web/rounds/agreement-words.ts'
import { summaryOf } from '../../web/rounds/summary.ts'
import { workloadSentence } from '../../web/rounds/workload-words.ts'
import { type Answer, type Asked, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { round } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const rounds = ['rounds.plan', 'rounds.prepare', 'rounds.run']
const scanner = ['scans.read', 'panel.read', ...rounds, 'discussion.read', 'discussion.write']
const page = '/scans/scan-2026/rounds'

function server(rounds: Round[], given: Record<string, Answer | ((asked: Asked) => Answer)> = {}, actions = scanner) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/scans/scan-2026': { body: scan({ rounds }), etag: '"1"' },
    ...given,
  })
}

const sent = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')
const named = (name: string) => ({ id: name, slug: name.toLowerCase(), name })

const workload = (with_: Partial<Workload> = {}): Workload => ({
  minutesAnItem: 1,
  longMinutes: 20,
  mostMinutes: 40,
  long: 1,
  tooLong: 0,
  items: [
    { panellist: 'p1', name: 'Ann One', specialisms: [], items: 24, minutes: 24, state: 'long' },
    { panellist: 'p2', name: 'Bo Two', specialisms: [], items: 3, minutes: 3, state: 'ok' },
  ],
  total: 2,
  ...with_,
})

const asked = {
  items: [
    {
      technology: named('Monitor'),
      specialisms: [],
      why: ['shortlist', 'saved'],
      panellists: 3,
      noted: false,
      partOf: null,
    },
    { technology: named('Patch'), specialisms: [], why: ['asked'], panellists: 4, noted: false, partOf: null },
  ],
  total: 2,
}

const parts = { '/rounds/r2/workload': { body: workload() }, '/rounds/r2/technologies': { body: asked } }

describe('the sentences about a round', () => {
  it('say how many technologies are worth discussing', () => {
    const rounds = [round(1, 'closed'), round(2, 'open', { closesOn: '2026-04-30' })]
    expect(summaryOf({ rounds }, '2026-04-21', 12)).toBe(
      'Round 2 open, 9 days left, 8 not started, 12 worth discussing',
    )
    expect(summaryOf({ rounds: [round(0, 'open')] }, '2026-04-21')).toBe('Pilot round open, 8 not started')
  })

  it('say how many minutes people need, and the way out where that is too many', () => {
    expect(workloadSentence(workload())).toBe(
      'About 3 to 24 minutes for each panel member (1 minute an item). 1 person will need more than 20 minutes: share the items out, or ask fewer.',
    )
    expect(workloadSentence(workload({ long: 0, tooLong: 2 }))).toContain(
      '2 people would need more than 40 minutes, so the round cannot be opened',
    )
  })
})

describe('preparing another round while one is open', () => {
  it('says why not, and leads to the one that is open', async () => {
    showPage(`${page}/prepare`, server([round(1, 'closed'), round(2, 'open')]))
    expect(await screen.findByText('Round 2 is open. The next can be prepared once it has closed.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to round 2' }).getAttribute('href')).toBe(`${page}/2`)
  })
})

describe('the page of a prepared round', () => {
  const prepared = [round(1, 'closed'), round(2, 'prepared')]

  it('says what it asks, why, and how long that takes by name', async () => {
    showPage(`${page}/2`, server(prepared, parts))
    expect(await screen.findByText(/^About 3 to 24 minutes for each panel member/)).toBeTruthy()
    expect(await screen.findByText('shortlist and saved by a lead')).toBeTruthy()
    expect(screen.getByRole('rowheader', { name: 'Ann One Long' })).toBeTruthy()
  })

  it('begins with the first of many technologies, and shows all by one press', async () => {
    const items = Array.from({ length: 30 }, (_, i) => ({ ...asked.items[0]!, technology: named(`Tech ${i + 1}`) }))
    const many = { ...parts, '/rounds/r2/technologies': { body: { items, total: 30 } } }
    const { user } = showPage(`${page}/2`, server(prepared, many))
    await user.click(await screen.findByRole('link', { name: 'Show all 30 technologies' }))
    expect(await screen.findByRole('link', { name: 'Tech 30' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^Show all/ })).toBeNull()
  })

  it('shares the items out, and takes a technology back, by keys alone', async () => {
    const { user, asked: requests } = showPage(
      `${page}/2`,
      server(prepared, {
        ...parts,
        '/rounds/r2/share-out': { body: round(2, 'prepared', { shared: true }) },
        '/rounds/r2/technologies/patch': { body: round(2, 'prepared') },
      }),
    )
    const button = await screen.findByRole('button', { name: 'Share the items out' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('The items are shared out.')).toBeTruthy()
    screen.getByRole('button', { name: 'Take back Patch' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Round 2 no longer asks about Patch.')).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('What it asks')
    expect(sent(requests).map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'POST /api/v1/rounds/r2/share-out',
      'DELETE /api/v1/rounds/r2/technologies/patch',
    ])
  })

  it('warns where it asks about a whole and its part', async () => {
    const [monitor, patch] = asked.items
    const whole = { slug: monitor!.technology.slug, name: monitor!.technology.name }
    const both = { items: [monitor, { ...patch, partOf: whole }], total: 2 }
    showPage(`${page}/2`, server(prepared, { ...parts, '/rounds/r2/technologies': { body: both } }))
    expect(await screen.findByText('A whole and its part are both asked about.')).toBeTruthy()
    expect(screen.getByText('Monitor, and of it Patch')).toBeTruthy()
  })

  it('says which of all were left out for want of a dated source', async () => {
    const saved = {
      round: round(2, 'prepared'),
      added: 2,
      technologies: 2,
      panellists: 2,
      withoutPanel: [],
      leftOut: ['Bare'],
    }
    const technologies = ({ method }: Asked) => (method === 'POST' ? { status: 201, body: saved } : { body: asked })
    const { user } = showPage(`${page}/2`, server(prepared, { ...parts, '/rounds/r2/technologies': technologies }))
    await user.click(await screen.findByRole('button', { name: /^Ask about all in the registry/ }))
    expect(await screen.findByText(/Left out, having no dated source: Bare\./)).toBeTruthy()
  })

  it('offers those who may only read nothing to change', async () => {
    showPage(`${page}/2`, server(prepared, parts, ['scans.read', 'panel.read', 'rounds.plan']))
    await screen.findByText('shortlist and saved by a lead')
    expect(screen.queryByRole('button', { name: /Take back|Share|Ask/ })).toBeNull()
  })

  it('is not there under a number that no round has', async () => {
    showPage(`${page}/7`, server(prepared))
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
  })
})

describe('preparing the next round', () => {
  const look = {
    round: 1,
    groups: 4,
    ranked: 20,
    shortlistedBy: 'groups',
    items: [
      { technology: named('Monitor'), place: 1, group: 1, why: ['shortlist'], saved: null },
      { technology: named('Patch'), place: 9, group: 3, why: ['disputed'], saved: null },
      { technology: named('Scale'), place: 15, group: 4, why: ['saved'], saved: { name: 'Ann One', reason: 'New.' } },
    ],
    total: 3,
  }

  it('asks what is left ticked, with the length of the shortlist and a closing day that exists', async () => {
    const {
      user,
      asked: requests,
      address,
    } = showPage(
      `${page}/prepare`,
      server([round(1, 'closed')], {
        '/scans/scan-2026/worth-another-look': { body: look },
        '/scans/scan-2026/rounds': { status: 201, body: round(2, 'prepared') },
      }),
    )
    expect(await screen.findByText('15th, group 4; saved by Ann One: “New.”')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Patch' }))
    await user.type(screen.getByLabelText('Day'), '31')
    await user.type(screen.getByLabelText('Month'), '2')
    await user.type(screen.getByLabelText('Year'), '2127')
    await user.click(screen.getByRole('button', { name: 'Prepare the round' }))
    expect(await screen.findByRole('link', { name: /a date that exists/ })).toBeTruthy()
    await user.clear(screen.getByLabelText('Day'))
    await user.type(screen.getByLabelText('Day'), '1')
    await user.click(screen.getByRole('radio', { name: 'Three years' }))
    await user.click(screen.getByRole('button', { name: 'Prepare the round' }))
    await waitFor(() => expect(address()).toBe('/scans/scan-2026/rounds/2'))
    expect(sent(requests)[0]?.body).toEqual({
      asksYears: true,
      closesOn: '2127-02-01',
      technologies: ['monitor', 'scale'],
      shortlistGroups: 1,
    })
  })

  it('chooses all of another shortlist, and keeps what else was typed', async () => {
    const first = { ...look, items: look.items.slice(0, 1), total: 1 }
    const { user } = showPage(
      `${page}/prepare`,
      server([round(1, 'closed')], {
        '/scans/scan-2026/worth-another-look': ({ url }) => ({
          body: url.searchParams.get('groups') === '4' ? look : first,
        }),
      }),
    )
    await user.type(await screen.findByLabelText('Day'), '12')
    await user.clear(screen.getByLabelText('How many of the first groups?'))
    await user.type(screen.getByLabelText('How many of the first groups?'), '4{Enter}')
    expect(await screen.findByText('3 of 3 technologies chosen')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Day').value).toBe('12')
  })

  it('says so where groups cannot be told', async () => {
    const byPlace = { ...look, groups: null, shortlistedBy: 'places' }
    showPage(
      `${page}/prepare`,
      server([round(1, 'closed')], { '/scans/scan-2026/worth-another-look': { body: byPlace } }),
    )
    expect(await screen.findByText(/too few answers to say which technologies clearly stand above/)).toBeTruthy()
    expect(screen.getByLabelText('How many of the first places?')).toBeTruthy()
  })

  it('waits for the round before to close', async () => {
    showPage(`${page}/prepare`, server([round(1, 'open')]))
    expect(await screen.findByText('This cannot be done now')).toBeTruthy()
  })
})

describe('putting a round off', () => {
  it('names the version that was read', async () => {
    const open = [round(2, 'open', { closesOn: '2127-04-30' })]
    const { user, asked: requests } = showPage(`${page}/2`, server(open, { ...parts, '/rounds/r2': { body: open[0] } }))
    await user.click(await screen.findByText('Put it off'))
    await user.clear(screen.getByLabelText('Month'))
    await user.type(screen.getByLabelText('Month'), '5')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(sent(requests)[0]).toMatchObject({
      method: 'PUT',
      body: { closesOn: '2127-05-30', asksYears: false, shortlistGroups: null },
    })
    expect(sent(requests)[0]?.headers['if-match']).toBe('"4"')
  })
})

describe('preparing the next round where nobody has answered', () => {
  it('says that nothing is ranked and what to do, without a shortlist to choose', async () => {
    const look = { round: 1, groups: null, shortlistedBy: 'places', ranked: 0, items: [], total: 0 }
    showPage(`${page}/prepare`, server([round(1, 'closed')], { '/scans/scan-2026/worth-another-look': { body: look } }))
    expect(await screen.findByText(/^Nothing is ranked after round 1/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show the shortlist' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Prepare the round' })).toBeTruthy()
  })
})

describe('the discussion sheets of a round after which another has closed', () => {
  it('lead to those of the last one, and ask the server for nothing', async () => {
    const { asked: requests } = showPage(`${page}/1/discussion`, server([round(1, 'closed'), round(2, 'closed')]))
    const link = await screen.findByRole('link', { name: 'Discussion sheets for round 2' })
    expect(link.getAttribute('href')).toBe(`${page}/2/discussion`)
    expect(requests.some(({ url }) => url.pathname.endsWith('/discussion'))).toBe(false)
  })
})

const report = {
  round: 2,
  imported: false,
  alpha: { impact: 0.42, arrival: null },
  impact: { agreement: 12, disagreement: 3, tooFew: 5, withheld: 1 },
  arrival: { agreement: 9, disagreement: 2, tooFew: 1, withheld: 0 },
  disputed: 4,
  moved: {
    people: 20,
    any: { of: 80, moved: 20 },
    stance: { of: 80, moved: 2 },
    impact: { of: 70, moved: 15, meanChange: 0.4 },
    third: null,
    band: { of: 60, moved: 6 },
  },
  outside: { answers: 12, ofAnswers: 80, withReason: 9 },
  interests: { none: 18, some: 1, notDeclared: 1 },
}

describe('the page of a closed round', () => {
  const parts = {
    '/rounds/r2/technologies': { body: asked },
    '/rounds/r2/progress': { body: { round: 2, specialisms: [], unfinished: null } },
  }

  it('says how far the panel agreed, what moved, and who gave a reason, by counts alone', async () => {
    showPage(
      `${page}/2`,
      server([round(1, 'closed'), round(2, 'closed')], { ...parts, '/rounds/r2/report': { body: report } }),
    )

    const table = await screen.findByRole('table', { name: /the panel agreed/ })
    const cells = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(cells).toEqual([
      ['How much, by item', '12', '3', '5', '1'],
      ['When, by technology', '9', '2', '1', '0'],
    ])
    const section = screen.getByRole('region', { name: 'How far the panel agreed' })
    expect(section.textContent).toContain('how much 0.42, when not shown')
    expect(section.textContent).toContain(
      '20 of 80 answers given again moved (25%): 2 changed whether it affects them, 15 how much, 6 when.',
    )
    expect(section.textContent).toContain(
      '12 of 80 answers lay outside the panel’s middle half; 9 with a reason, 3 without.',
    )
    expect(section.textContent).toContain('18 panel members had none, 1 had some, 1 had not said.')
  })

  it('says that an imported round’s answers came as a file, in the head, the counts and the agreement', async () => {
    const imported = { ...round(2, 'closed'), imported: true, shared: true, answered: 40, invited: 8 }
    showPage(
      `${page}/2`,
      server([round(1, 'closed'), imported], {
        ...parts,
        '/rounds/r2/report': { body: { ...report, imported: true } },
      }),
    )

    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Round 2 Closed Imported')
    expect(screen.getByText(/^An imported round: its answers, about .+, came as a file\.$/)).toBeTruthy()
    expect(screen.getByText('40 answers of 8 panel members came with the file.')).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
    expect(await screen.findByText(/these answers came as a file\. Nobody gave them here/)).toBeTruthy()
  })

  it('says what is not shown, and nothing of moving in a first round', () => {
    const first = { ...report, alpha: { impact: null, arrival: null }, moved: null, outside: null }
    expect(agreementSentences(first)).toHaveLength(2)
    expect(agreementSentences(first)[0]).toContain('is not shown')
    const few = { ...report, moved: { ...report.moved, people: null, any: null } }
    expect(agreementSentences(few)[1]).toContain('too few people answered again')
  })
})
