import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const anew = { 'If-None-Match': '*' }
const full = { action: 'pilot', serviceModel: 'In the community.', yearsNeeded: 2 }

/** A scan over two specialisms with one closed round, in which five leads of cardiac science put a monitor at 2029 to 2031. */
async function givenScan(changes: object = { boardSeesDraft: true }) {
  const made = await createTestRegistry()
  const { given, addPerson } = made
  const scan = await given.scan({ 'cardiac-science': 5, audiology: 1 }, changes)
  const monitor = await given.technology('Monitor')
  const round = await given.openRound(scan, [monitor])
  const leads = scan.leads['cardiac-science']!
  for (const lead of leads) await given.answer(lead, round, monitor, 'cardiac-science', { impact: 6, band: 1 })
  await given.closeRound(round)
  const path = `/reviews/${scan.slug}/monitor/cardiac-science`
  const [ann, ben] = leads as [Visitor, Visitor]
  const board = await addPerson(['board'])
  return { ...made, scan, path, ann, ben, other: scan.leads.audiology![0]!, board }
}

const seen = (version: number) => ({ 'If-Match': `"${version}"` })
const sign = (lead: Visitor, path: string, version: number) => lead.post(`${path}/sign`).set('If-Match', `"${version}"`)

describe('writing a review', () => {
  it('saves a draft that the leads of the specialism and the scan team see, and says by when to start', async () => {
    const { ann, ben, scanner, path } = await givenScan()

    const { body } = await ann.put(path, full, anew).expect(201)

    expect(body).toMatchObject({ present: { version: 1, state: 'draft', ...full }, signed: null, mayWrite: true })
    // All five answers say 2029 to 2031, so a tenth of them has come in 2029; 2029 − 2.
    expect(body.startBy).toEqual({ year: 2027, from: 2029, basis: 'early' })
    expect((await ben.get(path).expect(200)).body.present.serviceModel).toBe('In the community.')
    expect((await scanner.get(path).expect(200)).body.mayWrite).toBe(false)
  })

  it('is for the leads of that specialism only, by direct call too', async () => {
    const { other, scanner, board, nobody, path } = await givenScan()

    const refused = await other.put(path, full, anew).expect(403)
    expect(refused.body.detail).toContain('Only a lead of Cardiac science')
    await scanner.put(path, full, anew).expect(403)
    await board.put(path, full, anew).expect(403)
    await nobody.put(path, full, anew).expect(401)
    await other.post(`${path}/sign`).set('If-Match', '*').expect(403)
    await scanner.get(path).expect(404)
  })

  it('needs a scan that holds the technology and the specialism', async () => {
    const { ann, given, scan } = await givenScan()
    await given.technology('Elsewhere')

    await ann.put(`/reviews/${scan.slug}/elsewhere/cardiac-science`, full, anew).expect(404)
    await ann.put(`/reviews/${scan.slug}/monitor/genomics`, full, anew).expect(404)
    await ann.put('/reviews/no-scan/monitor/cardiac-science', full, anew).expect(404)
  })

  it('leaves the lists with a technology that is taken out of the scan, and is there again when that is', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 1 })
    await given.technology('Monitor')
    await given.technology('Patch')
    const { body: round } = await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)
    const ask = (technologies: string[]) =>
      scanner.post(`/rounds/${round.id}/technologies`, { technologies }).expect(201)
    await ask(['monitor', 'patch'])
    const lead = scan.leads['cardiac-science']![0]!
    const path = `/reviews/${scan.slug}/patch/cardiac-science`
    await lead.put(path, full, anew).expect(201)
    const listed = async () => (await lead.get(`/reviews?scan=${scan.slug}`).expect(200)).body.total

    await scanner.delete(`/rounds/${round.id}/technologies/patch`).expect(200)
    expect(await listed()).toBe(0)
    await lead.get(path).expect(404)
    await ask(['patch'])
    expect(await listed()).toBe(1)
    await lead.get(path).expect(200)
  })

  it('names what is wrong: a text that is too long, shares out of order or past 100, years, an unknown field', async () => {
    const { ann, path } = await givenScan()
    const wrong = async (body: object, pointer: string) => {
      const { errors } = (await ann.put(path, body, anew).expect(422)).body
      expect(errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
    }
    const share = { low: 1, best: 2, high: 3 }

    await wrong({ curricula: 'x'.repeat(2001) }, '/curricula')
    await wrong({ affected: { middle: { low: 5, best: 4, high: 6 }, end: share } }, '/affected/middle')
    await wrong({ affected: { middle: share, end: { ...share, high: 101 } } }, '/affected/end/high')
    await wrong({ affected: { middle: share } }, '/affected/end')
    await wrong({ yearsNeeded: 21 }, '/yearsNeeded')
    await wrong({ yearsNeeded: 1.5 }, '/yearsNeeded')
    await wrong({ action: 'buy' }, '/action')
    await wrong({ price: 3 }, '/price')
    await ann.put(path, { serviceModel: 'x'.repeat(1_000_000) }, anew).expect(413)
    await ann.get(path).expect(404)
  })

  it('never overwrites what another lead has saved meanwhile', async () => {
    const { ann, ben, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)
    await ann.put(path, { ...full, curricula: 'Ann’s.' }, seen(1)).expect(200)

    const refused = await ben.put(path, { ...full, curricula: 'Ben’s.' }, seen(1)).expect(412)

    expect(refused.body.current).toMatchObject({ version: 2, curricula: 'Ann’s.' })
    expect((await ben.get(path)).body.present.curricula).toBe('Ann’s.')
    await ben.put(path, full).expect(428)
    await ben.put(path, { ...full, curricula: 'Ben’s.' }, anew).expect(412)
  })

  it('again with the same words changes nothing, whatever was seen', async () => {
    const { ann, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)

    const { body } = await ann.put(path, full, seen(7)).expect(200)

    expect(body.version).toBe(1)
    expect((await ann.get(`${path}/versions`)).body.total).toBe(1)
  })

  it('leaves in the trail which fields changed, and none of the words', async () => {
    const { ann, path, registry } = await givenScan()
    await ann.put(path, full, anew).expect(201)

    const entry = (await auditTrail(registry.read)).at(-1)!

    expect(entry).toMatchObject({ action: 'review.draft', actor: ann.account })
    expect(entry.details).toEqual({ version: 1, changed: ['serviceModel', 'yearsNeeded', 'action'] })
  })
})

