import { describe, expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import type { Technology } from '../../api/contract/technologies.ts'
import type { TechnologyChangeList } from '../../api/contract/technology-changes.ts'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session, technologySummary } from '../support/web-given.ts'
import { evidence, technology } from '../support/web-given-technology.ts'

const reader = ['technologies.read']
const scanner = [
  ...['technologies.read', 'technologies.write', 'evidence.add', 'evidence.write', 'signals.read'],
  ...['notes.read', 'notes.write', 'filtration.read', 'scan-team.read'],
]

const page = '/technologies/technology-1'
const file = {
  ...{ id: 'f1', evidence: 'e1', name: 'paper.pdf', media: 'application/pdf' as const, size: 1_234_000 },
  ...{ digest: 'ab'.repeat(32), addedAt: '2026-03-12T10:00:00Z', archived: false },
}

function show(parts: Partial<Technology>, actions = reader, more: Parameters<typeof serve>[0] = {}, address = page) {
  const server = serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/specialisms': { body: { items: [], total: 20 } },
    [page]: { body: technology(parts), etag: '"3"' },
    ...more,
  })
  return showPage(address, server)
}

const sent = (asked: Asked[], method: string) => asked.filter((one) => one.method === method)

describe('what belongs to a technology', () => {
  it('is said: names, whole and parts, owner, reasons and policy', async () => {
    show({
      aliases: ['Watch', 'Band'],
      partOf: { slug: 'whole', name: 'The whole' },
      owner: { id: 'a2', name: 'Alex Morgan' },
      specialisms: [{ slug: 'genomics', name: 'Genomics', reason: 'Fewer tests.' }],
      policyItems: [{ slug: 'four-ps/x', name: 'Precise diagnoses', frame: 'Four Ps' }],
      readinessEvidence: 'e1',
    })

    expect(await screen.findByText('Watch, Band')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'The whole' }).getAttribute('href')).toBe('/technologies/whole')
    expect(screen.getByText('Alex Morgan')).toBeTruthy()
    expect(screen.getByText('Fewer tests.')).toBeTruthy()
    expect(screen.getByText(/Precise diagnoses/)).toBeTruthy()
    expect(screen.getByText(/Rests on:/).textContent).toBe('Rests on: The guidance, 12 March 2026')
  })

  it('warns the scan team, and nobody else, that a broad one scores higher for being broad', async () => {
    const parts = [{ slug: 'part', name: 'A part' }]
    show({ parts }, scanner)
    expect(await screen.findByText('This is broad.')).toBeTruthy()
  })

  it('leaves readers in peace about breadth', async () => {
    show({ parts: [{ slug: 'part', name: 'A part' }] })
    expect(await screen.findByRole('link', { name: 'A part' })).toBeTruthy()
    expect(screen.queryByText('This is broad.')).toBeNull()
  })

  it('says why it was archived, by whom and when', async () => {
    const archive = { reason: 'too-early' as const, note: 'Only mice.', by: 'Alex Morgan', at: '2026-03-12T10:00:00Z' }
    show({ archived: true, archive }, scanner)
    expect((await screen.findByText(/by Alex Morgan on 12 March 2026/)).parentElement?.textContent).toBe(
      'Archived by Alex Morgan on 12 March 2026: too early. Only mice.',
    )
  })
})

