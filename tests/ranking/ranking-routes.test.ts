import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry, type TestRegistry, type Visitor } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

async function names(visitor: Visitor, query = ''): Promise<string[]> {
  const { body } = await visitor.get(`/ranking${query}`).expect(200)
  return body.items.map((item: { name: string }) => item.name)
}

describe('GET /ranking', () => {
  it('puts the technologies of the last closed round in the order of their scores', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.closedRound({ 'Leadless pacemaker': { impact: 3 }, 'Wearable monitor': { impact: 7 } })

    expect(await names(scanner)).toEqual(['Wearable monitor', 'Leadless pacemaker'])
  })

  it('takes every score apart into contributions that add up to it', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.closedRound({ 'Wearable monitor': { impact: 6, band: 1 } })

    const { body } = await scanner.get('/ranking').expect(200)
    const { score, contributions, values } = body.items[0]

    // One specialism: reach carries no weight, the others are 6000, 1000, 1000 of 8000. Impact 6/9; band 1 is 0.6; 5 of 9 is 4/8.
    expect(values).toEqual({ impact: 6 / 9, reach: 6 / 9, imminence: expect.closeTo(0.6, 9), readiness: 0.5 })
    expect(score).toBeCloseTo(100 * (0.75 * (6 / 9) + 0.125 * 0.6 + 0.125 * 0.5), 9)
    const sum = contributions.impact + contributions.reach + contributions.imminence + contributions.readiness
    expect(sum).toBeCloseTo(score, 9)
  })

  it('shows no figure of an open round to anybody', async () => {
    const { given, scanner } = await createTestRegistry()
    const { scan, technologies } = await given.closedRound({ Pacemaker: { impact: 3 } })
    const before = await scanner.get('/ranking')
    const second = await given.openRound(scan, technologies)
    for (const lead of scan.leads['cardiac-science']!)
      await given.answer(lead, second, technologies[0]!, 'cardiac-science', { impact: 9 })

    expect((await scanner.get('/ranking')).body.items).toEqual(before.body.items)

    await given.closeRound(second)
    expect((await scanner.get('/ranking')).body.items[0].meanImpact).toBe(9)
  })

  it('lists what awaits answers, is already here or is not affected apart, each with its reason', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.closedRound({
      Ranked: { impact: 5 },
      Here: { stance: 'already' },
      Nothing: { stance: 'not-affected' },
      Unknown: { stance: 'cannot-judge' },
    })

    const { body } = await scanner.get('/ranking').expect(200)
    expect(body.counts).toEqual({ ranked: 1, awaiting: 1, 'already-here': 1, 'not-affected': 1 })
    expect(await names(scanner, '?list=already-here')).toEqual(['Here'])
    expect(await names(scanner, '?list=not-affected')).toEqual(['Nothing'])
    const awaiting = await scanner.get('/ranking?list=awaiting').expect(200)
    expect(awaiting.body.items).toMatchObject([{ name: 'Unknown', missing: ['panellists'], panellists: 0 }])
  })

  it('narrows by text, category, band and specialism, and pages with an opaque cursor', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.closedRound({
      'Smart watch': { impact: 8, band: 0 },
      'Smart patch': { impact: 6, band: 1 },
      Pacemaker: { impact: 4, band: 1 },
    })

    expect(await names(scanner, '?q=smar')).toEqual(['Smart watch', 'Smart patch'])
    expect(await names(scanner, '?band=1')).toEqual(['Smart patch', 'Pacemaker'])
    expect(await names(scanner, '?category=genomics')).toEqual([])
    expect(await names(scanner, '?category=genomics&category=wearables-sensors&band=0')).toEqual(['Smart watch'])
    expect(await names(scanner, '?specialism=cardiac-science')).toHaveLength(3)
    const first = await scanner.get('/ranking?limit=2').expect(200)
    expect(first.body).toMatchObject({ total: 3, items: [{ place: 1 }, { place: 2 }] })
    expect(await names(scanner, `?limit=2&cursor=${first.body.nextCursor}`)).toEqual(['Pacemaker'])
  })

  it('re-ranks under other weights without changing the method', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.closedRound({ Soon: { impact: 4, band: 0 }, Large: { impact: 6, band: 3 } })

    expect(await names(scanner)).toEqual(['Large', 'Soon'])
    expect(await names(scanner, '?weights=impact:0,reach:0,imminence:10000,readiness:0')).toEqual(['Soon', 'Large'])
    const refused = await scanner.get('/ranking?weights=impact:1,reach:0,imminence:0,readiness:0').expect(422)
    expect(refused.body.errors[0]).toMatchObject({ parameter: 'weights' })
  })

  it('shows the board the ranking of a scan only where the scan allows it', async () => {
    const { given, addPerson } = await createTestRegistry()
    await given.closedRound({ Pacemaker: { impact: 3 } })
    const board = await addPerson(['board'])

    const refused = await board.get('/ranking').expect(404)
    expect(refused.body.detail).toBe('There is no scan you may see a ranking of yet.')

    const { scan } = await given.closedRound({ Monitor: { impact: 3 } }, { boardSeesDraft: true })
    const { body } = await board.get('/ranking').expect(200)
    expect(body).toMatchObject({ workingDraft: true, scan: { slug: scan.slug } })
    await board.get('/ranking?scan=scan-1').expect(404)
  })

  it('says from which specialisms nobody has been heard', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3, audiology: 1 })
    const technology = await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
    const round = await given.openRound(scan, [technology])
    for (const lead of scan.leads['cardiac-science']!)
      await given.answer(lead, round, technology, 'cardiac-science', { impact: 5 })
    await given.closeRound(round)

    const { body } = await scanner.get('/ranking').expect(200)
    expect(body.answered).toMatchObject({ panellists: 3, invited: 4, specialisms: 1, notHeardFrom: ['Audiology'] })
    // Silence is not a "no": reach still counts both specialisms, 2 of 2 against reachFull 0.2.
    expect(body.items[0]).toMatchObject({ affected: 1, asked: 2 })
  })
})

