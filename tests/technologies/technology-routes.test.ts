import { afterEach, describe, expect, it } from '@jest/globals'
import { pages, paths } from '../../api/contract/paths.ts'
import { slugOf } from '../../api/technologies/slug.ts'
import { auditTrail } from '../../db/audit.ts'
import { evidenceRequest, technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

describe('POST /technologies', () => {
  it('enters a technology with its evidence and says where it is', async () => {
    const { scanner } = await createTestRegistry()

    const response = await scanner.post('/technologies', technologyRequest('Leadless pacemaker')).expect(201)

    expect(response.headers.location).toBe('/api/v1/technologies/leadless-pacemaker')
    expect(response.body).toMatchObject({
      slug: 'leadless-pacemaker',
      kind: 'device',
      evidence: [{ datePrecision: 'month' }],
    })
    const read = await scanner.get('/technologies/leadless-pacemaker').expect(200)
    expect(read.body).toEqual(response.body)
    expect(read.headers.etag).toMatch(/^"1-/)
  })

  it('refuses a name that is taken, and writes nothing', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Pacemaker')

    const { body } = await scanner.post('/technologies', technologyRequest('Pacemaker')).expect(409)

    expect(body.detail).toContain('"Pacemaker"')
    expect((await scanner.get('/technologies')).body.total).toBe(1)
  })

  it('keeps nothing of a technology whose evidence cannot be kept', async () => {
    const { scanner } = await createTestRegistry()
    const request = {
      ...technologyRequest('Monitor'),
      evidence: [evidenceRequest(), evidenceRequest({ date: '2025-02-30' })],
    }

    const { body } = await scanner.post('/technologies', request).expect(422)

    expect(body.errors[0].pointer).toBe('/evidence/1/date')
    expect((await scanner.get('/technologies')).body.total).toBe(0)
  })

  it.each([
    [{ name: 'AB' }, '/name'],
    [{ name: 'x'.repeat(121) }, '/name'],
    [{ name: 'Line\nbreak' }, '/name'],
    [{ name: 'Null\u0000byte' }, '/name'],
    [{ name: 'Half \ud800 a pair' }, '/name'],
    [{ description: '' }, '/description'],
    [{ description: 42 }, '/description'],
    [{ category: 'no-such-category' }, '/category'],
    [{ specialisms: [] }, '/specialisms'],
    [{ specialisms: ['cardiac-science', 'alchemy'] }, '/specialisms/1'],
    [{ readiness: 10 }, '/readiness'],
    [{ readiness: 4.5 }, '/readiness'],
    [{ milestonePlaces: 0 }, '/milestonePlaces'],
    [{ wouldChange: 'word '.repeat(41) }, '/wouldChange'],
    [{ colour: 'red' }, '/colour'],
    [{ evidence: [evidenceRequest({ sourceUrl: 'javascript:alert(1)' })] }, '/evidence/0/sourceUrl'],
    [{ evidence: [evidenceRequest({ dateRole: null })] }, '/evidence/0/dateRole'],
    [{ evidence: [evidenceRequest({ date: null })] }, '/evidence/0/date'],
  ])('names the field that is wrong in %j', async (changes, pointer) => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/technologies', { ...technologyRequest('Monitor'), ...changes }).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect((await scanner.get('/technologies')).body.total).toBe(0)
  })

  it('repeats what was sent, at most 200 characters of it', async () => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/technologies', { ...technologyRequest('Monitor'), readiness: 12 }).expect(422)
    expect(body.errors[0].detail).toContain('You sent 12.')
    const long = await scanner.post('/technologies', { ...technologyRequest('Monitor'), name: 'y'.repeat(5000) })
    expect(long.body.errors[0].detail.length).toBeLessThan(300)
  })

  it('treats markup as text', async () => {
    const { scanner } = await createTestRegistry()
    const name = '<script>alert("x")</script>'

    const { body } = await scanner.post('/technologies', technologyRequest(name)).expect(201)

    expect(body.name).toBe(name)
    expect(body.slug).toBe('script-alert-x-script')
  })

  it('brings text into one form, so that names compare', async () => {
    const { scanner } = await createTestRegistry()
    await scanner.post('/technologies', technologyRequest('Cafe\u0301 monitor')).expect(201)

    await scanner.post('/technologies', technologyRequest('Caf\u00e9 monitor')).expect(409)
  })
})

