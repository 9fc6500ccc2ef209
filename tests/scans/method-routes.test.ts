import { afterEach, describe, expect, it } from '@jest/globals'
import { defaultMethod } from '../../api/scans/method.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const approval = { by: 'Strategic advisory board', meeting: 'Spring meeting', on: '2026-03-12' }
const now = () => new Date('2026-04-01T09:00:00Z')
const method = (changes: object = {}) => ({ ...defaultMethod, approval: null, ...changes })

describe('PUT /scans/:scan/method', () => {
  it('makes a new version, with all its parameters and who approved it', async () => {
    const { scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()
    const read = await scanner.get(`/scans/${slug}/method`).expect(200)
    expect(read.body).toMatchObject({ version: 1, approval: null, method: defaultMethod })
    const weights = { impact: 5050, reach: 2450, imminence: 1500, readiness: 1000 }
    const change = method({ weights, bandEnds: [1, 4, 10], raterScale: 'adjusted', approval })

    const { body } = await scanner.put(`/scans/${slug}/method`, change, { 'If-Match': read.headers.etag! }).expect(200)

    expect(body).toMatchObject({ version: 2, approval, method: { weights, raterScale: 'adjusted' } })
    expect(body.bands.map(({ from }: { from: number }) => from)).toEqual([2026, 2028, 2031, 2037])
    const scan = await scanner.get(`/scans/${slug}`).expect(200)
    expect(scan.body).toMatchObject({ methodVersion: 2, approval, method: { weights } })
    const versions = await scanner.get(`/scans/${slug}/method/versions`).expect(200)
    expect(versions.body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    expect(versions.body.items[1]).toMatchObject({ approval: null, method: defaultMethod })
  })

  it('records an approval alone as a version of its own', async () => {
    const { scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()

    const { body } = await scanner.put(`/scans/${slug}/method`, method({ approval }), { 'If-Match': '"1"' }).expect(200)

    expect(body).toMatchObject({ version: 2, approval, method: defaultMethod })
  })

  it('keeps the approver out of the audit trail, since it may be a person', async () => {
    const { registry, scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()
    await scanner.put(`/scans/${slug}/method`, method({ approval }), { 'If-Match': '"1"' }).expect(200)

    const trail = await registry.read.selectFrom('audit_entries').select(['action', 'details']).execute()

    const entry = trail.find(({ action }) => action === 'method.change')
    expect(JSON.parse(entry!.details)).toEqual({ version: 2, changes: {}, approvedOn: '2026-03-12' })
  })

  it('is safe to repeat, and never overwrites what somebody else has changed', async () => {
    const { scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()
    const path = `/scans/${slug}/method`
    const change = method({ minimumPanel: 5 })

    await scanner.put(path, change).expect(428)
    await scanner.put(path, change, { 'If-Match': '"1"' }).expect(200)
    expect((await scanner.put(path, change, { 'If-Match': '"1"' }).expect(200)).body.version).toBe(2)
    const stale = await scanner.put(path, method({ minimumPanel: 4 }), { 'If-Match': '"1"' }).expect(412)

    expect(stale.body.current).toMatchObject({ version: 2, method: { minimumPanel: 5 } })
    expect((await scanner.get(path)).body.method.minimumPanel).toBe(5)
  })

  it.each([
    [
      'weights that do not sum',
      { weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 500 } },
      '/weights',
    ],
    ['bands that overlap', { bandEnds: [5, 5, 10] }, '/bandEnds'],
    ['a band that cannot be reached', { bandEnds: [2, 5, 12] }, '/bandEnds'],
    ['a reach beyond everybody', { reachFull: 1.5 }, '/reachFull'],
    ['half a panel in agreement', { consensusThreshold: 50 }, '/consensusThreshold'],
    ['a rank of fewer than may be shown', { minimumPanel: 2 }, '/minimumPanel'],
    ['an approval still to come', { approval: { ...approval, on: '2026-04-02' } }, '/approval/on'],
    ['an approval of nobody', { approval: { ...approval, by: ' ' } }, '/approval/by'],
    ['an approval on no day', { approval: { ...approval, on: '2026-02-30' } }, '/approval/on'],
    ['a rule that there is not', { consensusRule: 'show-of-hands' }, '/consensusRule'],
  ])('refuses %s by name', async (_, changes, pointer) => {
    const { scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()

    const { body } = await scanner.put(`/scans/${slug}/method`, method(changes), { 'If-Match': '"1"' }).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
    expect((await scanner.get(`/scans/${slug}/method`)).body.version).toBe(1)
  })

  it('names everything that is wrong at once', async () => {
    const { scanner, given } = await createTestRegistry({ now })
    const { slug } = await given.scan()
    const change = method({ bandEnds: [5, 2, 10], afterYears: 0, reachFull: 0 })

    const { body } = await scanner.put(`/scans/${slug}/method`, change, { 'If-Match': '"1"' }).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/reachFull',
      '/bandEnds',
      '/afterYears',
    ])
  })

  it('is locked by the first round that opens, with the reason', async () => {
    const { scanner, given } = await createTestRegistry({ now })
    const scan = await given.scan()
    await given.openRound(scan, [await given.technology('Monitor')])

    const path = `/scans/${scan.slug}/method`
    const { body } = await scanner.put(path, method({ minimumPanel: 4 }), { 'If-Match': '"1"' }).expect(409)
    await scanner.put(path, method({ approval }), { 'If-Match': '"1"' }).expect(409)

    expect(body.detail).toBe(
      'Round 1 of Scan 1 opened on 2026-04-01, and its method has been fixed since. Change the method of the next scan.',
    )
    await scanner.put(path, method(), { 'If-Match': '"1"' }).expect(200)
    expect((await scanner.get(path)).body).toMatchObject({ version: 1, method: { minimumPanel: 3 } })
  })

  it('is for the scan team; others read it', async () => {
    const { addPerson, given, nobody } = await createTestRegistry({ now })
    const { slug } = await given.scan()
    for (const role of ['lead', 'admin'] as const) {
      const person = await addPerson([role])
      await person.put(`/scans/${slug}/method`, method(), { 'If-Match': '"1"' }).expect(403)
      await person.get(`/scans/${slug}/method`).expect(200)
      await person.get(`/scans/${slug}/method/versions`).expect(200)
    }
    const board = await addPerson(['board'])
    for (const path of ['method', 'method/versions', 'statement']) {
      await board.get(`/scans/${slug}/${path}`).expect(404)
      await nobody.get(`/scans/${slug}/${path}`).expect(401)
    }
  })
})