describe('where a specialism has one panel member', () => {
  it('the ranking, a standing and the statement name it, from the seats and within the lens, whoever answered', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3, audiology: 1 })
    const technology = await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
    const round = await given.openRound(scan, [technology])
    // One of three has answered: of the seats that is still a panel of three.
    await given.answer(scan.leads['cardiac-science']![0]!, round, technology, 'cardiac-science', { impact: 5 })
    await given.closeRound(round)

    const named = async (path: string) => (await scanner.get(path).expect(200)).body.oneMember
    expect(await named('/ranking')).toEqual(['Audiology'])
    expect(await named('/ranking?lens=specialism:audiology')).toEqual(['Audiology'])
    expect(await named('/ranking?lens=specialism:cardiac-science')).toEqual([])
    expect(await named(`/ranking/${technology.slug}`)).toEqual(['Audiology'])
    expect(await named(`/scans/${scan.slug}/statement`)).toEqual(['Audiology'])
    expect((await scanner.get('/ranking').expect(200)).body.raterScale).toBe('raw')
  })
})

describe('a specialism’s own figures', () => {
  async function smallSpecialism(registry: TestRegistry, sizes: Record<string, number>) {
    const { given } = registry
    const scan = await given.scan(sizes)
    const technology = await given.technology('Monitor', { specialisms: Object.keys(sizes) })
    const round = await given.openRound(scan, [technology])
    for (const [specialism, leads] of Object.entries(scan.leads))
      for (const lead of leads) await given.answer(lead, round, technology, specialism, { impact: 7 })
    await given.closeRound(round)
    return technology
  }

  it('are withheld below three panel members, and a second specialism with them', async () => {
    const registry = await createTestRegistry()
    const technology = await smallSpecialism(registry, { 'cardiac-science': 4, audiology: 2, neurophysiology: 3 })

    const { body } = await registry.scanner.get(`/ranking/${technology.slug}`).expect(200)
    const shown = Object.fromEntries(
      body.specialisms.map((one: { slug: string; meanImpact: number | null }) => [one.slug, one.meanImpact]),
    )
    expect(shown).toEqual({ 'cardiac-science': 7, audiology: null, neurophysiology: null })
  })

  it('cannot be reached by a lens, a filter or a sort either', async () => {
    const registry = await createTestRegistry()
    await smallSpecialism(registry, { 'cardiac-science': 4, audiology: 2, neurophysiology: 3 })
    const { scanner } = registry

    for (const lens of ['audiology', 'neurophysiology']) {
      expect(await names(scanner, `?lens=specialism:${lens}`)).toEqual([])
      expect(await names(scanner, `?lens=specialism:${lens}&band=1&sort=year`)).toEqual([])
      const { body } = await scanner.get(`/ranking?lens=specialism:${lens}&list=awaiting`).expect(200)
      expect(body.items).toMatchObject([{ missing: ['withheld'] }])
    }
    expect(await names(scanner, '?lens=specialism:cardiac-science')).toEqual(['Monitor'])
  })
})

describe('GET /ranking, asked wrongly', () => {
  it.each([
    ['lens=everything', 'lens'],
    ['band=7', 'band.0'],
    ['limit=20001', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['asOfRound=1', 'asOfRound'],
    ['colour=red', 'colour'],
  ])('names the parameter in ?%s', async (query, parameter) => {
    const { given, scanner } = await createTestRegistry()
    await given.scan()

    const { body } = await scanner.get(`/ranking?${query}`).expect(422)
    expect(body.errors[0].parameter).toBe(parameter)
  })

  it('answers 404 for a lens that the scan does not hold', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.scan()

    await scanner.get('/ranking?lens=specialism:genomics').expect(404)
    await scanner.get('/ranking?scan=no-such-scan').expect(404)
  })
})

describe('one person’s stance', () => {
  it('is not given away by a count where fewer than three were heard from', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 3, audiology: 1 })
    const technology = await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
    const round = await given.openRound(scan, [technology])
    for (const lead of scan.leads['cardiac-science']!)
      await given.answer(lead, round, technology, 'cardiac-science', { impact: 5 })
    await given.answer(scan.leads.audiology![0]!, round, technology, 'audiology', { stance: 'cannot-judge' })
    await given.closeRound(round)

    const { body } = await scanner.get('/ranking/monitor').expect(200)
    const audiology = body.specialisms.find((one: { slug: string }) => one.slug === 'audiology')
    expect(audiology).toMatchObject({ answers: null, cannotJudge: null, meanImpact: null, withheld: true })
  })
})