describe('PUT /technologies/:technology', () => {
  const { evidence: _, ...request } = technologyRequest('Monitor')

  it('changes a technology of the version that was read', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')

    const changed = await scanner
      .put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '"1"' })
      .expect(200)

    expect(changed.body).toMatchObject({ readiness: 7, version: 2 })
    expect(changed.headers.etag).toMatch(/^"2-/)
  })

  it('lets only the first of two concurrent edits through, and shows the second what is there', async () => {
    const { scanner, addPerson, given } = await createTestRegistry()
    await given.technology('Monitor')
    const other = await addPerson(['scanner'])

    const results = await Promise.all([
      scanner.put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '"1"' }),
      other.put('/technologies/monitor', { ...request, readiness: 8 }, { 'If-Match': '"1"' }),
    ])

    expect(results.map((result) => result.status).sort()).toEqual([200, 412])
    const stale = results.find((result) => result.status === 412)!
    const won = results.find((result) => result.status === 200)!
    expect(stale.body.current).toMatchObject({ version: 2, readiness: won.body.readiness })
  })

  it('asks which version was read, and takes no weak tag', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')

    await scanner.put('/technologies/monitor', { ...request, readiness: 7 }).expect(428)
    await scanner.put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': 'W/"1"' }).expect(412)
    await scanner.put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '1' }).expect(400)
  })

  it('answers 200 to a repeated change whatever its tag, and adds no version', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    await scanner.put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '"1"' }).expect(200)

    const again = await scanner
      .put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '"1"' })
      .expect(200)

    expect(again.body.version).toBe(2)
  })

  it('leaves the field-by-field difference in the audit trail', async () => {
    const { scanner, given, registry } = await createTestRegistry()
    await given.technology('Monitor')
    await scanner.put('/technologies/monitor', { ...request, readiness: 7 }, { 'If-Match': '"1"' }).expect(200)

    const entry = (await auditTrail(registry.read)).at(-1)!
    expect(entry).toMatchObject({ action: 'technology.change', actor: scanner.account })
    expect(entry.details).toEqual({ readiness: { before: 5, after: 7 } })
  })
})

describe('evidence', () => {
  it('is added by a lead to a technology in a scan, and by nobody to one they may not know of', async () => {
    const { given } = await createTestRegistry()
    const scan = await given.scan()
    const asked = await given.technology('Monitor')
    await given.technology('Secret')
    await given.openRound(scan, [asked])
    const lead = scan.leads['cardiac-science']![0]!

    const { body } = await lead
      .post('/technologies/monitor/evidence', evidenceRequest({ text: 'A second trial.' }))
      .expect(201)
    expect(body.text).toBe('A second trial.')
    await lead.post('/technologies/secret/evidence', evidenceRequest()).expect(404)
    await lead.get('/technologies/secret').expect(404)
  })

  it('is changed and archived by version, and its technology’s version moves with it', async () => {
    const { scanner, given } = await createTestRegistry()
    const technology = await given.technology('Monitor')
    const path = `/technologies/monitor/evidence/${technology.evidence[0]!.id}`

    await scanner.put(path, evidenceRequest({ text: 'Works in 41 patients.' }), { 'If-Match': '"1"' }).expect(200)
    await scanner.put(`${path}/archive`, { archived: true }, { 'If-Match': '"1"' }).expect(412)
    await scanner.put(`${path}/archive`, { archived: true }, { 'If-Match': '"2"' }).expect(200)

    const { body } = await scanner.get('/technologies/monitor').expect(200)
    expect(body.version).toBe(3)
    expect(body.evidence).toMatchObject([{ text: 'Works in 41 patients.', archived: true }])
  })
})

describe('PUT /technologies/:technology/archive', () => {
  it('takes a technology off the list and brings it back', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')

    await scanner
      .put('/technologies/monitor/archive', { archived: true, reason: 'too-early' }, { 'If-Match': '"1"' })
      .expect(200)
    expect((await scanner.get('/technologies')).body.total).toBe(0)
    expect((await scanner.get('/technologies?archived=true')).body.total).toBe(1)
    await scanner.put('/technologies/monitor/archive', { archived: false }, { 'If-Match': '"2"' }).expect(200)
    expect((await scanner.get('/technologies')).body.total).toBe(1)
  })
})

