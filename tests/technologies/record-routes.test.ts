import { afterEach, describe, expect, it } from '@jest/globals'
import { evidenceRequest, technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const { evidence: _, ...monitor } = technologyRequest('Monitor')
const any = { 'If-Match': '*' }

describe('what belongs to a technology', () => {
  it('is entered with it, and read back', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitoring at home')
    const more = {
      aliases: ['Telemonitor', 'Home monitor'],
      specialisms: ['cardiac-science', 'genomics'],
      specialismReasons: { 'cardiac-science': 'Rhythm clinics would shrink.' },
      partOf: 'monitoring-at-home',
      owner: scanner.account,
      policyItems: ['ten-year-plan-areas/prevention', 'four-ps/precise-diagnosis'],
    }

    const { body } = await scanner.post('/technologies', { ...technologyRequest('Monitor'), ...more }).expect(201)

    expect(body).toMatchObject({
      aliases: ['Telemonitor', 'Home monitor'],
      specialisms: [
        { slug: 'cardiac-science', reason: 'Rhythm clinics would shrink.' },
        { slug: 'genomics', reason: '' },
      ],
      partOf: { slug: 'monitoring-at-home', name: 'Monitoring at home' },
      owner: { id: scanner.account },
      policyItems: [
        { slug: 'four-ps/precise-diagnosis', frame: 'Four Ps of personalised medicine' },
        { slug: 'ten-year-plan-areas/prevention', name: 'Prevention' },
      ],
    })
    expect((await scanner.get('/technologies/monitor')).body).toEqual(body)
    expect((await scanner.get('/technologies/monitoring-at-home')).body.parts).toEqual([
      { slug: 'monitor', name: 'Monitor' },
    ])
  })

  it('is nothing in a request that knows none of it', async () => {
    const { given } = await createTestRegistry()

    expect(await given.technology('Monitor')).toMatchObject({
      ...{ aliases: [], partOf: null, parts: [], owner: null, readinessEvidence: null, policyItems: [], files: [] },
      ...{ archive: null, mergedInto: null },
    })
  })

  it('repeats no name, whatever its case', async () => {
    const { scanner } = await createTestRegistry()
    const aliases = ['monitor', 'Télémonitor', 'Telemonitor', 'TELEMONITOR', 'Watch']

    const { body } = await scanner.post('/technologies', { ...technologyRequest('Monitor'), aliases }).expect(201)

    expect(body.aliases).toEqual(['Télémonitor', 'Watch'])
  })

  it.each([
    [{ aliases: ['Pacemaker'] }, '/aliases/0'],
    [{ aliases: ['Fine', 'PACEMAKER'] }, '/aliases/1'],
    [{ aliases: Array.from({ length: 21 }, (_, i) => `Name ${i}`) }, '/aliases'],
    [{ aliases: ['x'.repeat(121)] }, '/aliases/0'],
    [{ aliases: ['line\nbreak'] }, '/aliases/0'],
    [{ aliases: 'Watch' }, '/aliases'],
    [{ specialismReasons: { genomics: 'Not chosen.' } }, '/specialismReasons/genomics'],
    [{ specialismReasons: { 'cardiac-science': 'x'.repeat(301) } }, '/specialismReasons/cardiac-science'],
    [{ partOf: 'nothing-there' }, '/partOf'],
    [{ owner: '019aabcd-0000-7000-8000-000000000000' }, '/owner'],
    [{ policyItems: ['four-ps/nothing'] }, '/policyItems/0'],
    [{ policyItems: ['prevention'] }, '/policyItems/0'],
  ])('names the field that is wrong in %j', async (changes, pointer) => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Pacemaker')

    const { body } = await scanner.post('/technologies', { ...technologyRequest('Monitor'), ...changes }).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect((await scanner.get('/technologies')).body.total).toBe(1)
  })

  it('is owned by the scan team only', async () => {
    const { scanner, addPerson } = await createTestRegistry()
    const lead = await addPerson(['lead'])

    await scanner.post('/technologies', { ...technologyRequest('Monitor'), owner: lead.account }).expect(422)
  })

  it('keeps wholes and parts on one level, without a circle', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Whole')
    await given.technology('Part', { partOf: 'whole' })
    await given.technology('Monitor')
    const put = (slug: string, partOf: string) => {
      const { evidence: _, ...request } = technologyRequest(slug[0]!.toUpperCase() + slug.slice(1))
      return scanner.put(`/technologies/${slug}`, { ...request, partOf }, any)
    }

    expect((await put('monitor', 'part').expect(422)).body.detail).toContain('Choose Whole instead')
    expect((await put('whole', 'monitor').expect(422)).body.detail).toContain('It has parts itself (Part)')
    await put('monitor', 'monitor').expect(422)
    await put('part', 'monitor').expect(200)
  })

  it('rests its stage on evidence of its own', async () => {
    const { scanner, given } = await createTestRegistry()
    const own = (await given.technology('Monitor')).evidence[0]!.id
    const foreign = (await given.technology('Other')).evidence[0]!.id

    await scanner.put('/technologies/monitor', { ...monitor, readinessEvidence: foreign }, any).expect(422)
    const { body } = await scanner.put('/technologies/monitor', { ...monitor, readinessEvidence: own }, any).expect(200)

    expect(body.readinessEvidence).toBe(own)
  })

  it('may keep what has become wrong meanwhile', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor', { aliases: ['Watch'] })
    await given.technology('Watch')

    await scanner.put('/technologies/monitor', { ...monitor, aliases: ['Watch'], readiness: 6 }, any).expect(200)
  })

  it('shows others neither its owner nor a whole that they may not know of', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Secret whole')
    const asked = await given.technology('Monitor', { partOf: 'secret-whole', owner: scanner.account })
    const scan = await given.scan()
    await given.openRound(scan, [asked])

    const { body } = await scan.leads['cardiac-science']![0]!.get('/technologies/monitor').expect(200)
    const list = await scan.leads['cardiac-science']![0]!.get('/technologies').expect(200)

    expect(body).toMatchObject({ partOf: null, owner: null, archive: null })
    expect(list.body.items).toMatchObject([{ slug: 'monitor', owner: null, partOf: null }])
    expect(JSON.stringify(body) + JSON.stringify(list.body)).not.toMatch(/secret/i)
  })
})

