import { afterEach, describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Edition } from '../../api/contract/editions.ts'
import { dropDraft } from '../../web/shared/drafts.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, ranking, session } from '../support/web-given.ts'
import { draft, edition, editionSummary } from '../support/web-given-edition.ts'
import { round } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const board = ['editions.read', 'ranking.read', 'scans.read']
const scanner = [...board, 'editions.write', 'scans.write']
const page = '/editions/draft-1/cover'
const empty = { recommendations: [], gaps: { cost: null, patientBenefit: null, inequalities: null }, note: '' }

/** Answers writes to the draft with `saved`. */
function server(one: Edition, actions = scanner, saved: (asked: Asked) => Answer = () => ({ body: one })) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/editions/draft-1': (asked) => (asked.method === 'GET' ? { body: one, etag: '"3"' } : saved(asked)),
    '/editions/2': { body: one, etag: '"3"' },
    '/ranking': { body: ranking() },
  })
}

// What one test leaves typed is not for the next.
afterEach(() => dropDraft('cover a1 draft-1'))

const writes = (asked: Asked[]) => asked.filter(({ method }) => method !== 'GET')
const sent = (asked: Asked[]) => writes(asked)[0]?.body as Record<string, unknown>

describe('the cover of a draft', () => {
  it('is filled by keyboard: a recommendation, its technologies by name, owner and day', async () => {
    const { user, asked, address } = showPage(page, server(draft(empty)))
    const button = await screen.findByRole('button', { name: 'Add a recommendation' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(document.activeElement?.textContent).toBe('Recommendation 1')
    await user.type(screen.getByLabelText('What do you recommend?'), 'Plan for it.')
    const list = screen.getByLabelText('Technology to add')
    await user.selectOptions(list, 'Technology 2 (2nd)')
    await user.click(screen.getByRole('button', { name: 'Add this technology' }))
    expect(document.activeElement).toBe(list)
    await user.type(screen.getByLabelText('Who sees to it?'), 'Lead of genomics')
    await user.type(screen.getByLabelText('Day'), '31')
    await user.type(screen.getByLabelText('Month'), '3')
    await user.type(screen.getByLabelText('Year'), '2027')
    const gap = (name: string) => within(screen.getByRole('group', { name }))
    await user.click(gap('Cost').getByLabelText('Not assessed'))
    await user.click(gap('Patient benefit').getByLabelText(/^Assessed/))
    await user.type(screen.getByLabelText('Patient benefit: what is known'), 'Two trials.')
    await user.click(screen.getByRole('button', { name: 'Save the cover' }))

    await waitFor(() => expect(address()).toBe('/editions/draft-1'))
    expect(sent(asked)).toEqual({
      title: '2026 radar',
      note: '',
      purpose: 'decision',
      shownToBoard: true,
      recommendations: [
        { text: 'Plan for it.', technologies: ['technology-2'], owner: 'Lead of genomics', by: '2027-03-31' },
      ],
      gaps: {
        cost: { assessed: false, text: '' },
        patientBenefit: { assessed: true, text: 'Two trials.' },
        inequalities: null,
      },
    })
  })

  it('says beside each field what is missing, and sends nothing', async () => {
    const { user, asked } = showPage(page, server(draft(empty)))
    await user.click(await screen.findByRole('button', { name: 'Add a recommendation' }))
    await user.click(within(screen.getByRole('group', { name: 'Cost' })).getByLabelText(/^Assessed/))
    await user.clear(screen.getByLabelText('Title'))
    await user.click(screen.getByRole('button', { name: 'Save the cover' }))

    const wrong = (await screen.findByText('There is a problem')).closest('.nhsuk-error-summary') as HTMLElement
    expect(
      within(wrong)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Enter a title',
      'Say what you recommend',
      'Add at least one technology that it is about',
      'Enter who sees to it',
      'Enter the day by which it is done: day, month and year',
      'Say what is known of cost',
    ])
    expect(writes(asked)).toEqual([])
  })

  it('moves a recommendation up, and removes one, without losing the focus', async () => {
    const two = draft()
    two.recommendations.push({ ...two.recommendations[0]!, text: 'Second thing.' })
    const { user, asked } = showPage(page, server(two))
    await user.click(await screen.findByRole('button', { name: 'Move up recommendation 2' }))
    expect(document.activeElement?.textContent).toBe('Recommendation 1')
    expect(screen.getByText('It is recommendation 1 now.')).toBeTruthy()
    expect(screen.getAllByLabelText<HTMLTextAreaElement>('What do you recommend?')[0]!.value).toBe('Second thing.')
    await user.click(screen.getByRole('button', { name: 'Remove recommendation 2' }))
    await user.click(screen.getByRole('button', { name: 'Save the cover' }))

    await waitFor(() => expect(sent(asked)).toMatchObject({ recommendations: [{ text: 'Second thing.' }] }))
  })

  it('takes five recommendations and no more', async () => {
    const { user } = showPage(page, server(draft(empty)))
    const name = /^Add (a|another) recommendation$/
    for (let i = 0; i < 5; i++) await user.click(await screen.findByRole('button', { name }))

    expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.getByText('There are five. Remove one to add another.')).toBeTruthy()
  })

  it('shows what somebody else saved meanwhile beside what was typed', async () => {
    const theirs = draft({ title: 'Their title', note: 'Their note', version: 4 })
    const { user } = showPage(
      page,
      server(draft(), scanner, () => problem(412, 'It was changed.', { current: theirs })),
    )
    const title = await screen.findByLabelText<HTMLInputElement>('Title')
    await user.clear(title)
    await user.type(title, 'My title')
    await user.click(screen.getByRole('button', { name: 'Save the cover' }))

    await screen.findByRole('heading', { name: 'Somebody else has changed this cover' })
    expect(screen.getByRole('row', { name: /^Title/ }).textContent).toContain('Their title')
    expect(screen.getByText(/Theirs were taken over for: Note/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('My title')
  })

  it('of a published edition cannot be changed, nor by another role', async () => {
    const { unmount } = showPage('/editions/2/cover', server(edition()))
    await screen.findByText(/a published edition never changes/)
    unmount()

    showPage(page, server(draft(), board))
    await screen.findByText('The scan team writes covers.')
  })
})

describe('an edition begins on the page of its scan', () => {
  const scanServer = (rounds: 'open' | 'closed', actions = scanner, start: Answer = { status: 201, body: draft() }) =>
    serve({
      '/about': { body: about() },
      '/session': { body: session(actions) },
      '/scans/scan-2026': { body: scan({ rounds: [round(1, rounds)] }), etag: '"1"' },
      '/scans/scan-2026/editions': start,
      '/editions': { body: { items: [editionSummary()], total: 1 } },
      '/editions/draft-1': { body: draft(), etag: '"3"' },
      '/ranking': { body: ranking() },
    })

  it('once a round has closed, and leads on to its cover', async () => {
    const { user, address } = showPage('/scans/scan-2026', scanServer('closed'))
    await screen.findByRole('link', { name: '2026 radar, edition 2' })
    const draftRanking = await screen.findByRole('link', { name: 'its ranking' })
    expect(draftRanking.getAttribute('href')).toBe('/ranking?scan=scan-2026')
    await user.click(await screen.findByRole('button', { name: 'Prepare an edition' }))

    await screen.findByRole('heading', { name: 'The cover of 2026 radar, draft for board' })
    expect(address()).toBe(page)
  })

  it('not before, and for the scan team only', async () => {
    const { unmount } = showPage('/scans/scan-2026', scanServer('open'))
    await screen.findByRole('link', { name: '2026 radar, edition 2' })
    expect(screen.queryByRole('button', { name: 'Prepare an edition' })).toBeNull()
    unmount()

    showPage('/scans/scan-2026', scanServer('closed', board))
    await screen.findByRole('link', { name: '2026 radar, edition 2' })
    expect(screen.queryByRole('button', { name: 'Prepare an edition' })).toBeNull()
  })

  it('says why not, where the server refuses', async () => {
    const { user } = showPage(
      '/scans/scan-2026',
      scanServer('closed', scanner, problem(409, 'There is a draft already.')),
    )
    await user.click(await screen.findByRole('button', { name: 'Prepare an edition' }))

    await screen.findByText('There is a draft already.')
  })
})