describe('GET /technologies', () => {
  it('finds words by their beginnings, without case or accents, whatever is typed', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Smart watch', { description: 'Detects atrial fibrillation in Zürich.' })
    await given.technology('Pacemaker')

    for (const q of ['smart', 'SMA', 'zurich', 'fibrill watch'])
      expect((await scanner.get(`/technologies?q=${encodeURIComponent(q)}`)).body.items).toMatchObject([
        { slug: 'smart-watch' },
      ])
    for (const q of ['"', '*', 'smart" OR 1', 'NEAR(', '- -', 'name:smart'])
      await scanner.get(`/technologies?q=${encodeURIComponent(q)}`).expect(200)
  })

  it('pages by name', async () => {
    const { scanner, given } = await createTestRegistry()
    for (const name of ['Alpha', 'Beta', 'Gamma']) await given.technology(name)

    const first = (await scanner.get('/technologies?limit=2')).body
    expect(first).toMatchObject({ total: 3, items: [{ name: 'Alpha' }, { name: 'Beta' }] })
    const second = (await scanner.get(`/technologies?limit=2&cursor=${first.nextCursor}`)).body
    expect(second).toMatchObject({ total: 3, items: [{ name: 'Gamma' }], nextCursor: null })
  })

  it('points out near names before saving', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('AI-supported spirometry')

    const { body } = await scanner.get('/technologies/near-names?name=AI%20supported%20spirometery').expect(200)

    expect(body.items).toMatchObject([{ slug: 'ai-supported-spirometry', same: false }])
  })
})

describe('the address of a technology', () => {
  it.each(['New', 'Near names', 'near-names', 'NEAR  NAMES'])(
    'is not taken from what stands there: %s',
    async (name) => {
      const { scanner } = await createTestRegistry()

      const { body, headers } = await scanner.post('/technologies', technologyRequest(name)).expect(201)

      expect((await scanner.get(headers.location!).expect(200)).body.id).toBe(body.id)
    },
  )

  it('is not the id of another', async () => {
    const { scanner, given } = await createTestRegistry()
    const first = await given.technology('Monitor')
    const scan = await given.scan()

    const second = await given.technology(first.id.toUpperCase())
    const { body } = await scanner.post('/scans', { name: scan.id, startYear: 2027, specialisms: ['cardiac-science'] })

    expect([second.slug, body.slug]).toEqual([`technology-${first.id}`, `scan-${scan.id}`])
    expect((await scanner.get(`/technologies/${first.id}`)).body.name).toBe('Monitor')
  })

  it('reserves every word of the interface and the pages that stands at its place', () => {
    const words = [...Object.values(paths), ...Object.values(pages)].flatMap(
      (path) => /^\/technologies\/([\w-]+)$/.exec(path)?.[1] ?? [],
    )

    expect(words).toEqual(expect.arrayContaining(['new', 'near-names']))
    for (const word of words) expect(slugOf(word, 'technology')).toBe(`technology-${word}`)
  })
})

describe('the name of a technology', () => {
  it.each([
    ['spaces without width', '\u200b\u200b\u200b\u200b'],
    ['joiners and marks alone', '\u200d\u2060\ufeff\u0301'],
    ['a turned direction', 'Monitor \u202egnp.exe'],
    ['an isolated direction', 'Monitor \u2067abc'],
    ['a line separator', 'Monitor\u2028second line'],
    ['what no file can hold', 'Monitor\uffff'],
    ['half a surrogate pair', 'Monitor \ud800'],
  ])('is refused with %s', async (_, name) => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/technologies', technologyRequest(name)).expect(422)

    expect(body.errors[0].pointer).toBe('/name')
  })

  it('is the same in NFC and NFD, and may be of any script', async () => {
    const { scanner } = await createTestRegistry()
    await scanner.post('/technologies', technologyRequest('Cafe\u0301 monitor')).expect(201)
    await scanner.post('/technologies', technologyRequest('Caf\u00e9 monitor')).expect(409)

    for (const name of ['心臓モニター', 'مراقبة القلب', 'می\u200cخواهم', '👩\u200d⚕️ at home'])
      expect((await scanner.post('/technologies', technologyRequest(name)).expect(201)).body.name).toBe(name)
  })
})
