import { afterEach, describe, expect, it } from '@jest/globals'
import type { Signal, SignalList } from '../../api/contract/signals.ts'
import { evidenceRequest } from '../support/given.ts'
import { givenSignal, givenSignals, triage, triageAll } from '../support/given-signals.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const titlesAt = async (visitor: Visitor, query: string): Promise<string[]> => {
  const { items }: SignalList = (await visitor.get(`/signals${query}`).expect(200)).body
  return items.map(({ title }) => title)
}

describe('GET /signals', () => {
  it('filters by words, state and origin, and counts by state', async () => {
    const world = await createTestRegistry()
    const { scanner } = world
    const [breath] = (await givenSignals(world, 'Breath test', 'Blood test', 'Robot arm')) as Signal[]
    await scanner.post('/signals', { title: 'Gait shoe' }).expect(201)
    await triage(scanner, breath!, { kind: 'dismiss', reason: 'not-new' }).expect(200)

    expect(await titlesAt(scanner, '?q=tests')).toEqual(['Blood test', 'Breath test'])
    expect(await titlesAt(scanner, '?q=test&state=unread')).toEqual(['Blood test'])
    expect(await titlesAt(scanner, '?origin=nomination')).toEqual(['Gait shoe'])
    expect(await titlesAt(scanner, '?q=%22%20OR%20*')).toEqual([])
    const { body } = await scanner.get('/signals?state=unread&state=linked')
    expect(body).toMatchObject({ total: 3, counts: { unread: 3, linked: 0, dismissed: 1 } })
    await scanner.get('/signals?state=lost').expect(422)
    await scanner.get('/signals?technology=no-such').expect(404)
  })

  it('finds what was linked to a technology, and what says that it is out of date', async () => {
    const world = await createTestRegistry()
    const { scanner, given } = world
    const { scan } = await given.closedRound({ Monitor: { impact: 5 } })
    const [linked] = (await givenSignals(world, 'A monitor', 'Another thing')) as Signal[]
    await triage(scanner, linked!, { kind: 'link', technology: 'monitor' }).expect(200)
    const sent = { title: 'Stage of Monitor', text: 'At nine.', technology: 'monitor', scan: scan.slug }
    await scanner.post('/signals', sent).expect(201)
    expect((await titlesAt(scanner, '?technology=monitor')).toSorted()).toEqual(['A monitor', 'Stage of Monitor'])
  })

  it('puts first what names a technology, then words that were linked before, last those that were dismissed', async () => {
    const world = await createTestRegistry()
    const { scanner, given } = world
    await given.technology('Leadless pacemaker')
    const before = await givenSignals(
      world,
      'Sepsis one',
      'Sepsis two',
      'Sepsis three',
      'Cosmetic one',
      'Cosmetic two',
      'Cosmetic three',
    )
    await triageAll(scanner, before.slice(0, 3), { kind: 'link', technology: 'leadless-pacemaker' }).expect(200)
    await triageAll(scanner, before.slice(3), { kind: 'dismiss', reason: 'not-for-healthcare-science' }).expect(200)
    await givenSignals(world, 'A leadless pacemaker works', 'Cosmetic filler', 'Sepsis alarm', 'Something else')

    const order = ['A leadless pacemaker works', 'Sepsis alarm', 'Something else', 'Cosmetic filler']
    expect(await titlesAt(scanner, '?state=unread&sort=likeliest')).toEqual(order)
    expect(await titlesAt(scanner, '?state=unread&sort=likeliest&q=sepsis')).toEqual(['Sepsis alarm'])

    const first = (await scanner.get('/signals?state=unread&sort=likeliest&limit=3')).body
    const rest = `?state=unread&sort=likeliest&limit=3&cursor=${first.nextCursor}`
    expect(await titlesAt(scanner, rest)).toEqual(order.slice(3))
    await scanner.get('/signals?sort=likeliest').expect(422)
  })

  it('is in order again as soon as the registry or the team has moved on', async () => {
    const world = await createTestRegistry()
    const { scanner, given } = world
    await givenSignals(world, 'Gait shoe for falls', 'Robot arm')
    expect(await titlesAt(scanner, '?state=unread&sort=likeliest')).toEqual(['Robot arm', 'Gait shoe for falls'])
    await given.technology('Gait shoe')
    expect(await titlesAt(scanner, '?state=unread&sort=likeliest')).toEqual(['Gait shoe for falls', 'Robot arm'])
    const [newest] = await givenSignals(world, 'Gait shoe again')
    expect((await titlesAt(scanner, '?state=unread&sort=likeliest'))[0]).toBe('Gait shoe again')
    await triage(scanner, newest!, { kind: 'dismiss', reason: 'duplicate' }).expect(200)
    expect(await titlesAt(scanner, '?state=unread&sort=likeliest')).not.toContain('Gait shoe again')
  })
})