describe('archiving', () => {
  it('says why, by whom and when, and forgets it when the technology is back', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    const path = '/technologies/monitor/archive'

    const { body } = await scanner
      .put(path, { archived: true, reason: 'too-early', note: 'Only mice.' }, any)
      .expect(200)
    expect(body.archive).toMatchObject({
      reason: 'too-early',
      note: 'Only mice.',
      by: expect.stringMatching(/scanner/),
    })
    expect(Date.parse(body.archive.at)).not.toBeNaN()
    const other = await scanner.put(path, { archived: true, reason: 'not-new' }, any).expect(200)
    expect(other.body.archive).toMatchObject({ reason: 'not-new', note: '' })
    const back = await scanner.put(path, { archived: false }, any).expect(200)
    expect(back.body).toMatchObject({ archived: false, archive: null })
  })

  it.each([
    [{ archived: true }, '/reason'],
    [{ archived: true, reason: 'other', note: 'x'.repeat(2001) }, '/note'],
    [{ archived: true, reason: 'boring' }, '/reason'],
    [{ archived: false, reason: 'too-early' }, '/reason'],
  ])('refuses %j', async (request, pointer) => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')

    const { body } = await scanner.put('/technologies/monitor/archive', request, any).expect(422)

    expect(body.errors[0].pointer).toBe(pointer)
  })
})

describe('GET /technologies with filters', () => {
  it('finds those of an owner, of nobody, without evidence, with none that is new, and archived for a reason', async () => {
    const { scanner, given } = await createTestRegistry({ now: () => new Date('2026-11-27T12:00:00Z') })
    const dated = (date: string, changes: object = {}) => [evidenceRequest({ date, ...changes })]
    await given.technology('Fresh', { owner: scanner.account })
    await given.technology('Bare', { evidence: [] })
    await given.technology('Old', { evidence: dated('2023-11-26') })
    await given.technology('Old by month', { evidence: dated('2023-10') })
    await given.technology('Just new', { evidence: dated('2023-11') })
    await given.technology('Planned', { evidence: dated('2030', { dateRole: 'planned', sourceYear: 2019 }) })
    await given.technology('Gone')
    await scanner.put('/technologies/gone/archive', { archived: true, reason: 'duplicate' }, any).expect(200)
    const names = async (query: string) =>
      (await scanner.get(`/technologies?${query}`).expect(200)).body.items.map((one: { name: string }) => one.name)

    expect(await names(`owner=${scanner.account}`)).toEqual(['Fresh'])
    expect(await names('owner=nobody&q=old')).toEqual(['Old', 'Old by month'])
    expect(await names('evidence=none')).toEqual(['Bare'])
    expect(await names('evidence=stale')).toEqual(['Old', 'Old by month', 'Planned'])
    expect(await names('archived=true&reason=duplicate&reason=other')).toEqual(['Gone'])
    expect(await names('archived=true&reason=other')).toEqual([])
    await scanner.get('/technologies?evidence=some').expect(422)
  })

  it('tells others nothing by the filters that are the scan team’s', async () => {
    const { scanner, given } = await createTestRegistry()
    const asked = await given.technology('Monitor', { owner: scanner.account })
    const scan = await given.scan()
    await given.openRound(scan, [asked])
    const lead = scan.leads['cardiac-science']![0]!

    for (const query of ['owner=nobody', `owner=${scanner.account}`, 'archived=true&reason=duplicate'])
      expect((await lead.get(`/technologies?${query}`).expect(200)).body.total).toBe(1)
  })
})

describe('near names', () => {
  it('look at other names too, and say which', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Hyperpolarised xenon imaging', { aliases: ['Lung function MRI'] })

    const { body } = await scanner.get('/technologies/near-names?name=Lung%20function%20MRI').expect(200)

    expect(body.items).toMatchObject([{ slug: 'hyperpolarised-xenon-imaging', alias: 'Lung function MRI', same: true }])
  })
})

describe('GET /policy-frames and GET /scan-team', () => {
  it('give the frames of national policy with their items and source', async () => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.get('/policy-frames').expect(200)

    expect(body.total).toBe(5)
    expect(body.items[1]).toMatchObject({ slug: 'four-ps', source: expect.stringContaining('2016') })
    expect(body.items[1].items[0]).toMatchObject({ slug: 'four-ps/prediction-prevention', short: 'Predict' })
  })

  it('name the scan team to itself', async () => {
    const { scanner, addPerson, nobody } = await createTestRegistry()
    const lead = await addPerson(['lead'])

    const { body } = await scanner.get('/scan-team').expect(200)

    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([scanner.account])
    await lead.get('/scan-team').expect(403)
    await nobody.get('/policy-frames').expect(401)
  })
})
