import { afterEach, describe, expect, it } from '@jest/globals'
import { auditTrail } from '../../db/audit.ts'
import { ratingRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function openRoundOn(sizes: Record<string, number> = { 'cardiac-science': 3 }, changes: object = {}) {
  const registry = await createTestRegistry()
  const scan = await registry.given.scan(sizes)
  const technology = await registry.given.technology('Monitor', { specialisms: Object.keys(sizes) })
  const round = await registry.given.openRound(scan, [technology], changes)
  const path = `/rounds/${round.id}/ratings/monitor/cardiac-science`
  return { ...registry, scan, technology, round, path, lead: scan.leads['cardiac-science']![0]! }
}

const create = { 'If-None-Match': '*' }

describe('PUT /rounds/:round/ratings/:technology/:specialism', () => {
  it('records an answer, which its panel member alone can read', async () => {
    const { lead, path, scan, scanner } = await openRoundOn()

    const response = await lead.put(path, ratingRequest({ impact: 7, band: 1 }), create).expect(201)

    expect(response.body).toMatchObject({ stance: 'rated', impact: 7, arrival: { kind: 'band', band: 1 }, version: 1 })
    expect((await lead.get(path).expect(200)).body).toEqual(response.body)
    await scan.leads['cardiac-science']![1]!.get(path).expect(404)
    await scanner.get(path).expect(403)
  })

  it('adds a version with each change and takes the same answer twice as done', async () => {
    const { lead, path } = await openRoundOn()
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)

    const changed = await lead.put(path, ratingRequest({ impact: 8 }), { 'If-Match': '"1"' }).expect(200)
    const repeated = await lead.put(path, ratingRequest({ impact: 8 }), { 'If-Match': '"1"' }).expect(200)

    expect([changed.body.version, repeated.body.version]).toEqual([2, 2])
  })

  it('takes the same answer as done when the round has closed since, and no other', async () => {
    const { lead, path, given, round } = await openRoundOn()
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)
    await given.closeRound(round)

    expect((await lead.put(path, ratingRequest({ impact: 7 }), create).expect(200)).body.version).toBe(1)
    await lead.put(path, ratingRequest({ impact: 8 }), { 'If-Match': '"1"' }).expect(409)
  })

  it('never silently overwrites an answer given in another window', async () => {
    const { lead, path } = await openRoundOn()
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)

    const { body } = await lead.put(path, ratingRequest({ impact: 2 }), create).expect(412)
    expect(body.current).toMatchObject({ impact: 7, version: 1 })
    await lead.put(path, ratingRequest({ impact: 2 })).expect(428)
  })

  it('withdraws an answer as a further version', async () => {
    const { lead, path, given, round, scanner } = await openRoundOn()
    await lead.put(path, { stance: 'withdrawn' }, create).expect(409)
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)

    const { body } = await lead.put(path, { stance: 'withdrawn' }, { 'If-Match': '"1"' }).expect(200)

    expect(body).toMatchObject({ stance: 'withdrawn', impact: null, version: 2 })
    expect((await scanner.get(`/rounds/${round.id}`)).body.answered).toBe(0)
    await given.closeRound(round)
    expect((await scanner.get('/ranking?list=awaiting')).body.items).toMatchObject([{ panellists: 0 }])
  })

  it.each([
    [{ stance: 'rated', arrival: { kind: 'band', band: 1 } }, '/impact'],
    [{ stance: 'rated', impact: 5 }, '/arrival'],
    [{ stance: 'rated', impact: 12, arrival: { kind: 'cannot-say' } }, '/impact'],
    [{ stance: 'rated', impact: 0, arrival: { kind: 'cannot-say' } }, '/impact'],
    [{ stance: 'rated', impact: 5.5, arrival: { kind: 'cannot-say' } }, '/impact'],
    [{ stance: 'rated', impact: 5, arrival: { kind: 'band', band: 4 } }, '/arrival/band'],
    [{ stance: 'rated', impact: 5, arrival: { kind: 'years', p10: 2027, p50: 2029, p90: 2031 } }, '/arrival'],
    [{ stance: 'not-affected', impact: 5 }, '/impact'],
    [{ stance: 'already', arrival: { kind: 'cannot-say' } }, '/arrival'],
    [{ stance: 'maybe' }, '/stance'],
    [{ stance: 'cannot-judge', mood: 'good' }, '/mood'],
    ['seven', ''],
  ])('names what is wrong in %j', async (body, pointer) => {
    const { lead, path } = await openRoundOn()

    const response = await lead.put(path, JSON.stringify(body), { ...create, 'Content-Type': 'application/json' })

    expect(response.status).toBe(422)
    expect(response.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    await lead.get(path).expect(404)
  })

  it('takes three years in their order where the round asks years', async () => {
    const { lead, path } = await openRoundOn(undefined, { asksYears: true })
    const years = (p10: number, p50: number, p90: number) => ({
      stance: 'rated',
      impact: 5,
      arrival: { kind: 'years', p10, p50, p90 },
    })

    await lead.put(path, years(2030, 2029, 2031), create).expect(422)
    // Start 2026: from ten years before to fifty after.
    await lead.put(path, years(2015, 2029, 2031), create).expect(422)
    await lead.put(path, years(2027, 2029, 2077), create).expect(422)
    const { body } = await lead.put(path, years(2016, 2029, 2076), create).expect(201)
    expect(body.arrival).toEqual({ kind: 'years', p10: 2016, p50: 2029, p90: 2076 })
  })

  it('is for those whom the round asks, while it is open', async () => {
    const { lead, path, round, scan, given, nobody, addPerson } = await openRoundOn({
      'cardiac-science': 1,
      audiology: 1,
    })
    const audiologist = scan.leads.audiology![0]!

    await nobody.put(path, ratingRequest({ impact: 5 }), create).expect(401)
    await (await addPerson(['board'])).put(path, ratingRequest({ impact: 5 }), create).expect(403)
    await (await addPerson(['lead'])).put(path, ratingRequest({ impact: 5 }), create).expect(403)
    const another = await audiologist.put(path, ratingRequest({ impact: 5 }), create).expect(403)
    expect(another.body.title).toBe('This is not yours to change')
    await audiologist.get(path).expect(403)
    await lead
      .put(`/rounds/${round.id}/ratings/nothing/cardiac-science`, ratingRequest({ impact: 5 }), create)
      .expect(404)
    await given.closeRound(round)
    const { body } = await lead.put(path, ratingRequest({ impact: 5 }), create).expect(409)
    expect(body.detail).toBe('Round 1 is closed, so its answers cannot be changed.')
  })

  it('refuses a reason of a megabyte before it is read, and one too long by its name', async () => {
    const { lead, path } = await openRoundOn()
    const because = (reason: string) => ({ ...ratingRequest({ impact: 5 }), reason })

    await lead.put(path, because('x'.repeat(1_000_000)), create).expect(413)
    const { body } = await lead.put(path, because('x'.repeat(2001)), create).expect(422)
    expect(body.errors).toMatchObject([{ pointer: '/reason', detail: expect.stringContaining('2000') }])
    await lead.get(path).expect(404)
  })

  it('leaves who answered what in the trail, and nothing of the answer’s values', async () => {
    const { lead, path, registry } = await openRoundOn()
    await lead
      .put(path, { ...ratingRequest({ impact: 7 }), reason: 'Because of the night shifts.' }, create)
      .expect(201)

    const entry = (await auditTrail(registry.read)).at(-1)!
    expect(entry).toMatchObject({ action: 'rating.record', actor: lead.account })
    expect(Object.keys(entry.details).sort()).toEqual([
      'panellist',
      'saltedDigest',
      'specialism',
      'technology',
      'version',
    ])
    expect(JSON.stringify(entry)).not.toContain('night shifts')
  })

  it('gives the same salted digest to no two equal answers', async () => {
    const { path, registry, scan } = await openRoundOn()
    for (const lead of scan.leads['cardiac-science']!)
      await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)

    const digests = (await auditTrail(registry.read)).slice(-3).map((entry) => entry.details.saltedDigest)
    expect(new Set(digests).size).toBe(3)
  })
})

