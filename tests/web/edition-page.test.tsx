import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Edition } from '../../api/contract/editions.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { checklist, draft, edition, editionSummary, superseded, withdrawn } from '../support/web-given-edition.ts'

const lead = ['editions.read', 'editions.export', 'board-pack.export', 'ranking.read', 'ranking.export']
const board = [...lead, 'editions.decide']
const scanner = [...board, 'editions.write']

type Given = Record<string, Answer | ((asked: Asked) => Answer)>

function server(one: Edition, actions = board, given: Given = {}) {
  const tagged = { body: one, etag: `"${one.version}"` }
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/editions/2': tagged,
    '/editions/draft-1': tagged,
    '/editions/draft-1/checklist': { body: checklist() },
    '/editions': { body: { items: [editionSummary({ id: 'e3', number: 3, title: '2027 radar' }), one], total: 2 } },
    ...given,
  })
}

const writes = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')
const text = () => document.body.textContent ?? ''

describe('a published edition', () => {
  it('shows its cover, approval, recommendations and the ways to what is made from it', async () => {
    showPage('/editions/2', server(edition()))

    await screen.findByRole('heading', { level: 1, name: /2026 radar, edition 2/ })
    expect(text()).toContain('Approved by Strategic advisory board, at its meeting of 10 March, on 10 March 2026.')
    expect(text()).toContain('Owner: Lead of genomics. By 31 March 2027.')
    const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
    expect(href('Technology 1')).toBe('/technologies/technology-1?edition=2')
    expect(href('Its radar')).toBe('/?edition=2')
    expect(href('Its ranking')).toBe('/ranking?edition=2')
    expect(href('What changed since 2025 radar, edition 1')).toBe('/editions/2/changes')
    expect(href('The two-page board paper')).toBe('/editions/2/paper')
  })

  it('says plainly what was not assessed', async () => {
    showPage('/editions/2', server(edition()))

    const gaps = await screen.findByRole('region', { name: 'Known gaps' })
    expect(gaps.textContent).toContain('CostNot assessed.')
    expect(gaps.textContent).toContain('Patient benefitNICE has looked at two of them.')
    expect(gaps.textContent).toContain('InequalitiesNobody has said yet')
  })

  it('says how anybody can check it', async () => {
    showPage('/editions/2', server(edition()))

    const proof = await screen.findByRole('region', { name: 'How to check it' })
    expect(proof.textContent).toContain('12,345 records')
    expect(proof.textContent).toContain('npm run verify -- 2')
    expect(proof.textContent).toContain('ab'.repeat(32))
  })

  it.each([
    ['withdrawn', withdrawn, 'Withdrawn on 2 May 2026: do not use', 'Because: Two panels were counted twice.'],
    ['superseded', superseded, 'Superseded by edition 3 on 2 May 2026', 'Because: Round 2 has closed.'],
  ])('that is %s says so first, and why', async (_, how, title, why) => {
    showPage('/editions/2', server(edition(how)))

    await screen.findByRole('heading', { name: title })
    expect(text()).toContain(why)
  })

  it('cannot be changed, shared or discarded, by anybody', async () => {
    showPage('/editions/2', server(edition(), scanner))

    await screen.findByRole('link', { name: 'Withdraw it …' })
    expect(screen.queryByRole('link', { name: 'Change the cover' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Discard the draft …' })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Before it is approved' })).toBeNull()
  })

  it('is not there for somebody who may not see it, and says so', async () => {
    showPage('/editions/7', server(edition()))

    await screen.findByRole('heading', { name: 'This edition is not here' })
  })

  it('that could not be loaded can be tried again', async () => {
    showPage('/editions/2', server(edition(), board, { '/editions/2': { status: 503 } }))

    await screen.findByRole('button', { name: 'Try again' })
  })
})

