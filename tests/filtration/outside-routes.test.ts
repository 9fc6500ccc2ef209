import { afterEach, describe, expect, it } from '@jest/globals'
import type { OutsideItem, OutsideItemList } from '../../api/contract/outside-lists.ts'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const listRequest = (items: string[], changes: object = {}) => ({
  name: 'MHRA list',
  sourceTitle: 'MHRA',
  sourceUrl: 'https://example.org/list',
  listedOn: '2026-03-03',
  items: items.map((name) => ({ name })),
  ...changes,
})

/** A registry with a pacemaker and a monitor, and a list of both and two others. */
async function given(names = ['Leadless Pacemaker', 'Wrist monitors', 'Hearing implant', 'Glucose lens']) {
  const registry = await createTestRegistry()
  await registry.given.technology('Leadless pacemaker')
  await registry.given.technology('Wrist monitor')
  const { body: list } = await registry.scanner.post('/outside-lists', listRequest(names)).expect(201)
  return { ...registry, list, path: `/outside-lists/${list.id}` }
}

const itemsOf = async (visitor: Visitor, path: string, query = ''): Promise<OutsideItemList> =>
  (await visitor.get(`${path}/items${query}`).expect(200)).body
const itemNamed = async (visitor: Visitor, path: string, name: string): Promise<OutsideItem> =>
  (await itemsOf(visitor, path)).items.find((item) => item.name === name)!