describe('GET /my-answers', () => {
  it('shows what the open round asks, with this round’s answer and the one that carries over', async () => {
    const { lead, path, round, given, scan, technology } = await openRoundOn()
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)
    await given.closeRound(round)
    await given.openRound(scan, [technology])

    const { body } = await lead.get('/my-answers').expect(200)

    expect(body.items).toHaveLength(1)
    expect(body.items[0].items).toMatchObject([
      { technology: { slug: 'monitor' }, answer: null, earlier: { impact: 7 } },
    ])
    expect(body.items[0].round.number).toBe(2)
  })

  it('is empty for a lead who is on no panel, and shows nobody another’s queue', async () => {
    const { addPerson, scanner } = await openRoundOn()

    expect((await (await addPerson(['lead'])).get('/my-answers').expect(200)).body.items).toEqual([])
    await scanner.get('/my-answers').expect(403)
  })

  it('asks first what the fewest others have answered, and keeps their number to itself', async () => {
    const { given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 4 })
    const technologies = [
      await given.technology('Lamp'),
      await given.technology('Probe'),
      await given.technology('Robot'),
    ]
    const round = await given.openRound(scan, technologies)
    const [me, ...others] = scan.leads['cardiac-science']!
    const answer = (who: number, which: number, a: Parameters<typeof given.answer>[4]) =>
      given.answer(others[who]!, round, technologies[which]!, 'cardiac-science', a)
    await answer(0, 0, { impact: 5 })
    await answer(1, 0, { impact: 5 })
    await answer(0, 1, { impact: 5 })
    // Neither one taken back counts, nor one's own.
    await answer(2, 2, { impact: 5 })
    await answer(2, 2, { stance: 'withdrawn' })
    await given.answer(me!, round, technologies[2]!, 'cardiac-science', { impact: 5 })

    const { items } = (await me!.get('/my-answers').expect(200)).body.items[0]
    expect(items.map((item: { technology: { slug: string } }) => item.technology.slug)).toEqual([
      'robot',
      'probe',
      'lamp',
    ])
    expect(Object.keys(items[0]).sort()).toEqual(['answer', 'askedBefore', 'earlier', 'specialism', 'technology'])
  })

  it('tells by no order whether somebody has answered or cannot judge', async () => {
    const { given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 2 })
    const technologies = [await given.technology('Lamp'), await given.technology('Probe')]
    const round = await given.openRound(scan, technologies)
    const [me, other] = scan.leads['cardiac-science']!
    const order = async (): Promise<string[]> =>
      (await me!.get('/my-answers').expect(200)).body.items[0].items.map(
        (item: { technology: { slug: string } }) => item.technology.slug,
      )
    const first = technologies.find(({ slug }) => slug === 'lamp')!
    const orderAfter = async (a: Parameters<typeof given.answer>[4]) => {
      await given.answer(other!, round, first, 'cardiac-science', a)
      return order()
    }

    expect(await orderAfter({ impact: 5 })).toEqual(['probe', 'lamp'])
    expect(await orderAfter({ stance: 'cannot-judge' })).toEqual(['probe', 'lamp'])
    await given.answer(other!, round, first, 'cardiac-science', { stance: 'withdrawn' })
    await given.answer(other!, round, technologies[1]!, 'cardiac-science', { stance: 'cannot-judge' })
    expect(await order()).toEqual(['lamp', 'probe'])
  })

  it('says what was asked before, and what came of a closed round', async () => {
    const { lead, path, round, given, scan, technology } = await openRoundOn()
    await lead.put(path, ratingRequest({ impact: 7 }), create).expect(201)
    expect((await lead.get('/my-answers')).body.items[0].items[0].askedBefore).toBe(false)
    await given.closeRound(round)

    const { items, seats } = (await lead.get('/my-answers').expect(200)).body
    expect(items).toEqual([])
    expect(seats).toMatchObject([
      { scan: { slug: scan.slug }, specialisms: [{ slug: 'cardiac-science' }], lastClosedRound: 1 },
    ])
    await given.openRound(scan, [technology])
    expect((await lead.get('/my-answers')).body.items[0].items[0].askedBefore).toBe(true)
  })

  it('keeps the technology as the scan froze it', async () => {
    const { lead, scanner, technology } = await openRoundOn()
    const { evidence: _e, id: _i, slug: _s, ...rest } = technology
    const { category, specialisms, name, description } = rest
    const change = {
      name,
      description,
      category: category.slug,
      specialisms: specialisms.map((one) => one.slug),
      readiness: 9,
    }
    await scanner.put('/technologies/monitor', change, { 'If-Match': '*' }).expect(200)

    const { body } = await lead.get('/my-answers').expect(200)
    expect(body.items[0].items[0].technology.readiness).toBe(5)
  })
})
