import { afterEach, describe, expect, it } from '@jest/globals'
import { technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('POST /scans', () => {
  it('creates a scan over ten years with the default method and its own specialisms', async () => {
    const { scanner } = await createTestRegistry()
    const request = { name: 'Scan 2026', startYear: 2026, specialisms: ['audiology', 'cardiac-science'] }

    const { body } = await scanner.post('/scans', request).expect(201)

    expect(body).toMatchObject({ slug: 'scan-2026', startYear: 2026, endYear: 2036, frozenAt: null, rounds: [] })
    expect(body.method.weights).toEqual({ impact: 6000, reach: 2000, imminence: 1000, readiness: 1000 })
    expect(body.bands).toEqual([
      { index: 0, from: 2026, to: 2028 },
      { index: 1, from: 2029, to: 2031 },
      { index: 2, from: 2032, to: 2036 },
      { index: 3, from: 2037, to: null },
    ])
    expect(body.specialisms.map((one: { slug: string }) => one.slug)).toEqual(['audiology', 'cardiac-science'])
    await scanner.post('/scans', request).expect(409)
  })

  it('is for the scan team', async () => {
    const { addPerson, nobody } = await createTestRegistry()
    const request = { name: 'Scan 2026', startYear: 2026, specialisms: ['audiology'] }

    for (const role of ['board', 'lead', 'admin'] as const)
      await (await addPerson([role])).post('/scans', request).expect(403)
    await nobody.post('/scans', request).expect(401)
  })
})

describe('a round', () => {
  it('opens once it asks something of somebody, and says what is missing until then', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 0 })
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    const open = () => scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*')

    expect((await open().expect(409)).body.detail).toContain('asks nothing yet')
    const technology = await given.technology('Monitor')
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: [technology.slug] }).expect(201)
    expect((await open().expect(409)).body.detail).toContain('Nobody is on the panel')
    await given.panellist(scan, ['cardiac-science'])
    await open().expect(200)
    await open().expect(409)
  })

  it('counts what is asked and answered, without a word of what was answered', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3 })
    const technologies = [await given.technology('Monitor'), await given.technology('Patch')]
    const round = await given.openRound(scan, technologies)
    const [first, second] = scan.leads['cardiac-science']!
    await given.answer(first!, round, technologies[0]!, 'cardiac-science', { impact: 5 })
    await given.answer(first!, round, technologies[1]!, 'cardiac-science', { stance: 'cannot-judge' })
    await given.answer(second!, round, technologies[0]!, 'cardiac-science', { impact: 9 })

    const { body } = await scanner.get(`/rounds/${round.id}`).expect(200)
    expect(body).toMatchObject({
      technologies: 2,
      pairs: 2,
      asked: 6,
      answered: 3,
      invited: 3,
      started: 2,
      finished: 1,
    })
    const panel = await (await addPerson(['admin'])).get(`/scans/${scan.slug}/panel`).expect(200)
    expect(panel.body.items.map((one: { answered: number }) => one.answered).sort()).toEqual([0, 1, 2])
    expect(panel.text).not.toMatch(/impact|stance|band/)
    await first!.get(`/scans/${scan.slug}/panel`).expect(403)
  })

  it('is sent anew once somebody has answered, though its version is the same', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    const technology = await given.technology('Monitor')
    const round = await given.openRound(scan, [technology])
    const { etag } = (await scanner.get(`/rounds/${round.id}`).expect(200)).headers
    await scanner.get(`/rounds/${round.id}`).set('If-None-Match', etag!).expect(304)

    await given.answer(scan.leads['cardiac-science']![0]!, round, technology, 'cardiac-science', { impact: 5 })

    await scanner.get(`/rounds/${round.id}`).set('If-None-Match', etag!).expect(200)
    await scanner.post(`/rounds/${round.id}/close`).set('If-Match', etag!).expect(200)
  })

  it('is closed by the version that was seen, once, and takes no more', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    const technology = await given.technology('Monitor')
    const round = await given.openRound(scan, [technology])

    await scanner.post(`/rounds/${round.id}/close`).expect(428)
    await scanner.post(`/rounds/${round.id}/close`).set('If-Match', '"1"').expect(412)
    await scanner.post(`/rounds/${round.id}/close`).set('If-Match', `"${round.version}"`).expect(200)
    await scanner.post(`/rounds/${round.id}/close`).set('If-Match', '*').expect(409)
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: [technology.slug] }).expect(409)
  })

  it('asks a technology entered while it is open, and says which specialisms have nobody', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 2, audiology: 0 })
    const round = await given.openRound(scan, [await given.technology('Monitor')])
    await given.technology('Late patch', { specialisms: ['cardiac-science', 'audiology'] })

    const { body } = await scanner
      .post(`/rounds/${round.id}/technologies`, { technologies: ['late-patch'] })
      .expect(201)

    expect(body).toMatchObject({ added: 2, panellists: 2, withoutPanel: ['Audiology'], round: { technologies: 2 } })
    const ranking = await scanner.get('/ranking?list=awaiting').expect(200)
    expect(ranking.body.items).toContainEqual(expect.objectContaining({ name: 'Late patch', missing: ['panellists'] }))
  })

  it('asks again what the last one asked, or a part of it', async () => {
    const { scanner, given } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 5 }, Patch: { impact: 6 } })
    const part = { technologies: ['patch'], asksYears: true, closesOn: '2026-12-01' }

    await scanner.post(`/scans/${scan.slug}/rounds`, { technologies: ['patch', 'unheard-of'] }).expect(422)
    const { body } = await scanner.post(`/scans/${scan.slug}/rounds`, part).expect(201)

    expect(body).toMatchObject({
      number: 2,
      state: 'prepared',
      technologies: 1,
      asksYears: true,
      closesOn: '2026-12-01',
    })
    await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(409)
  })

  it('freezes readiness and specialisms as the first one opens', async () => {
    const { scanner, given } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 5 } })
    const { evidence: _, ...change } = technologyRequest('Monitor')
    await scanner.put('/technologies/monitor', { ...change, readiness: 9 }, { 'If-Match': '*' }).expect(200)

    const { body } = await scanner.get('/ranking').expect(200)
    expect(body.items[0].readiness).toBe(5)
    expect((await scanner.get(`/scans/${scan.slug}`)).body.frozenAt).not.toBeNull()
  })
})

