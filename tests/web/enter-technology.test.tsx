import { describe, expect, it, jest } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { EnterTechnologyRequest, TechnologyRequest } from '../../api/contract/technologies.ts'
import { merge } from '../../web/shared/merge.ts'
import { fieldsOf } from '../../web/technologies/technology-fields.ts'
import { type Answer, type Asked, problem, type Server, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { member, panel, round, specialism } from '../support/web-given-scan.ts'
import { scan, technology } from '../support/web-given-technology.ts'

const specialisms = [
  ...Array.from({ length: 7 }, (_, i) => specialism(`Specialism ${i + 1}`)),
  specialism('Cardiac science'),
  specialism('Genomics', { aliases: ['DNA'] }),
  specialism('Toxicology', { current: false }),
]

type Given = Record<string, Answer | ((asked: Asked) => Answer)>

/** The account differs from test to test, since what was typed and not saved is kept for the account that typed it. */
let people = 0
function registry(
  given: Given = {},
  actions = ['technologies.read', 'technologies.write', 'scans.read', 'panel.read'],
) {
  people++
  const { account, ...rest } = session(actions)
  return serve({
    '/about': { body: about() },
    '/session': { body: { ...rest, account: { ...account, id: `a${people}` } } },
    '/categories': {
      body: { items: [{ id: 'c', slug: 'genomics', name: 'Genomics', kind: 'diagnostic', position: 1 }], total: 1 },
    },
    '/specialisms': { body: { items: specialisms, total: specialisms.length } },
    '/technologies/near-names': { body: { items: [] } },
    '/scans': { body: { items: [], total: 0 } },
    ...given,
  })
}

const sent = (asked: Asked[], method: string, path: string) =>
  asked.filter((one) => one.method === method && one.url.pathname === `/api/v1${path}`)

type User = ReturnType<typeof showPage>['user']

async function fillIn(user: User) {
  await user.type(await screen.findByLabelText('Name'), 'Breath test')
  await user.selectOptions(screen.getByLabelText('Category'), 'Genomics')
  await user.type(screen.getByLabelText('What it is'), 'A test of breath.')
  await user.click(screen.getByLabelText('Cardiac science'))
}

const save = (user: User) => user.click(screen.getByRole('button', { name: 'Save the technology' }))

describe('entering a technology', () => {
  it('points out near names while the name is typed', async () => {
    const near = { slug: 'ai-spirometry', name: 'AI interpretation of spirometry', description: 'Software.' }
    const given = { '/technologies/near-names': { body: { items: [{ ...near, archived: false, same: false }] } } }
    const { user, asked } = showPage('/technologies/new', registry(given))
    await user.type(await screen.findByLabelText('Name'), 'AI spiro')
    const link = await screen.findByRole('link', { name: /AI interpretation of spirometry/ })
    expect(link.getAttribute('href')).toBe('/technologies/ai-spirometry')
    expect(sent(asked, 'GET', '/technologies/near-names').at(-1)?.url.searchParams.get('name')).toBe('AI spiro')
  })

  it('says what is wrong in the order of the page, with links to the fields, and sends nothing', async () => {
    const { user, asked } = showPage('/technologies/new', registry())
    await user.click(await screen.findByRole('button', { name: 'Add evidence' }))
    await save(user)
    const summary = (await screen.findByText('There is a problem')).closest('div')!
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Enter the name of the technology',
      'Choose a category',
      'Describe the technology',
      'Choose at least one specialism that it may affect',
      'Choose what kind of evidence this is',
      'Say what the source says',
      'Say whether this has happened or is planned, or that the source shows no date',
      'Enter the title of the source',
      'Enter who published the source',
      'Choose what type of source this is',
    ])
    await user.click(within(summary).getByRole('link', { name: 'Choose a category' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Category'))
    expect(sent(asked, 'POST', '/technologies')).toHaveLength(0)
  })

  it('counts the words of what would change', async () => {
    const { user } = showPage('/technologies/new', registry())
    const field = await screen.findByLabelText(/^What would change/)
    await user.click(field)
    await user.paste('word '.repeat(42))
    expect(screen.getByText(/2 words too many/)).toBeTruthy()
    await save(user)
    expect(await screen.findByRole('link', { name: /at most 40 words/ })).toBeTruthy()
  })

  it('finds a specialism by another of its names, and keeps what was ticked', async () => {
    const { user, asked } = showPage('/technologies/new', registry({ '/technologies': { status: 500 } }))
    await fillIn(user)
    await user.type(screen.getByLabelText('Find a specialism'), 'dna')
    expect(screen.getByText('1 specialism found')).toBeTruthy()
    await user.click(screen.getByLabelText('Genomics'))
    expect(screen.getByText('2 chosen')).toBeTruthy()
    await save(user)
    await screen.findByText('Not confirmed')
    expect(sent(asked, 'POST', '/technologies')[0]?.body).toMatchObject({
      specialisms: ['cardiac-science', 'genomics'],
    })
  })

  it('sends a technology with its evidence, dated by the month', async () => {
    const saved = technology({ slug: 'breath-test', name: 'Breath test' })
    const given: Given = {
      '/technologies': { status: 201, body: saved },
      '/technologies/breath-test': { body: saved },
    }
    const { user, asked, address } = showPage('/technologies/new', registry(given))
    await fillIn(user)
    await user.selectOptions(screen.getByLabelText('Stage of development'), '7 of 9: tested at one clinical site')
    await user.click(screen.getByRole('button', { name: 'Add evidence' }))
    await user.selectOptions(screen.getByLabelText('Kind of evidence'), 'Trial or study')
    await user.type(screen.getByLabelText('What the source says'), 'A trial began.')
    await user.click(screen.getByRole('radio', { name: 'It is planned' }))
    const date = within(screen.getByRole('group', { name: 'Date' }))
    await user.type(date.getByLabelText('Month'), '3')
    await user.type(date.getByLabelText('Year'), '2027')
    await user.type(screen.getByLabelText('Title of the source'), 'Register')
    await user.type(screen.getByLabelText('Who published it'), 'A register')
    await user.click(screen.getByRole('radio', { name: 'Research' }))
    await save(user)

    expect(await screen.findByRole('heading', { level: 1, name: 'Breath test is in the registry' })).toBeTruthy()
    expect(address()).toBe('/technologies/new?entered=breath-test')
    const body = sent(asked, 'POST', '/technologies')[0]?.body as EnterTechnologyRequest
    expect(body).toMatchObject({
      name: 'Breath test',
      category: 'genomics',
      readiness: 7,
      specialisms: ['cardiac-science'],
    })
    expect(body.evidence).toMatchObject([{ kind: 'trial', date: '2027-03', dateRole: 'planned', retrievedOn: null }])
  })

  it('puts a name that is taken beside the name', async () => {
    const taken = problem(409, 'There is a technology named "Breath test" already. Open that one instead.')
    const { user } = showPage('/technologies/new', registry({ '/technologies': taken }))
    await fillIn(user)
    await save(user)
    const field = await screen.findByLabelText('Name')
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getAllByText(/Open that one instead/)).toHaveLength(2)
  })

  it('says “not confirmed”, keeps what was typed, and repeats with the same key', async () => {
    let tries = 0
    const saved = technology({ slug: 'breath-test', name: 'Breath test' })
    const given: Given = {
      '/technologies': () => (++tries === 1 ? 'nothing' : { status: 201, body: saved }),
      '/technologies/breath-test': { body: saved },
    }
    const { user, asked } = showPage('/technologies/new', registry(given))
    await fillIn(user)
    await save(user)
    expect(await screen.findByText('Not confirmed')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Breath test')
    await save(user)
    await screen.findByText(/is in the registry/)
    const keys = sent(asked, 'POST', '/technologies').map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })

  it('brings back what was typed after signing in again', async () => {
    let signedIn = true
    const known = registry()
    const server: Server = (asked) => (signedIn ? known(asked) : problem(401, 'You are not signed in.'))
    const first = showPage('/technologies/new', server)
    await first.user.type(await screen.findByLabelText('Name'), 'Breath')
    signedIn = false
    await first.user.type(screen.getByLabelText('Name'), ' test')
    expect(await screen.findByRole('heading', { name: 'What is in the offing?' })).toBeTruthy()
    first.unmount()
    signedIn = true
    showPage('/technologies/new', server)
    expect((await screen.findByLabelText<HTMLInputElement>('Name')).value).toBe('Breath test')
  })

  it('asks before somebody leaves with something unsaved', async () => {
    const confirm = jest.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true)
    const { user, address } = showPage('/technologies/new', registry())
    await user.type(await screen.findByLabelText('Name'), 'Breath')
    await user.click(screen.getByRole('link', { name: 'Cancel' }))
    expect(address()).toBe('/technologies/new')
    await user.click(screen.getByRole('link', { name: 'Cancel' }))
    expect(address()).toBe('/technologies')
    expect(confirm).toHaveBeenCalledTimes(2)
    confirm.mockRestore()
  })

  it('is for the scan team', async () => {
    showPage('/technologies/new', registry({}, ['technologies.read']))
    expect(await screen.findByText('Technologies are entered by the scan team')).toBeTruthy()
  })
})

describe('a technology that was just entered', () => {
  const entered = technology({
    slug: 'breath-test',
    name: 'Breath test',
    specialisms: [
      { slug: 'cardiac-science', name: 'Cardiac science', reason: '' },
      { slug: 'genomics', name: 'Genomics', reason: '' },
    ],
  })
  const held = { grouping: 'physiological', panellists: 2 }
  const withRound = (state: 'open' | 'closed') =>
    scan({
      rounds: [round(2, state)],
      groupings: [{ slug: 'physiological', name: 'Physiological sciences' }],
      specialisms: [
        { slug: 'cardiac-science', name: 'Cardiac science', ...held },
        { slug: 'genomics', name: 'Genomics', ...held, panellists: 0 },
      ],
    })
  const given = (state: 'open' | 'closed'): Given => ({
    '/technologies/breath-test': { body: entered },
    '/scans': { body: { items: [{ slug: 'scan-2026' }], total: 1 } },
    '/scans/scan-2026': { body: withRound(state) },
    '/scans/scan-2026/panel': { body: panel([member('Ann One'), member('Bo Two')]) },
    '/rounds/r2/technologies': {
      status: 201,
      body: { round: round(2, 'open'), added: 2, panellists: 2, withoutPanel: ['Genomics'], leftOut: [] },
    },
  })

  it('says what it lacks, who would be asked and for whom there is nobody, and asks', async () => {
    const { user, asked } = showPage('/technologies/new?entered=breath-test', registry(given('open')))
    expect(await screen.findByText('It awaits answers: none of 3.')).toBeTruthy()
    await screen.findByText(
      '2 panel members will be asked now, in round 2, for 2 specialisms. Nobody is on the panel for Genomics.',
    )
    await user.click(screen.getByRole('button', { name: 'Ask the panel about it' }))
    expect(await screen.findByText(/2 panel members can answer from now on/)).toBeTruthy()
    const [ask] = sent(asked, 'POST', '/rounds/r2/technologies')
    expect(ask?.body).toEqual({ technologies: ['breath-test'], specialisms: ['cardiac-science', 'genomics'] })
    expect(ask?.headers['idempotency-key']).toBeTruthy()
  })

  it('says to prepare a round where none is', async () => {
    showPage('/technologies/new?entered=breath-test', registry(given('closed')))
    expect(await screen.findByRole('link', { name: 'Prepare the next round' })).toBeTruthy()
  })
})

describe('changing a technology', () => {
  const before = technology({ specialisms: [{ slug: 'genomics', name: 'Genomics', reason: '' }], version: 3 })
  const changes = (put: Server): Given => ({
    '/technologies/technology-1': (asked) => (asked.method === 'PUT' ? put(asked) : { body: before, etag: '"3"' }),
  })

  it('sends the version that was read', async () => {
    const { user, asked } = showPage('/technologies/technology-1/change', registry(changes(() => ({ body: before }))))
    const field = await screen.findByLabelText('What it is')
    await user.clear(field)
    await user.type(field, 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save the changes' }))
    await waitFor(() => expect(sent(asked, 'PUT', '/technologies/technology-1')).toHaveLength(1))
    const [put] = sent(asked, 'PUT', '/technologies/technology-1')
    expect(put?.headers['if-match']).toBe('"3"')
    expect(put?.body).toMatchObject({
      name: 'Technology 1',
      description: 'Mine',
      readiness: 7,
      readinessOn: '2026-01-05',
    })
  })

  it('shows what somebody else has saved beside what was typed, and lets one decide', async () => {
    const there = technology({ ...before, description: 'Theirs', wouldChange: 'Also theirs', version: 4 })
    const put: Server = ({ headers, body }) =>
      headers['if-match'] === '"4"'
        ? { body: { ...there, description: (body as TechnologyRequest).description } }
        : problem(412, 'It was changed after you read it.', { current: there })
    const { user, asked } = showPage('/technologies/technology-1/change', registry(changes(put)))
    const field = await screen.findByLabelText('What it is')
    await user.clear(field)
    await user.type(field, 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save the changes' }))

    const row = (await screen.findByRole('rowheader', { name: 'What it is' })).closest('tr')!
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
        .slice(0, 2),
    ).toEqual(['Theirs', 'Mine'])
    expect(screen.getByLabelText<HTMLTextAreaElement>('What it is').value).toBe('Mine')
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^What would change/).value).toBe('Also theirs')
    await user.click(screen.getByRole('button', { name: 'Save the changes' }))
    await waitFor(() => expect(sent(asked, 'PUT', '/technologies/technology-1')).toHaveLength(2))
    expect(sent(asked, 'PUT', '/technologies/technology-1')[1]?.headers['if-match']).toBe('"4"')
    expect(sent(asked, 'PUT', '/technologies/technology-1')[1]?.body).toMatchObject({
      description: 'Mine',
      wouldChange: 'Also theirs',
    })
  })
})

describe('merging two changes', () => {
  const start = fieldsOf(technology())

  it('takes over what only somebody else has changed, and points out what both have', () => {
    const typed = { ...start, name: 'Mine', description: 'Mine' }
    const there = { ...start, name: 'Theirs', milestone: 'most' }
    const { merged, clashes, taken } = merge(start, typed, there)
    expect(merged).toEqual({ ...start, name: 'Mine', description: 'Mine', milestone: 'most' })
    expect(clashes).toEqual([{ field: 'name', there: 'Theirs', typed: 'Mine' }])
    expect(taken).toEqual(['milestone'])
  })

  it('sees no clash where both have done the same', () => {
    const both = { ...start, name: 'The same' }
    expect(merge(start, both, both)).toEqual({ merged: both, clashes: [], taken: [] })
  })
})