describe('its evidence', () => {
  it('stands by kind, newest first, and says what has aged and what was planned for a time that is over', async () => {
    show({
      evidence: [
        evidence({ id: 'e1', kind: 'trial', text: 'Old.', date: '2019' }),
        evidence({ id: 'e2', kind: 'trial', text: 'New.', date: '2026-01' }),
        evidence({ id: 'e3', kind: 'policy', text: 'Plan.', date: '2025', dateRole: 'planned', sourceYear: 2025 }),
        evidence({ id: 'e4', kind: 'policy', text: 'Undated.', date: null, dateRole: null, retrievedOn: '2026-03-03' }),
      ],
    })

    const trials = (await screen.findByRole('heading', { name: 'Trial or study' })).parentElement!
    expect(
      within(trials)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('New.'), expect.stringMatching(/2019Older than 3 years.*Old\./)])
    expect(screen.getByText(/Newest evidence: 3 March 2026 · 1 of 4 older than 3 years/)).toBeTruthy()
    expect(screen.getByText('Planned for 2025: has it happened?')).toBeTruthy()
    expect(screen.getByText('date not shown, retrieved 3 March 2026')).toBeTruthy()
  })

  it('has its files, to keep; the scan team attaches one by choosing it', async () => {
    const files = { [`${page}/evidence/e1/files`]: { status: 201, body: file } }
    const { user, asked } = show({ files: [file] }, scanner, files)
    const link = await screen.findByRole('link', { name: 'paper.pdf' })
    expect(link.getAttribute('href')).toBe(`/api/v1${page}/evidence/e1/files/f1`)
    expect(screen.getByText(/1.2 MB; SHA-256/)).toBeTruthy()

    await user.upload(screen.getByLabelText(/Attach a file/), new File(['%PDF-1.7'], 'More.pdf'))

    expect(await screen.findByText('More.pdf is attached.')).toBeTruthy()
    const [post] = sent(asked, 'POST')
    expect(post?.url.searchParams.get('name')).toBe('More.pdf')
    expect(post?.headers['content-type']).toBe('application/pdf')
  })

  it('says what cannot be attached, and what the server refuses', async () => {
    const refused = problem(422, 'The file is not what it is said to be (image/png): its content is something else.')
    const { user, asked } = show({}, scanner, { [`${page}/evidence/e1/files`]: refused })
    const field = await screen.findByLabelText(/Attach a file/)

    await user.upload(field, new File(['x'], 'picture.png'))
    expect(await screen.findByText(/its content is something else/)).toBeTruthy()
    expect(sent(asked, 'POST')).toHaveLength(1)
  })

  it('offers readers no files to attach', async () => {
    show({ files: [file] }, reader)
    expect(await screen.findByRole('link', { name: 'paper.pdf' })).toBeTruthy()
    expect(screen.queryByLabelText(/Attach a file/)).toBeNull()
  })
})

describe('what the scan team keeps to itself', () => {
  const notes = {
    items: [{ id: 'n1', text: 'Ask its maker.', by: 'Alex', mine: true, writtenAt: '2026-03-12T10:00:00Z' }],
    total: 1,
  }
  const notices = {
    items: [
      { id: 's1', text: 'Approved in May.', sentBy: 'Sam', specialism: 'Genomics', receivedAt: '2026-03-12T10:00:00Z' },
    ],
    total: 1,
  }
  const given = { [`${page}/notes`]: { body: notes }, [`${page}/notices`]: { body: notices } }

  it('shows notes, takes a new one and withdraws one’s own', async () => {
    const withdrawn = { ...given, [`${page}/notes/n1`]: { status: 204 } }
    const { user, asked } = show({}, scanner, withdrawn)
    expect(await screen.findByText('Ask its maker.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add the note' }))
    expect((await screen.findAllByText('Write the note')).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText('A note for the team'), 'They answered.')
    await user.click(screen.getByRole('button', { name: 'Add the note' }))
    await waitFor(() => expect(sent(asked, 'POST')).toHaveLength(1))
    expect(sent(asked, 'POST')[0]?.body).toEqual({ text: 'They answered.' })
    await user.click(screen.getByRole('button', { name: /Withdraw/ }))
    await waitFor(() => expect(sent(asked, 'DELETE')).toHaveLength(1))
  })

  it('shows what panel members say is out of date, with the ways on', async () => {
    show({}, scanner, given)
    expect(await screen.findByText('“Approved in May.”')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'deal with them in the inbox' }).getAttribute('href')).toBe('/signals')
  })

  it('is not even asked for by others', async () => {
    const { asked } = show({}, reader, given)
    await screen.findByRole('heading', { level: 1 })
    expect(asked.some(({ url }) => /notes|notices/.test(url.pathname))).toBe(false)
  })
})