describe('the decision', () => {
  const fill = async (user: ReturnType<typeof showPage>['user']) => {
    await user.click(await screen.findByRole('button', { name: 'Record the decision' }))
    await user.type(screen.getByLabelText('What was decided'), 'Accepted.')
    await user.type(screen.getByLabelText('At which meeting'), 'The board of May')
    await user.type(screen.getByLabelText('Day'), '4')
    await user.type(screen.getByLabelText('Month'), '5')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Record the decision' }))
  }

  it('is recorded with the version that was read', async () => {
    const { user, asked } = showPage(
      '/editions/2',
      server(edition(), board, { '/editions/2/decision': { body: edition() } }),
    )
    await fill(user)

    await screen.findByText('The decision is recorded.')
    const [write] = writes(asked)
    expect(write!.body).toEqual({ text: 'Accepted.', meeting: 'The board of May', on: '2026-05-04' })
    expect(write!.headers['if-match']).toBe('"3"')
  })

  it('asks what is missing before anything is sent', async () => {
    const { user, asked } = showPage('/editions/2', server(edition()))
    await user.click(await screen.findByRole('button', { name: 'Record the decision' }))
    await user.click(screen.getByRole('button', { name: 'Record the decision' }))

    await screen.findByRole('link', { name: 'Enter what was decided' })
    expect(screen.getByRole('link', { name: /Enter the day of the meeting/ })).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('shows what somebody else has recorded meanwhile beside what was typed, and overwrites neither', async () => {
    const theirs = edition({
      version: 4,
      decision: {
        text: 'Deferred.',
        meeting: 'The board of May',
        on: '2026-05-04',
        recordedAt: '2026-05-05T09:00:00Z',
      },
    })
    let tries = 0
    const decide = () =>
      ++tries === 1 ? problem(412, 'It was changed meanwhile.', { current: theirs }) : { body: theirs }
    const { user, asked } = showPage('/editions/2', server(edition(), board, { '/editions/2/decision': decide }))
    await fill(user)

    await screen.findByRole('heading', { name: 'Somebody else has changed the decision' })
    const row = screen.getByRole('row', { name: /What was decided/ })
    expect(row.textContent).toContain('Deferred.')
    expect(row.textContent).toContain('Accepted.')
    await user.click(within(row).getByRole('button', { name: /Take theirs/ }))
    await user.click(screen.getByRole('button', { name: 'Record the decision' }))
    await screen.findByText('The decision is recorded.')
    expect(writes(asked)[1]!.headers['if-match']).toBe('"4"')
    expect(writes(asked)[1]!.body).toMatchObject({ text: 'Deferred.' })
  })

  it('is read, and not recorded, by a role that may not decide', async () => {
    showPage('/editions/2', server(edition(), lead))

    await screen.findByText('No decision is recorded yet.')
    expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull()
  })
})

describe('a draft', () => {
  it('says that figures may still change, and shows a board member neither buttons nor checklist', async () => {
    showPage('/editions/draft-1', server(draft()))

    await screen.findByRole('heading', { name: 'Draft for board: figures may still change' })
    expect(screen.queryByRole('link', { name: 'Change the cover' })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Before it is approved' })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Decision' })).toBeNull()
  })

  it('shows the scan team what is held, what to look at and what stops it, and where each is mended', async () => {
    const given = checklist({
      rounds: { asOf: 1, lastClosed: 2, open: { number: 3, closesOn: '2026-06-30' } },
      openGaps: ['cost', 'inequalities'],
      certainty: { state: 'working', progress: 0.404 },
      unsignedReviews: [
        {
          technology: { id: 't1', slug: 'technology-1', name: 'Technology 1' },
          specialism: { slug: 'genomics', name: 'Genomics' },
        },
      ],
      stops: ['gaps', 'open-round'],
    })
    showPage('/editions/draft-1', server(draft(), scanner, { '/editions/draft-1/checklist': { body: given } }))

    const section = await screen.findByRole('region', { name: 'Before it is approved' })
    await within(section).findByText('2 things stop its approval.')
    const line = (name: string) =>
      within(section)
        .getAllByRole('listitem')
        .find(({ textContent }) => textContent?.includes(`${name}.`))?.textContent
    expect(line('Rounds')).toMatch(/^Stops approval.*round 2 has closed since.*Round 3 is open, until 30 June 2026/)
    expect(line('Method')).toMatch(/^Held/)
    expect(line('Known gaps')).toMatch(/^Stops approval.*whether it was assessed: cost and inequalities/)
    expect(line('How sure')).toMatch(/^Look at it.*40 per cent done/)
    expect(line('Reviews')).toMatch(/^Look at it.*1 review not signed, 12 signed/)
    expect(
      within(section).getByRole('link', { name: 'Technology 1: Genomics', hidden: true }).getAttribute('href'),
    ).toBe('/reviews/scan-2026/technology-1/genomics')
  })

  it('is shown to the board with its whole cover, once the scan team has read what that means', async () => {
    const one = draft({ shownToBoard: false })
    const put = { body: { ...one, shownToBoard: true, version: 4 } }
    const { user, asked } = showPage(
      '/editions/draft-1',
      server(one, scanner, {
        '/editions/draft-1': ({ method }) => (method === 'PUT' ? put : { body: one, etag: '"3"' }),
      }),
    )
    await user.click(await screen.findByRole('link', { name: 'Show the draft to the board …' }))
    await screen.findByText(/Nobody is written to/)
    await user.click(screen.getByRole('button', { name: 'Show it to the board' }))

    await screen.findByText('Board members can see the draft.')
    const [write] = writes(asked)
    expect(write!.headers['if-match']).toBe('"3"')
    expect(write!.body).toMatchObject({
      shownToBoard: true,
      title: '2026 radar',
      recommendations: [{ technologies: ['technology-1', 'technology-2'] }],
    })
  })

  it('is published with its approval, and then stands under its number', async () => {
    const { user, asked, address } = showPage(
      '/editions/draft-1?act=approve',
      server(draft(), scanner, {
        '/editions/draft-1/approve': { body: edition() },
        '/editions/2': { body: edition(), etag: '"4"' },
      }),
    )
    await screen.findByText(/From then on it never changes/)
    await user.type(screen.getByLabelText('Approved by'), 'Advisory board')
    await user.type(screen.getByLabelText('At which meeting'), 'March')
    await user.type(screen.getByLabelText('Day'), '10')
    await user.type(screen.getByLabelText('Month'), '3')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Record the approval and publish' }))

    await screen.findByText('Published as edition 2. From now on it never changes.')
    expect(address()).toBe('/editions/2')
    expect(writes(asked)[0]!.body).toEqual({ by: 'Advisory board', meeting: 'March', on: '2026-03-10' })
    expect(writes(asked)[0]!.headers['if-match']).toBe('"3"')
  })

  it('says before anybody types that it cannot be published yet, and why the server refuses', async () => {
    const stopped = checklist({ openGaps: ['cost'], stops: ['gaps'] })
    const { user } = showPage(
      '/editions/draft-1?act=approve',
      server(draft(), scanner, {
        '/editions/draft-1/checklist': { body: stopped },
        '/editions/draft-1/approve': problem(409, 'Nobody has said whether cost was assessed.'),
      }),
    )
    await screen.findByRole('heading', { name: 'It cannot be published yet' })
    await user.type(screen.getByLabelText('Approved by'), 'Advisory board')
    await user.type(screen.getByLabelText('At which meeting'), 'March')
    await user.type(screen.getByLabelText('Day'), '10')
    await user.type(screen.getByLabelText('Month'), '3')
    await user.type(screen.getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: 'Record the approval and publish' }))

    await screen.findByText('Nobody has said whether cost was assessed.')
  })

  it('is discarded, and the list of editions says so', async () => {
    const { user, asked, address } = showPage(
      '/editions/draft-1?act=discard',
      server(draft(), scanner, {
        '/editions/draft-1': ({ method }) => (method === 'DELETE' ? { status: 204 } : { body: draft(), etag: '"3"' }),
      }),
    )
    await user.click(await screen.findByRole('button', { name: 'Discard the draft' }))

    await screen.findByText('The draft is discarded.')
    expect(address()).toBe('/editions')
    expect(writes(asked)[0]).toMatchObject({ method: 'DELETE', headers: { 'if-match': '"3"' } })
  })

  it('leaves every act to the scan team', async () => {
    showPage('/editions/draft-1?act=approve', server(draft()))

    await screen.findByRole('heading', { name: 'This cannot be done now' })
    expect(screen.getByText('The scan team does this.')).toBeTruthy()
  })
})