describe('what carries over', () => {
  it('counts an answer of an earlier round once, until the same person answers again', async () => {
    const { scanner, given } = await createTestRegistry()
    const { scan, technologies } = await given.closedRound({ Monitor: { impact: 4 } })
    const second = await given.openRound(scan, technologies)
    await given.answer(scan.leads['cardiac-science']![0]!, second, technologies[0]!, 'cardiac-science', { impact: 7 })
    await given.closeRound(second)

    const { body } = await scanner.get('/ranking').expect(200)
    // Two answers of 4 carry over, one of 7 replaces its own 4: mean 5.
    expect(body.items[0]).toMatchObject({ answers: 3, panellists: 3, meanImpact: expect.closeTo(5, 9) })
  })
})

describe('PUT /scans/:scan', () => {
  it('lets the board see the working draft', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 4 } })
    const board = await addPerson(['board'])
    expect((await board.get('/scans')).body.items).toEqual([])
    await board.get(`/scans/${scan.slug}`).expect(404)
    await board.get('/technologies/monitor').expect(404)
    const { id } = (await scanner.get(`/scans/${scan.slug}`)).body.rounds[0]
    expect((await board.get(`/rounds/${id}`).expect(404)).body.detail).toBe(`There is no round "${id}".`)

    const change = { name: scan.name, boardSeesDraft: true }
    await scanner.put(`/scans/${scan.slug}`, change, { 'If-Match': '*' }).expect(200)

    await board.get(`/scans/${scan.slug}`).expect(200)
    await board.get('/technologies/monitor').expect(200)
    expect((await board.get('/ranking').expect(200)).body.items).toHaveLength(1)
  })
})

describe('the last round that a scan can have', () => {
  it('is followed by a refusal, not by a fault', async () => {
    const { registry, scanner, given } = await createTestRegistry()
    const { scan, round } = await given.closedRound({ Monitor: { impact: 5 } })
    await registry.transaction((trx) =>
      trx.updateTable('rounds').set({ number: 50 }).where('id', '=', round.id).execute(),
    )

    const { body } = await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(409)

    expect(body.detail).toContain('50 rounds')
  })
})