describe('archiving', () => {
  it('asks why, and sends it', async () => {
    const { user, asked } = show({}, scanner, { [`${page}/archive`]: { body: technology({ archived: true }) } })
    await user.click(await screen.findByRole('button', { name: 'Archive' }))
    await user.click(screen.getByRole('button', { name: 'Archive it' }))
    expect(await screen.findByText('Choose a reason')).toBeTruthy()
    await user.click(screen.getByLabelText('Too early'))
    await user.type(screen.getByLabelText(/In a sentence/), 'Only mice.')
    await user.click(screen.getByRole('button', { name: 'Archive it' }))
    await waitFor(() => expect(sent(asked, 'PUT')).toHaveLength(1))
    expect(sent(asked, 'PUT')[0]?.body).toEqual({ archived: true, reason: 'too-early', note: 'Only mice.' })
  })
})

describe('the list of technologies', () => {
  it('keeps its filters in the address, and asks for mine by my account', async () => {
    const list = {
      items: [technologySummary('Monitor', { newestEvidence: null, owner: 'Ada' })],
      total: 1,
      nextCursor: null,
    }
    const { user, asked, address } = show(
      {},
      scanner,
      {
        '/technologies': { body: list },
        '/scan-team': { body: { items: [{ id: 'a2', name: 'Alex' }], total: 1 } },
      },
      '/technologies',
    )

    expect(await screen.findByText(/it cannot enter a scan until it has one/)).toBeTruthy()
    await user.selectOptions(await screen.findByLabelText('Whose'), 'Alex’s')
    await user.selectOptions(screen.getByLabelText('Archived'), 'Archived: too early')
    await user.selectOptions(screen.getByLabelText('Evidence'), 'None newer than 3 years')

    expect(address()).toBe('/technologies?owner=a2&archived=too-early&evidence=stale')
    const { searchParams } = asked.filter(({ url }) => url.pathname === '/api/v1/technologies').at(-1)!.url
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ owner: 'a2', archived: 'true', reason: 'too-early', evidence: 'stale' },
    })
  })
})

describe('the history of changes', () => {
  const changes: TechnologyChangeList = {
    items: [
      {
        ...{ seq: 9, at: '2026-03-12T10:00:00Z', by: 'Alex', action: 'technology.change', of: null },
        changes: [{ field: 'description', before: 'It measures the heart.', after: 'It measures the whole heart.' }],
      },
      { seq: 4, at: '2026-03-01T10:00:00Z', by: 'Alex', action: 'evidence.add', of: 'A trial.', changes: [] },
    ],
    total: 2,
    nextCursor: null,
  }
  const compared = {
    ...{ from: { seq: 4, at: '2026-03-01T10:00:00Z' }, to: { seq: 9, at: '2026-03-12T10:00:00Z' } },
    fields: [{ field: 'kind', before: 'device', after: 'software' }],
    evidence: [{ evidence: 'e1', of: 'A trial.', changes: [{ field: 'archived', before: false, after: true }] }],
  }
  const given = { [`${page}/changes`]: { body: changes }, [`${page}/changes/comparison`]: { body: compared } }

  it('says what was done, and marks in a text the words that came', async () => {
    const { container } = show({}, reader, given, `${page}/changes`)

    expect(await screen.findByRole('heading', { name: /Evidence added ?: A trial\./ })).toBeTruthy()
    expect([...container.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual(['whole '])
    expect(container.querySelector('del')).toBeNull()
  })

  it('compares two states, chosen by pressing and kept in the address', async () => {
    const { user, address } = show({}, reader, given, `${page}/changes`)
    await user.click(await screen.findByRole('radio', { name: /Compare from here.*Evidence added/ }))
    expect(screen.getByText(/Now choose “to here”/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /to here.*Changed/ }))

    expect(address()).toBe(`${page}/changes?from=4&to=9`)
    const section = (await screen.findByRole('heading', { name: 'Two states compared' })).parentElement!
    expect(await within(section).findByText('Software')).toBeTruthy()
    expect(within(section).getByText('Device')).toBeTruthy()
    expect(within(section).getByRole('heading', { name: 'Evidence: A trial.' })).toBeTruthy()
  })

  it('is told apart from a technology that is not there, and can fail', async () => {
    show({}, reader, { [`${page}/changes`]: problem(422, 'No.') }, `${page}/changes`)
    expect(await screen.findByText('We could not load the history')).toBeTruthy()
  })
})