describe('signing a review', () => {
  it('makes it a version of its own that keeps who signed, when, and the early year', async () => {
    const { ann, ben, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)

    const { body } = await sign(ben, path, 1).expect(200)

    expect(body.signed).toMatchObject({ version: 2, state: 'signed', earlyYear: 2029, writtenBy: 'lead 3' })
    expect(body.present).toEqual(body.signed)
  })

  it('signs what its signer has seen, once, and not without saying what to do', async () => {
    const { ann, ben, path } = await givenScan()
    await sign(ann, path, 1).expect(404)
    await ann.put(path, { serviceModel: 'To be said.' }, anew).expect(201)

    expect((await sign(ann, path, 1).expect(422)).body.errors[0].pointer).toBe('/action')
    await ben.put(path, full, seen(1)).expect(200)
    await sign(ann, path, 1).expect(412)
    await ann.post(`${path}/sign`).expect(428)
    await sign(ann, path, 2).expect(200)
    await sign(ann, path, 3).expect(409)
  })

  it('keeps the signed version public while a change of it is a draft', async () => {
    const { ann, other, board, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)
    await sign(ann, path, 1).expect(200)

    await ann.put(path, { ...full, serviceModel: 'Not agreed yet.' }, seen(2)).expect(200)

    for (const reader of [other, board]) {
      const { body } = await reader.get(path).expect(200)
      expect(body.present).toMatchObject({ version: 2, state: 'signed', serviceModel: 'In the community.' })
      expect(JSON.stringify(body)).not.toContain('Not agreed yet')
    }
    const { present, signed } = (await ann.get(path)).body
    expect([present.state, present.version, signed.version]).toEqual(['draft', 3, 2])
  })

  it('twice with one Idempotency-Key signs once', async () => {
    const { ann, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)
    const again = () => sign(ann, path, 1).set('Idempotency-Key', 'key-1').expect(200)

    await again()
    await again()

    expect((await ann.get(`${path}/versions`)).body.total).toBe(2)
  })
})

