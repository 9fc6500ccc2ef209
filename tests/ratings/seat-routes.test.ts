import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { ratingRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const create = { 'If-None-Match': '*' }
const any = { 'If-Match': '*' }

/** A round that is open, and a lead on its panel who has done nothing yet. */
async function givenNewcomer() {
  const registry = await createTestRegistry()
  const scan = await registry.given.scan({ 'cardiac-science': 1 })
  const newcomer = await registry.addPerson(['lead'])
  await registry.scanner
    .post(`/scans/${scan.slug}/panel`, { account: newcomer.account, specialisms: ['cardiac-science'] })
    .expect(201)
  const technology = await registry.given.technology('Monitor')
  const round = await registry.given.openRound(scan, [technology])
  const seat = `/scans/${scan.slug}/my-seat`
  return { ...registry, scan, newcomer, round, seat, rating: `/rounds/${round.id}/ratings/monitor/cardiac-science` }
}

const readNotice = (visitor: Visitor, seat: string) => visitor.put(`${seat}/notice`, { read: true }).expect(200)

describe('the notice', () => {
  it('must be read before the first answer', async () => {
    const { newcomer, seat, rating } = await givenNewcomer()

    const refused = await newcomer.put(rating, ratingRequest({ impact: 7 }), create).expect(409)
    expect(refused.body.detail).toContain('Read the notice under My answers first')
    await newcomer.get(rating).expect(404)

    const { body } = await readNotice(newcomer, seat)
    expect(body.noticeReadAt).toEqual(expect.any(String))
    await newcomer.put(rating, ratingRequest({ impact: 7 }), create).expect(201)
  })

  it('read a second time, stays as it was read first', async () => {
    const { newcomer, seat } = await givenNewcomer()
    const first = await readNotice(newcomer, seat)
    expect((await readNotice(newcomer, seat)).body).toEqual(first.body)
    await newcomer.put(`${seat}/notice`, { read: false }).expect(422)
  })
})

describe('a seat', () => {
  it('is its holder’s alone', async () => {
    const { seat, scanner, nobody, addPerson, newcomer } = await givenNewcomer()
    await newcomer.get(seat).expect(200)
    await nobody.get(seat).expect(401)
    await scanner.get(seat).expect(403)
    await (await addPerson(['lead'])).get(seat).expect(404)
    await (await addPerson(['lead'])).put(`${seat}/notice`, { read: true }).expect(404)
  })

  it('stands in the queue of the round', async () => {
    const { newcomer, seat } = await givenNewcomer()
    const queue = (await newcomer.get('/my-answers').expect(200)).body.items[0]
    expect(queue.seat).toEqual((await newcomer.get(seat)).body)
    expect(queue.seat).toMatchObject({ noticeReadAt: null, consentToBeNamed: null, declaration: null, version: 1 })
  })
})

describe('consent to be named', () => {
  it('is given, taken back, and never overwritten unseen', async () => {
    const { newcomer, seat } = await givenNewcomer()
    const path = `${seat}/consent`
    await newcomer.put(path, { consentToBeNamed: true }).expect(428)
    const given = await newcomer.put(path, { consentToBeNamed: true }, { 'If-Match': '"1"' }).expect(200)
    expect(given.body).toMatchObject({ consentToBeNamed: true, version: 2 })

    const stale = await newcomer.put(path, { consentToBeNamed: false }, { 'If-Match': '"1"' }).expect(412)
    expect(stale.body.current).toMatchObject({ consentToBeNamed: true, version: 2 })
    // Equal to what is there: done already.
    await newcomer.put(path, { consentToBeNamed: true }, { 'If-Match': '"1"' }).expect(200)
    const taken = await newcomer.put(path, { consentToBeNamed: false }, { 'If-Match': given.headers.etag! }).expect(200)
    expect(taken.body.consentToBeNamed).toBe(false)
  })
})

describe('a declaration of interests', () => {
  it('says none, then some in a technology that the scan asks about; every version is kept', async () => {
    const { newcomer, seat, registry } = await givenNewcomer()
    const path = `${seat}/declaration`
    const none = await newcomer.put(path, { kind: 'none' }, any).expect(200)
    expect(none.body.declaration).toMatchObject({ kind: 'none', statement: '', technologies: [], version: 1 })

    const some = { kind: 'some', statement: 'I hold shares in its maker.', technologies: ['monitor'] }
    const { body } = await newcomer.put(path, some, { 'If-Match': none.headers.etag! }).expect(200)
    expect(body.declaration).toMatchObject({
      ...some,
      technologies: [{ slug: 'monitor', name: 'Monitor' }],
      version: 2,
    })
    expect((await newcomer.put(path, some, { 'If-Match': '"1"' }).expect(200)).body).toEqual(body)

    const trail = (await auditTrail(registry.read)).filter(({ action }) => action === 'seat.declare')
    expect(trail.map(({ details }) => details.version)).toEqual([1, 2])
    expect(JSON.stringify(trail)).not.toContain('shares')
  })

  it.each([
    [{ kind: 'none', statement: 'Some after all.' }, '/kind'],
    [{ kind: 'none', technologies: ['monitor'] }, '/kind'],
    [{ kind: 'some' }, '/statement'],
    [{ kind: 'some', technologies: ['monitor', 'nothing-like-it'] }, '/technologies/1'],
    [{ kind: 'perhaps' }, '/kind'],
    [{ kind: 'some', statement: 'x'.repeat(2001) }, '/statement'],
  ])('names what is wrong in %j', async (body, pointer) => {
    const { newcomer, seat } = await givenNewcomer()
    const refused = await newcomer.put(`${seat}/declaration`, body, any).expect(422)
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect((await newcomer.get(seat)).body.declaration).toBeNull()
  })

  it('refuses a statement of a megabyte before it is read', async () => {
    const { newcomer, seat } = await givenNewcomer()
    await newcomer.put(`${seat}/declaration`, { kind: 'some', statement: 'x'.repeat(1_000_000) }, any).expect(413)
  })
})