describe('taking a published edition out of use', () => {
  it('names a later edition and the reason', async () => {
    const { user, asked } = showPage(
      '/editions/2?act=supersede',
      server(edition(), scanner, { '/editions/2/supersede': { body: edition(superseded) } }),
    )
    await user.selectOptions(
      await screen.findByLabelText('Which edition takes its place?'),
      '2027 radar, edition 3, published 12 March 2026',
    )
    await user.type(screen.getByLabelText('Why?'), 'Round 2 has closed.')
    await user.click(screen.getByRole('button', { name: 'Mark it as superseded' }))

    await screen.findByText('It is marked as superseded.')
    expect(writes(asked)[0]!.body).toEqual({ by: '3', reason: 'Round 2 has closed.' })
  })

  it('is not done twice: an edition that was withdrawn meanwhile says so', async () => {
    showPage('/editions/2?act=withdraw', server(edition(withdrawn), scanner))

    await screen.findByRole('heading', { name: 'This cannot be done now' })
  })

  it('asks for a reason', async () => {
    const { user, asked } = showPage(
      '/editions/2?act=withdraw',
      server(edition(), scanner, { '/editions/2/withdraw': { body: edition(withdrawn) } }),
    )
    await user.click(await screen.findByRole('button', { name: 'Withdraw it' }))
    await screen.findByRole('link', { name: 'Say why it is withdrawn' })
    expect(writes(asked)).toEqual([])

    await user.type(screen.getByLabelText('Why?'), 'Two panels were counted twice')
    await user.click(screen.getByRole('button', { name: 'Withdraw it' }))
    await waitFor(() => expect(writes(asked)).toHaveLength(1))
    await screen.findByText('It is withdrawn.')
  })
})
