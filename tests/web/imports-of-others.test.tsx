import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { Import } from '../../api/contract/imports.ts'
import { mappingRequest, startOfMapping } from '../../web/imports/radar-fields.ts'
import { type Answer, type Asked, problem, serve, showPage } from '../support/show-page.tsx'
import { about, session } from '../support/web-given.ts'
import { specialism } from '../support/web-given-scan.ts'
import { scan } from '../support/web-given-technology.ts'

const radar: NonNullable<Import['radar']> = {
  tool: 'backstage',
  title: 'Our radar',
  quadrants: [
    { name: 'Devices', entries: 1 },
    { name: '<b>Tests</b>', entries: 2 },
  ],
  rings: [
    { name: 'Use', entries: 2 },
    { name: 'Hold', entries: 1 },
  ],
  mapping: null,
}

const found = (with_: Partial<Import> = {}): Import => ({
  id: 'i1',
  kind: 'technologies',
  form: 'radar',
  state: 'checked',
  fileName: 'radar.json',
  fileSize: 900,
  fileDigest: '0'.repeat(64),
  scan: null,
  addedBy: 'Alex Morgan',
  addedAt: '2026-11-27T09:00:00.000Z',
  rowsRead: 0,
  share: 1,
  notes: ['Read as a radar of Backstage Tech Radar.'],
  headingRow: 1,
  columns: [],
  missing: ['What the quadrants and rings of the radar are here'],
  fields: [],
  radar,
  counts: { rows: 0, good: 0, known: 0, differing: 0, bad: 0, problems: 0 },
  earlier: null,
  failure: '',
  enteredAt: null,
  enteredBy: null,
  staged: true,
  version: 1,
  ...with_,
})

const category = (name: string) => ({ id: name, slug: name.toLowerCase(), name, kind: 'device', position: 1 })
const scanner = ['imports.read', 'imports.send', 'imports.write']
const admin = ['imports.read', 'imports.send', 'ratings.import']

function server(given: Record<string, Answer | ((asked: Asked) => Answer)>, actions: string[]) {
  return serve({
    '/about': { body: about() },
    '/session': { body: session(actions) },
    '/categories': { body: { items: [category('Wearables'), category('Genomics')] } },
    '/specialisms': { body: { items: [specialism('Audiology'), specialism('Genomics')] } },
    '/scans': { body: { items: [scan()], total: 1 } },
    '/imports': { body: { items: [], total: 0, nextCursor: null } },
    ...given,
  })
}

describe('the page of a radar of another tool', () => {
  it('asks what its quadrants and rings are here, and sends that for the whole radar', async () => {
    const { user, asked } = showPage(
      '/imports/i1',
      server({ '/imports/i1': { body: found() }, '/imports/i1/radar': { body: found({ version: 2 }) } }, scanner),
    )

    await user.selectOptions(await screen.findByLabelText('Devices (1 entry)'), 'Wearables')
    await user.selectOptions(screen.getByLabelText('<b>Tests</b> (2 entries)'), 'Genomics')
    await user.selectOptions(screen.getByLabelText('Use (2 entries)'), '8 of 9')
    const all = screen.getByRole('group', { name: /^Specialisms that its entries may affect/ })
    await user.click(within(all).getByLabelText('Audiology'))
    await user.type(screen.getByLabelText('Its web address (optional)'), 'https://radar.example.org')
    await user.click(screen.getByRole('button', { name: 'Check its entries' }))

    const sent = asked.find(({ method }) => method === 'PUT')!
    expect(sent.headers['if-match']).toBe('"1"')
    expect(sent.body).toEqual({
      quadrants: [
        { name: 'Devices', category: 'wearables', specialisms: [] },
        { name: '<b>Tests</b>', category: 'genomics', specialisms: [] },
      ],
      rings: [
        { name: 'Use', readiness: 8 },
        { name: 'Hold', readiness: null },
      ],
      specialisms: ['audiology'],
      source: { title: 'Our radar', publisher: '', webAddress: 'https://radar.example.org' },
    })
  })

  it('says what is missing beside its field, and sends nothing', async () => {
    const { user, asked } = showPage('/imports/i1', server({ '/imports/i1': { body: found() } }, scanner))

    await user.click(await screen.findByRole('button', { name: 'Check its entries' }))

    expect((await screen.findAllByText('Choose a category for Devices')).length).toBeGreaterThan(0)
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('shows what the server refuses beside its field', async () => {
    const refused = problem(422, 'Not right.', {
      errors: [{ pointer: '/source/webAddress', detail: 'must be an address' }],
    })
    const { user } = showPage(
      '/imports/i1',
      server({ '/imports/i1': { body: found() }, '/imports/i1/radar': refused }, scanner),
    )

    await user.selectOptions(await screen.findByLabelText('Devices (1 entry)'), 'Wearables')
    await user.selectOptions(screen.getByLabelText('<b>Tests</b> (2 entries)'), 'Genomics')
    await user.click(screen.getByRole('button', { name: 'Check its entries' }))

    expect((await screen.findAllByText('Must be an address')).length).toBeGreaterThan(0)
  })

  it('begins with what was said before', () => {
    const mapping = mappingRequest(found().radar!, {
      ...startOfMapping(found().radar!),
      specialisms: ['audiology'],
      rings: [{ readiness: '3' }, { readiness: '' }],
    })
    const again = startOfMapping({ ...found().radar!, mapping })

    expect(mappingRequest(found().radar!, again)).toEqual(mapping)
  })
})

describe('bringing in ratings', () => {
  it('is offered to an admin, for a scan that stands in the address, with what becomes of them', async () => {
    const { user, address } = showPage('/imports', server({}, admin))

    expect(await screen.findByLabelText('Ratings, as an imported round')).toBeTruthy()
    expect(screen.queryByLabelText('Signals')).toBeNull()
    expect(screen.getByText(/A label must name nobody/)).toBeTruthy()
    await user.selectOptions(await screen.findByLabelText('For which scan?'), scan().name)
    expect(address()).toContain(`scan=${scan().slug}`)
  })

  it('is not offered to a scanner, who may bring in a radar', async () => {
    showPage('/imports?kind=radar', server({}, scanner))

    expect(
      ((await screen.findByLabelText('Technologies, as a radar of another tool')) as HTMLInputElement).checked,
    ).toBe(true)
    expect(screen.queryByLabelText('Ratings, as an imported round')).toBeNull()
    expect(screen.getByText(/A radar of Thoughtworks \(CSV or JSON\), AOE or Backstage/)).toBeTruthy()
  })

  it('leads to the scan once they are entered', async () => {
    const done = found({
      kind: 'ratings',
      form: 'csv',
      state: 'entered',
      radar: null,
      missing: [],
      scan: { slug: scan().slug, name: scan().name },
      counts: { rows: 6, good: 6, known: 0, differing: 0, bad: 0, problems: 0 },
      staged: false,
    })
    showPage('/imports/i1', server({ '/imports/i1': { body: done } }, admin))

    const to = await screen.findByRole('link', { name: `See the imported round of ${scan().name}` })
    expect(to.getAttribute('href')).toBe(`/scans/${scan().slug}`)
    expect(screen.getByText(/6 answers are in the registry now/)).toBeTruthy()
  })
})