describe('one signal', () => {
  it('is read with a tag, its raw record behind an address of its own', async () => {
    const { scanner, registry } = await createTestRegistry()
    const record = '<script>alert(1)</script>'
    const id = await givenSignal(registry, { title: record, record, identifiers: ['NCT01234567'] })
    const read = await scanner.get(`/signals/${id}`).expect(200)
    expect(read.headers.etag).toMatch(/^"1-/)
    expect(read.body).toMatchObject({ title: record, identifiers: ['NCT01234567'], records: 1, state: 'unread' })
    const records = await scanner.get(`/signals/${id}/records`).expect(200)
    expect(records.headers['content-type']).toMatch(/^application\/json/)
    expect(records.body.items).toMatchObject([{ version: 1, content: record }])
    for (const part of ['', '/records', '/suggestions']) await scanner.get(`/signals/no-such${part}`).expect(404)
  })

  it('is for the scan team and the administrators', async () => {
    const { addPerson, nobody, registry } = await createTestRegistry()
    const id = await givenSignal(registry, { title: 'Secret' })
    const [lead, admin] = [await addPerson(['lead']), await addPerson(['admin'])]
    for (const path of [
      '/signals',
      `/signals/${id}`,
      `/signals/${id}/records`,
      `/signals/${id}/suggestions`,
      '/signals/choices',
    ]) {
      await nobody.get(path).expect(401)
      await lead.get(path).expect(403)
      await admin.get(path).expect(200)
    }
  })

  it('comes with the technologies that it may be about, and why', async () => {
    const { scanner, given, registry } = await createTestRegistry()
    await given.technology('Leadless pacemaker')
    await given.technology('Sepsis sensor', { evidence: [evidenceRequest({ text: 'See NCT01234567.' })] })
    const id = await givenSignal(registry, {
      title: 'Leadless pacemakers in children',
      identifiers: ['NCT01234567'],
    })
    const { items, likelihood } = (await scanner.get(`/signals/${id}/suggestions`).expect(200)).body
    expect(items).toEqual([
      {
        technology: { slug: 'sepsis-sensor', name: 'Sepsis sensor' },
        reasons: ['The same registration number: NCT01234567.'],
      },
      {
        technology: { slug: 'leadless-pacemaker', name: 'Leadless pacemaker' },
        reasons: ['Its title holds the name “Leadless pacemaker”.'],
      },
    ])
    expect(likelihood.percent).toBeGreaterThan(50)
    expect((await scanner.get(`/signals/${id}`)).body.state).toBe('unread')
  })
})

describe('GET /signals/choices', () => {
  it('names the team, and says when a source was last read', async () => {
    const { scanner, addPerson } = await createTestRegistry()
    await addPerson(['lead'])
    const { body } = await scanner.get('/signals/choices').expect(200)
    expect(body).toEqual({ sources: [], team: [{ id: scanner.account, name: 'scanner 1' }], lastReadAt: null })
  })
})