const seen = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` })
const leftOut = { kind: 'left-out', reason: 'too-early', note: 'In mice.' }

describe('POST /outside-lists', () => {
  it('marks as here what has the very name of a technology, and proposes what is near without applying it', async () => {
    const { scanner, list, path } = await given()
    expect(list).toMatchObject({
      name: 'MHRA list',
      counts: { total: 4, open: 3, here: 1, leftOut: 0 },
      createdBy: 'scanner 1',
    })

    const { items, counts } = await itemsOf(scanner, path)

    expect(items.map(({ state, byName, proposals }) => [state, byName, proposals.map(({ slug }) => slug)])).toEqual([
      ['here', true, []],
      ['open', false, ['wrist-monitor']],
      ['open', false, []],
      ['open', false, []],
    ])
    expect(items[0]).toMatchObject({ technology: { slug: 'leadless-pacemaker' }, decidedBy: null })
    expect(counts).toEqual({ total: 4, open: 3, here: 1, leftOut: 0, proposed: 1 })
  })

  it('takes 2,000 names with what they are', async () => {
    const { scanner } = await createTestRegistry()
    const items = Array.from({ length: 2000 }, (_, i) => ({ name: `Thing ${i}`, description: 'é'.repeat(500) }))
    const { body } = await scanner.post('/outside-lists', listRequest([], { items })).expect(201)
    expect(body.counts.total).toBe(2000)
    await scanner.post('/outside-lists', listRequest([], { name: 'More', items: [...items, items[0]] })).expect(422)
  })

  it('refuses a name that a list has already', async () => {
    const { scanner } = await given()
    await scanner.post('/outside-lists', listRequest(['Ring'])).expect(409)
  })

  it.each([
    ['no item', listRequest([])],
    ['an empty name', listRequest(['Ring', ' '])],
    ['a name too long', listRequest(['a'.repeat(301)])],
    ['a description too long', listRequest([], { items: [{ name: 'Ring', description: 'a'.repeat(501) }] })],
    ['an address that is none', listRequest(['Ring'], { sourceUrl: 'javascript:alert(1)' })],
    ['a day that there is not', listRequest(['Ring'], { listedOn: '2026-02-31' })],
    ['no source', listRequest(['Ring'], { sourceTitle: '' })],
    ['what it does not know', listRequest(['Ring'], { colour: 'red' })],
  ])('refuses a list with %s', async (_, body) => {
    const { scanner } = await createTestRegistry()
    await scanner.post('/outside-lists', body).expect(422)
    expect((await scanner.get('/outside-lists')).body.total).toBe(0)
  })

  it('keeps scripts as the text that they are', async () => {
    const { scanner, path } = await given(['<script>alert(1)</script>', '=HYPERLINK("http://x")'])
    const { items } = await itemsOf(scanner, path)
    expect(items[0]!.name).toBe('<script>alert(1)</script>')
    const { text } = await scanner.get(`${path}/verdicts.csv`).expect(200)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  })
})

describe('POST /outside-lists/preview', () => {
  const send = ({ scanner }: TestRegistry, csv: string, type = 'text/csv') =>
    scanner
      .post('/outside-lists/preview')
      .set('Content-Type', type)
      .send(csv as unknown as object)

  it('reads a spreadsheet and says which columns it took', async () => {
    const registry = await createTestRegistry()
    const { body } = await send(registry, 'Ref;Device name;Summary\n1;Ring;Sleep\n2;Ring;Again\n').expect(200)
    expect(body).toEqual({
      columns: { name: 'Device name', description: 'Summary' },
      items: [{ row: 2, name: 'Ring', description: 'Sleep' }],
      repeated: 1,
      shortened: 0,
    })
    expect((await registry.scanner.get('/outside-lists')).body.total).toBe(0)
  })

  it('says what is wrong with one that it cannot read', async () => {
    const registry = await createTestRegistry()
    expect((await send(registry, 'Ref,Number\n1,2\n').expect(422)).body.detail).toMatch(/^No column is headed/)
    await send(registry, 'Name\nRing', 'application/pdf').expect(415)
  })
})

describe('an item', () => {
  it('is said to be here, left out with a reason, and opened again', async () => {
    const { scanner, path } = await given()
    const monitor = await itemNamed(scanner, path, 'Wrist monitors')
    const at = `${path}/items/${monitor.id}`

    const here = await scanner.put(at, { kind: 'here', technology: 'wrist-monitor' }, seen(monitor)).expect(200)
    expect(here.body).toMatchObject({
      state: 'here',
      technology: { slug: 'wrist-monitor' },
      byName: false,
      decidedBy: 'scanner 1',
      version: 2,
    })
    const out = await scanner.put(at, leftOut, { 'If-Match': here.headers.etag! }).expect(200)
    expect(out.body).toMatchObject({ state: 'left-out', reason: 'too-early', note: 'In mice.', technology: null })
    const open = await scanner.put(at, { kind: 'open' }, { 'If-Match': out.headers.etag! }).expect(200)
    expect(open.body).toMatchObject({ state: 'open', reason: null, note: '' })
    expect((await scanner.get(at).expect(200)).body).toEqual(open.body)
  })

  it('found by its name becomes somebody’s word when it is confirmed', async () => {
    const { scanner, path } = await given()
    const pacemaker = await itemNamed(scanner, path, 'Leadless Pacemaker')
    const verdict = { kind: 'here', technology: 'leadless-pacemaker' }
    const { body } = await scanner.put(`${path}/items/${pacemaker.id}`, verdict, seen(pacemaker)).expect(200)
    expect(body).toMatchObject({ byName: false, decidedBy: 'scanner 1' })
  })

  it('is never settled unseen, by two at once either', async () => {
    const { scanner, path, addPerson } = await given()
    const item = await itemNamed(scanner, path, 'Hearing implant')
    const at = `${path}/items/${item.id}`
    const other = await addPerson(['scanner'])

    const both = await Promise.all([
      scanner.put(at, leftOut, seen(item)),
      other.put(at, { kind: 'here', technology: 'wrist-monitor' }, seen(item)),
    ])

    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const stale = both.find(({ status }) => status === 412)!
    expect(stale.body.current).toMatchObject({ version: 2 })
    await scanner.put(at, { kind: 'open' }).expect(428)
  })

  it('settled twice alike is settled once', async () => {
    const { scanner, path } = await given()
    const item = await itemNamed(scanner, path, 'Hearing implant')
    const at = `${path}/items/${item.id}`
    await scanner.put(at, leftOut, seen(item)).expect(200)
    expect((await scanner.put(at, leftOut, seen(item)).expect(200)).body.version).toBe(2)
  })

  it.each([
    ['without a reason', { kind: 'left-out' }],
    ['for a reason that there is not', { kind: 'left-out', reason: 'boring' }],
    ['with too long a note', { ...leftOut, note: 'a'.repeat(501) }],
    ['as a technology that there is not', { kind: 'here', technology: 'unknown' }],
    ['as no technology', { kind: 'here' }],
    ['in a way that there is not', { kind: 'forgotten' }],
  ])('is not settled %s', async (_, verdict) => {
    const { scanner, path } = await given()
    const item = await itemNamed(scanner, path, 'Hearing implant')
    await scanner.put(`${path}/items/${item.id}`, verdict, seen(item)).expect(422)
    expect(await itemNamed(scanner, path, 'Hearing implant')).toEqual(item)
  })

  it('of another list, or of none, is not here', async () => {
    const { scanner, path } = await given()
    const { body: other } = await scanner.post('/outside-lists', listRequest(['Ring'], { name: 'Other' }))
    const [ring] = (await itemsOf(scanner, `/outside-lists/${other.id}`)).items
    await scanner.put(`${path}/items/${ring!.id}`, leftOut, seen(ring!)).expect(404)
    await scanner.get(`${path}/items/${ring!.id}`).expect(404)
    await scanner.get('/outside-lists/unknown/items').expect(404)
  })
})

describe('POST /technologies for an item', () => {
  it('enters the technology and marks the item as here, both or neither', async () => {
    const { scanner, path } = await given()
    const item = await itemNamed(scanner, path, 'Glucose lens')
    const request = { ...technologyRequest('Glucose-sensing contact lens'), outsideItem: item.id }

    await scanner.post('/technologies', { ...request, outsideItem: 'unknown' }).expect(422)
    await scanner.post('/technologies', request).expect(201)

    expect(await itemNamed(scanner, path, 'Glucose lens')).toMatchObject({
      ...{ state: 'here', technology: { slug: 'glucose-sensing-contact-lens' }, byName: false },
    })
    await scanner.post('/technologies', { ...request, name: 'Another lens' }).expect(409)
    expect((await scanner.get('/technologies?q=lens')).body.total).toBe(1)
  })
})

describe('POST /outside-lists/{list}/verdicts', () => {
  it('settles many at once, and opens them again at once', async () => {
    const { scanner, path } = await given()
    const { items } = await itemsOf(scanner, path, '?show=absent')
    const verdicts = items.map(({ id, version }) => ({ item: id, version, verdict: leftOut }))

    const { body: given1 } = await scanner.post(`${path}/verdicts`, { items: verdicts }).expect(200)
    expect(given1.items.map(({ state }: OutsideItem) => state)).toEqual(['left-out', 'left-out'])
    expect((await scanner.get(path)).body.counts).toEqual({ total: 4, open: 1, here: 1, leftOut: 2 })

    const back = given1.items.map(({ id, version }: OutsideItem) => ({ item: id, version, verdict: { kind: 'open' } }))
    await scanner.post(`${path}/verdicts`, { items: back }).expect(200)
    expect((await scanner.get(path)).body.counts.open).toBe(3)
  })

  it('is for the scan team, and of at most 200 items', async () => {
    const { scanner, path, addPerson } = await given()
    const [item] = (await itemsOf(scanner, path)).items
    const one = { item: item!.id, version: 1, verdict: leftOut }
    await (await addPerson(['admin'])).post(`${path}/verdicts`, { items: [one] }).expect(403)
    await scanner.post(`${path}/verdicts`, { items: [] }).expect(422)
    await scanner.post(`${path}/verdicts`, { items: Array.from({ length: 201 }, () => one) }).expect(422)
  })

  it('settles none where one was changed meanwhile', async () => {
    const { scanner, path } = await given()
    const { items } = await itemsOf(scanner, path, '?show=absent')
    await scanner.put(`${path}/items/${items[1]!.id}`, leftOut, seen(items[1]!)).expect(200)

    const verdicts = items.map(({ id, version }) => ({ item: id, version, verdict: { ...leftOut, note: '' } }))
    await scanner.post(`${path}/verdicts`, { items: verdicts }).expect(412)
    expect((await itemNamed(scanner, path, items[0]!.name)).state).toBe('open')

    const unknown = { items: [{ item: 'unknown', version: 1, verdict: leftOut }] }
    expect((await scanner.post(`${path}/verdicts`, unknown).expect(422)).body.errors[0].pointer).toBe('/items/0/item')
  })
})

describe('POST /outside-lists/{list}/match', () => {
  it('finds what has come since, and leaves alone what somebody has decided', async () => {
    const { scanner, given: has, path } = await given()
    const pacemaker = await itemNamed(scanner, path, 'Leadless Pacemaker')
    await scanner.put(`${path}/items/${pacemaker.id}`, { kind: 'open' }, seen(pacemaker)).expect(200)
    await has.technology('Glucose lens')

    expect((await itemNamed(scanner, path, 'Glucose lens')).proposals).toMatchObject([
      { slug: 'glucose-lens', same: true },
    ])
    const { body } = await scanner.post(`${path}/match`).expect(200)

    expect(body).toMatchObject({ matched: 1, list: { counts: { here: 1, open: 3 } } })
    expect(await itemNamed(scanner, path, 'Glucose lens')).toMatchObject({ state: 'here', byName: true })
    expect((await itemNamed(scanner, path, 'Leadless Pacemaker')).state).toBe('open')
  })
})

describe('a list', () => {
  it('is shown by what is asked for, page by page', async () => {
    const { scanner, path } = await given()
    const named = async (query: string) => (await itemsOf(scanner, path, query)).items.map(({ name }) => name)
    expect(await named('?show=here')).toEqual(['Leadless Pacemaker'])
    expect(await named('?show=proposed')).toEqual(['Wrist monitors'])
    expect(await named('?show=absent&q=LENS')).toEqual(['Glucose lens'])
    const first = await itemsOf(scanner, path, '?limit=3')
    expect(first.total).toBe(4)
    expect(await named(`?limit=3&cursor=${first.nextCursor}`)).toEqual(['Glucose lens'])
    await scanner.get(`${path}/items?cursor=abc`).expect(422)
    await scanner.get(`${path}/items?show=lost`).expect(422)
  })

  it('is renamed, archived and brought back, by whoever saw it last', async () => {
    const { scanner, list, path } = await given()
    const { counts: _, ...fields } = {
      name: 'MHRA, March',
      sourceTitle: 'MHRA',
      sourceUrl: null,
      listedOn: null,
      counts: 0,
    }
    const renamed = await scanner.put(path, fields, seen(list)).expect(200)
    expect(renamed.body).toMatchObject({ name: 'MHRA, March', sourceUrl: null, version: 2 })
    await scanner.put(path, { ...fields, name: 'X' }, seen(list)).expect(412)
    await scanner.put(`${path}/archive`, { archived: true }, { 'If-Match': renamed.headers.etag! }).expect(200)
    expect((await scanner.get('/outside-lists')).body.items).toEqual([])
    expect((await scanner.get('/outside-lists?archived=true')).body.items).toMatchObject([{ name: 'MHRA, March' }])
  })

  it('leaves as a file with what was decided on each', async () => {
    const { scanner, path } = await given()
    const item = await itemNamed(scanner, path, 'Hearing implant')
    await scanner.put(`${path}/items/${item.id}`, leftOut, seen(item)).expect(200)
    const { text, headers } = await scanner.get(`${path}/verdicts.csv`).expect(200)
    const lines = text.split('\r\n')
    expect(headers['content-disposition']).toBe('attachment; filename=outside-list-mhra-list.csv')
    expect(lines[1]).toMatch(/^1,Leadless Pacemaker,,here,Leadless pacemaker,,,found by its name,/)
    expect(lines[3]).toMatch(/^3,Hearing implant,,left out,,Too early,In mice.,scanner 1,/)
    expect(lines[4]).toBe('4,Glucose lens,,not settled yet,,,,,')
  })

  it('is read by administrators and written by the scan team alone', async () => {
    const { list, path, addPerson, nobody } = await given()
    const admin = await addPerson(['admin'])
    await admin.get(path).expect(200)
    await admin.post(`${path}/match`).expect(403)
    await admin.post('/outside-lists', listRequest(['Ring'])).expect(403)
    await admin.put(path, {}, seen(list)).expect(403)
    for (const role of ['lead', 'board'] as const) await (await addPerson([role])).get(path).expect(403)
    await nobody.get(path).expect(401)
  })
})
