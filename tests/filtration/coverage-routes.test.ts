import { afterEach, describe, expect, it } from '@jest/globals'
import type { Coverage } from '../../api/contract/filtration.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const isNew = { 'If-None-Match': '*' }
const note = { text: 'Looked, nothing found. MHRA list read 3 March.' }

const read = async (visitor: { get: (path: string) => unknown }, scan: { slug: string }): Promise<Coverage> =>
  ((await visitor.get(`/scans/${scan.slug}/coverage`)) as { body: Coverage }).body

/** What stands in a cell, by band: [in the scan, candidates, left]. */
function cellOf(coverage: Coverage, specialism: string, category: string) {
  const s = coverage.specialisms.findIndex(({ slug }) => slug === specialism)
  const c = coverage.categories.findIndex(({ slug }) => slug === category)
  return Object.fromEntries(
    coverage.counts.filter((count) => count[0] === s && count[1] === c).map(([, , band, ...here]) => [band, here]),
  )
}

describe('GET /scans/{scan}/coverage', () => {
  it('counts technologies of the scan and candidates by specialism and category, in the band of the whole scan', async () => {
    const { given, scanner } = await createTestRegistry()
    const pump = await given.technology('Pump', { specialisms: ['cardiac-science', 'audiology'] })
    await given.technology('Sensor', { category: 'genomics' })
    const { scan } = await given.closedRound(
      { Monitor: { impact: 6, band: 1 }, Patch: { impact: 6, band: 1 }, Lens: { stance: 'already' } },
      { startYear: 2026 },
    )
    await scanner
      .put(`/technologies/${pump.slug}/archive`, { archived: true, reason: 'other' }, { 'If-Match': '*' })
      .expect(200)

    const coverage = await read(scanner, scan)

    expect(cellOf(coverage, 'cardiac-science', 'wearables-sensors')).toEqual({
      1: [2, 0, 0],
      4: [1, 0, 0],
      6: [0, 0, 1],
    })
    expect(coverage.specialisms).toMatchObject([{ slug: 'cardiac-science', technologies: 5 }])
    expect(coverage.technologies).toBe(5)
    expect(coverage.bands[1]).toEqual({ index: 1, from: 2029, to: 2031 })
    expect(coverage.round).toMatchObject({ number: 1 })
  })

  it('tells no band that the ranking does not show: too few have answered', async () => {
    const { given, scanner } = await createTestRegistry()
    const { scan } = await given.closedRound({ Monitor: { impact: 6, band: 1 } }, {}, 2)
    expect(cellOf(await read(scanner, scan), 'cardiac-science', 'wearables-sensors')).toEqual({ 6: [1, 0, 0] })
  })

  it('has no band before a round has closed', async () => {
    const { given, scanner } = await createTestRegistry()
    await given.technology('Monitor')
    const scan = await given.scan()
    const coverage = await read(scanner, scan)
    expect(coverage.round).toBeNull()
    expect(cellOf(coverage, 'cardiac-science', 'wearables-sensors')).toEqual({ 6: [0, 1, 0] })
  })

  it('is for the scan team and administrators', async () => {
    const { given, addPerson, nobody } = await createTestRegistry()
    const scan = await given.scan()
    const path = `/scans/${scan.slug}/coverage`
    for (const role of ['board', 'lead'] as const) await (await addPerson([role])).get(path).expect(403)
    await (await addPerson(['admin'])).get(path).expect(200)
    await nobody.get(path).expect(401)
    await (await addPerson(['scanner'])).get('/scans/unknown/coverage').expect(404)
  })
})

describe('a note of where somebody looked', () => {
  const path = (scan: { slug: string }) => `/scans/${scan.slug}/coverage/cardiac-science/genomics`

  it('is written, read on the map, changed and taken back', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()

    const written = await scanner.put(path(scan), note, isNew).expect(201)
    expect(written.body).toMatchObject({ ...note, specialism: 'cardiac-science', writtenBy: 'scanner 1', version: 1 })
    expect((await read(scanner, scan)).notes).toEqual([written.body])

    const changed = await scanner
      .put(path(scan), { text: 'Two found.' }, { 'If-Match': written.headers.etag! })
      .expect(200)
    expect(changed.body.version).toBe(2)
    await scanner.delete(path(scan)).set('If-Match', written.headers.etag!).expect(412)
    await scanner.delete(path(scan)).set('If-Match', changed.headers.etag!).expect(204)
    await scanner.get(path(scan)).expect(404)
    expect((await read(scanner, scan)).notes).toEqual([])
  })

  it('is never overwritten unseen', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    const [one, other] = await Promise.all([
      scanner.put(path(scan), { text: 'One.' }, isNew),
      scanner.put(path(scan), { text: 'Other.' }, isNew),
    ])
    expect([one.status, other.status].sort()).toEqual([201, 412])
    await scanner.put(path(scan), { text: 'Third.' }).expect(428)
    await scanner.put(path(scan), { text: 'Third.' }, { 'If-Match': '"7"' }).expect(412)
    await scanner.delete(path(scan)).expect(428)
  })

  it('written twice alike is written once', async () => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    await scanner.put(path(scan), note, isNew).expect(201)
    expect((await scanner.put(path(scan), note, isNew).expect(200)).body.version).toBe(1)
  })

  it.each([
    ['nothing', { text: ' ' }],
    ['too much', { text: 'a'.repeat(501) }],
    ['what is no text', { text: 7 }],
    ['anything else', { ...note, found: 0 }],
  ])('refuses %s', async (_, body) => {
    const { given, scanner } = await createTestRegistry()
    const scan = await given.scan()
    await scanner.put(path(scan), body, isNew).expect(422)
    await scanner.get(path(scan)).expect(404)
  })

  it('is refused where the map has no such place, and to whoever only reads', async () => {
    const { given, scanner, addPerson } = await createTestRegistry()
    const scan = await given.scan()
    await scanner.put(`/scans/${scan.slug}/coverage/genomics/genomics`, note, isNew).expect(404)
    await scanner.put(`/scans/${scan.slug}/coverage/cardiac-science/unknown`, note, isNew).expect(404)
    for (const role of ['admin', 'lead', 'board'] as const)
      await (await addPerson([role])).put(path(scan), note, isNew).expect(403)
  })
})