describe('reading reviews', () => {
  it('never shows a draft to the board or to leads of other specialisms, in any list', async () => {
    const { ann, other, board, path, scan } = await givenScan()
    await ann.put(path, full, anew).expect(201)

    for (const reader of [board, other]) {
      await reader.get(path).expect(404)
      await reader.get(`${path}/versions`).expect(404)
      for (const query of ['', '&state=draft', '&state=signed', '&specialism=cardiac-science&technology=monitor'])
        expect((await reader.get(`/reviews?scan=${scan.slug}${query}`).expect(200)).body.items).toEqual([])
    }
    expect((await ann.get('/reviews?state=draft').expect(200)).body.total).toBe(1)
  })

  it('shows every version to its leads, the signed ones to the board', async () => {
    const { ann, board, path } = await givenScan()
    await ann.put(path, full, anew).expect(201)
    await sign(ann, path, 1).expect(200)
    await ann.put(path, { ...full, quality: 'Audit.' }, seen(2)).expect(200)

    const versions = async (reader: Visitor) =>
      (await reader.get(`${path}/versions`).expect(200)).body.items.map((one: { version: number }) => one.version)

    expect(await versions(ann)).toEqual([3, 2, 1])
    expect(await versions(board)).toEqual([2])
  })

  it('shows the board nothing of a scan whose draft it may not see', async () => {
    const { ann, board, path, scan } = await givenScan({})
    await ann.put(path, full, anew).expect(201)
    await sign(ann, path, 1).expect(200)

    await board.get(path).expect(404)
    await board.get(`/reviews?scan=${scan.slug}`).expect(404)
    await board.get(`/workforce?scan=${scan.slug}`).expect(404)
  })

  it('goes on from a cursor, and refuses one that was not given', async () => {
    const { ann, other, path, scan, scanner } = await givenScan()
    await ann.put(path, full, anew).expect(201)
    await other.put(`/reviews/${scan.slug}/monitor/audiology`, full, anew).expect(201)

    const first = (await scanner.get('/reviews?limit=1').expect(200)).body
    const second = (await scanner.get(`/reviews?limit=1&cursor=${first.nextCursor}`).expect(200)).body

    expect([first, second].map(({ items, total }) => [items[0].specialism.slug, total])).toEqual([
      ['audiology', 2],
      ['cardiac-science', 2],
    ])
    expect(second.nextCursor).toBeNull()
    await ann.get('/reviews?cursor=made-up').expect(422)
  })

  it('says to the signed-in lead whose reviews they write', async () => {
    const { ann, scanner } = await givenScan()
    expect((await ann.get('/session')).body.account.specialisms).toEqual(['cardiac-science'])
    expect((await scanner.get('/session')).body.account.specialisms).toEqual([])
  })
})

describe('the workforce affected', () => {
  it('is drawn from signed reviews only, each figure with its source', async () => {
    const { ann, ben, board, path } = await givenScan()
    const affected = { middle: { low: 5, best: 10, high: 20 }, end: { low: 10, best: 30, high: 40 } }
    await ann.put(path, { ...full, affected }, anew).expect(201)
    expect((await ben.get('/workforce').expect(200)).body.items).toEqual([])

    await sign(ann, path, 1).expect(200)
    await ann.put(path, { ...full, affected: null }, seen(2)).expect(200)

    const { body } = await board.get('/workforce').expect(200)
    expect(body).toMatchObject({ middleYear: 2031, weighting: 'plain', specialisms: { reviewed: 1, of: 2 } })
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ slug: 'monitor', ...affected })
    expect(body.items[0].reviews[0]).toMatchObject({ specialism: { slug: 'cardiac-science' }, signedBy: 'lead 2' })
  })
})
