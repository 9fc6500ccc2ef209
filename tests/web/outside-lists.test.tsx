import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { OutsideItem, OutsideList } from '../../api/contract/outside-lists.ts'
import { type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'

const list: OutsideList = {
  ...{ id: 'l1', name: 'MHRA list', sourceTitle: 'MHRA', sourceUrl: null, listedOn: '2026-03-03', createdBy: 'Ann Li' },
  ...{ createdAt: '2026-03-04T10:00:00.000Z', archived: false, version: 1 },
  counts: { total: 4, open: 2, here: 1, leftOut: 1 },
}

const item = (name: string, with_: Partial<OutsideItem> = {}): OutsideItem => ({
  ...{ id: name, position: 1, name, description: '', state: 'open', technology: null, byName: false, reason: null },
  ...{ note: '', decidedBy: null, decidedAt: null, proposals: [], version: 1 },
  ...with_,
})

const proposal = { slug: 'wrist-monitor', name: 'Wrist monitor', alias: null, archived: false, same: false }
const items = [
  item('Pacemaker', { state: 'here', technology: { slug: 'pacemaker', name: 'Pacemaker' }, byName: true }),
  item('Wrist monitors', { proposals: [proposal] }),
  item('Hearing implant', { description: 'It hears.' }),
]

const writer = ['filtration.read', 'outside-lists.read', 'outside-lists.write', 'technologies.write']

function show(address: string, actions = writer, more: Parameters<typeof serve>[0] = {}) {
  return showPage(
    address,
    serve({
      '/about': { body: about() },
      '/session': { body: session(actions) },
      '/outside-lists': { body: { items: [list], total: 1 } },
      '/outside-lists/l1': { body: list, etag: '"1-x"' },
      '/outside-lists/l1/items': {
        body: { items, total: 3, nextCursor: null, counts: { ...list.counts, proposed: 1 } },
      },
      ...more,
    }),
  )
}

/** Answers verdicts as the server does: each item one version on. */
const settles = ({ body }: Asked) => ({
  body: {
    items: (body as { items: { item: string; version: number }[] }).items.map(({ item: id, version }) =>
      item(id, { version: version + 1 }),
    ),
  },
})

const verdictsIn = (asked: readonly Asked[]) =>
  asked.filter(({ url }) => url.pathname.endsWith('/verdicts')).map(({ body }) => body)

describe('outside lists', () => {
  it('are shown with where they are from and how much is settled', async () => {
    show('/outside-lists')
    const row = (await screen.findByRole('link', { name: 'MHRA list' })).closest('tr')!
    expect(row.textContent).toBe('MHRA listMHRA, 3 March 20262 of 4 settled')
  })

  it('are entered as pasted lines, which are shown as they were read', async () => {
    const { user, asked, address } = show('/outside-lists?act=add', writer, {
      '/outside-lists': ({ method }) =>
        method === 'POST' ? { status: 201, body: list } : { body: { items: [], total: 0 } },
    })
    await user.type(await screen.findByRole('textbox', { name: 'What do you call this list?' }), 'MHRA list')
    await user.type(screen.getByRole('textbox', { name: 'Who made it?' }), 'MHRA')
    await user.click(screen.getByRole('textbox', { name: 'The names, one a line' }))
    await user.paste('Ring\tSleeps with you\nPatch\nring')
    const read = screen.getByRole('region', { name: 'What was read' })
    expect(read.textContent).toContain('2 names. 1 line named what stood there already.')

    await user.click(screen.getByRole('button', { name: 'Hold it against the registry' }))
    await screen.findByRole('heading', { name: 'MHRA list' })
    expect(address()).toBe('/outside-lists/l1')
    expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({
      ...{ name: 'MHRA list', sourceTitle: 'MHRA', sourceUrl: null, listedOn: null },
      items: [
        { name: 'Ring', description: 'Sleeps with you' },
        { name: 'Patch', description: '' },
      ],
    })
  })

  it('are not sent without a name, a maker and items', async () => {
    const { user, asked } = show('/outside-lists?act=add')
    await user.click(await screen.findByRole('button', { name: 'Hold it against the registry' }))
    const summary = await screen.findByRole('alert')
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Enter what you call this list', 'Enter who made it', 'Paste the names, or choose a file'])
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('are read from a file by the server, which says what is wrong with one', async () => {
    const { user } = show('/outside-lists?act=add', writer, {
      '/outside-lists/preview': problem(422, 'No column is headed Name, Title, Device or Technology.'),
    })
    const file = new File(['Ref\n1'], 'list.csv', { type: 'text/csv' })
    await user.upload(await screen.findByLabelText(/Or choose a spreadsheet/), file)
    expect((await screen.findByRole('alert')).textContent).toMatch(/cannot be used. No column is headed/)
  })
})

describe('an outside list', () => {
  it('says of each item what was said of it, and applies no proposal by itself', async () => {
    show('/outside-lists/l1')
    await screen.findByText('Perhaps here:')
    const listed = screen.getAllByRole('listitem')
    const of = (name: string) => listed.find(({ textContent }) => textContent?.startsWith(name))!
    expect(of('Pacemaker').textContent).toMatch(/Here PacemakerFound by its name; nobody has looked Open again/)
    expect(of('Wrist monitors').textContent).toMatch(/Perhaps here:Wrist monitor\s+It is this one/)
    expect(of('Hearing implant').textContent).toMatch(/It hears.Not here, as far as names tell./)
    const add = within(of('Hearing implant')).getByRole('link', { name: /Add it as a technology/ })
    expect(add.getAttribute('href')).toBe(
      '/technologies/new?name=Hearing+implant&description=It+hears.&outsideItem=Hearing+implant&outsideList=l1',
    )
  })

  it('takes a word on one item, and takes it back', async () => {
    const { user, asked } = show('/outside-lists/l1', writer, { '/outside-lists/l1/verdicts': settles })
    await user.click(await screen.findByRole('button', { name: /It is this one.*Wrist monitor/ }))
    const said = await screen.findByText(/Wrist monitors is here as Wrist monitor./)
    await user.click(within(said).getByRole('button', { name: 'Undo' }))
    await screen.findByText('Put back as it was.')
    expect(verdictsIn(asked)).toEqual([
      { items: [{ item: 'Wrist monitors', version: 1, verdict: { kind: 'here', technology: 'wrist-monitor' } }] },
      { items: [{ item: 'Wrist monitors', version: 2, verdict: { kind: 'open' } }] },
    ])
  })

  it('leaves out many at once, for a reason that must be chosen', async () => {
    const { user, asked } = show('/outside-lists/l1', writer, { '/outside-lists/l1/verdicts': settles })
    await user.click(await screen.findByRole('button', { name: 'Choose all 2 open items on this page' }))
    await user.click(screen.getByRole('button', { name: 'Leave out 2 chosen items' }))
    expect((await screen.findByRole('alert')).textContent).toBe('Choose a reason')
    await user.selectOptions(screen.getByRole('combobox', { name: /Leave out because/ }), 'Too early')
    await user.click(screen.getByRole('button', { name: 'Leave out 2 chosen items' }))
    await screen.findByText(/Left out: 2 chosen items./)
    const verdict = { kind: 'left-out', reason: 'too-early', note: '' }
    expect(verdictsIn(asked)).toEqual([
      {
        items: [
          { item: 'Wrist monitors', version: 1, verdict },
          { item: 'Hearing implant', version: 1, verdict },
        ],
      },
    ])
  })

  it('says so where somebody else was quicker, and where nothing is confirmed', async () => {
    let tries = 0
    const { user } = show('/outside-lists/l1', writer, {
      '/outside-lists/l1/verdicts': () => (++tries === 1 ? problem(412, 'Changed.') : 'nothing'),
    })
    await user.click(await screen.findByRole('button', { name: /Open again.*Pacemaker/ }))
    await screen.findByText(/Somebody else has settled one of these/)
    await user.click(screen.getByRole('button', { name: /Open again.*Pacemaker/ }))
    await screen.findByText(/Not confirmed./)
  })

  it('keeps its filter in the address, and looks again for what has come since', async () => {
    const { user, address } = show('/outside-lists/l1', writer, {
      '/outside-lists/l1/match': { body: { matched: 2, list } },
    })
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Show' }), 'Not here (1)')
    expect(address()).toBe('/outside-lists/l1?show=absent')
    await user.click(screen.getByRole('button', { name: 'Look again for what has come since' }))
    await screen.findByText('2 more items found here by name.')
  })

  it('offers nothing to write to an administrator', async () => {
    show('/outside-lists/l1', ['filtration.read', 'outside-lists.read'])
    await screen.findAllByText('Not here, as far as names tell.')
    expect(screen.queryByRole('button', { name: /It is this one/ })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('link', { name: /Add it/ })).toBeNull()
  })
})

describe('an item that is added', () => {
  it('gives the new technology its name and what it is, and leads back to its list', async () => {
    show('/technologies/new?name=Ring&description=It+sleeps.&outsideItem=i1&outsideList=l1', writer, {
      '/categories': { body: { items: [], total: 0 } },
      '/specialisms': { body: { items: [], total: 0 } },
      '/technologies/near-names': { body: { items: [] } },
    })
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Ring')
    expect(screen.getByRole('textbox', { name: 'What it is' })).toHaveProperty('value', 'It sleeps.')
    expect(screen.getByRole('link', { name: 'Cancel' }).getAttribute('href')).toBe('/outside-lists/l1')
  })
})
