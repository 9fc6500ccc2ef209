import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const request = { name: 'Scan 2026', startYear: 2026, specialisms: ['audiology', 'cardiac-science'] }

describe('a new scan', () => {
  it('looks as far ahead as it is told, its bands ending with it', async () => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/scans', { ...request, horizonYears: 15 }).expect(201)

    expect(body).toMatchObject({ endYear: 2041, horizonYears: 15, timeZone: 'Europe/London', previous: null })
    expect(body.bands.at(-1)).toEqual({ index: 3, from: 2042, to: null })
  })

  it.each([
    ['a horizon without room for its bands', { horizonYears: 1 }, '/horizonYears'],
    ['a horizon beyond thirty years', { horizonYears: 31 }, '/horizonYears'],
    ['a time zone that there is not', { timeZone: 'Europe/Londinium' }, '/timeZone'],
    ['a clock offset for a time zone', { timeZone: '+01:00' }, '/timeZone'],
    ['no specialism at all', { specialisms: null }, '/specialisms'],
    ['a specialism that there is not', { specialisms: ['audiology', 'alchemy'] }, '/specialisms/1'],
  ])('is refused with %s', async (_, changes, pointer) => {
    const { scanner } = await createTestRegistry()

    const { body } = await scanner.post('/scans', { ...request, ...changes }).expect(422)

    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
    expect((await scanner.get('/scans')).body.total).toBe(0)
  })

  it('says which of its specialisms overlap', async () => {
    const { scanner } = await createTestRegistry()
    const all = (await scanner.get('/specialisms')).body.items
    const one = all.find(({ overlapsWith }: { overlapsWith: string[] }) => overlapsWith.length > 0)
    const [other] = one.overlapsWith
    const specialisms = [one.slug, other, 'audiology']

    const { body } = await scanner.post('/scans', { ...request, specialisms }).expect(201)

    expect(body.overlaps).toHaveLength(1)
    expect(Object.values(body.overlaps[0]).sort()).toEqual([one.slug, other].sort())
  })
})

describe('PUT /scans/:scan before the first round', () => {
  const change = { name: 'Scan 1', boardSeesDraft: false }

  it('changes its years, zone and specialisms; another horizon has bands of its own, approved by nobody', async () => {
    const { scanner, given } = await createTestRegistry()
    const { slug } = await given.scan({ 'cardiac-science': 1 })
    const years = { startYear: 2028, horizonYears: 20, timeZone: 'Europe/Belfast' }
    const specialisms = ['cardiac-science', 'audiology']

    const { body } = await scanner
      .put(`/scans/${slug}`, { ...change, ...years, specialisms }, { 'If-Match': '"1"' })
      .expect(200)

    expect(body).toMatchObject({ ...years, endYear: 2048, methodVersion: 2, approval: null, version: 2 })
    expect(body.method.bandEnds).toEqual([4, 10, 20])
    expect(body.specialisms).toHaveLength(2)
  })

  it('leaves as it is what is not sent', async () => {
    const { scanner, given } = await createTestRegistry()
    const { slug } = await given.scan({ 'cardiac-science': 1 }, { horizonYears: 5 })

    const { body } = await scanner.put(`/scans/${slug}`, change, { 'If-Match': '"9"' }).expect(200)

    expect(body).toMatchObject({ startYear: 2026, horizonYears: 5, version: 1, methodVersion: 1 })
  })

  it('takes a specialism out that nothing stands on', async () => {
    const { scanner, given } = await createTestRegistry()
    const { slug } = await given.scan({ 'cardiac-science': 1, audiology: 0 })

    const { body } = await scanner
      .put(`/scans/${slug}`, { ...change, specialisms: ['cardiac-science'] }, { 'If-Match': '*' })
      .expect(200)

    expect(body.specialisms.map((one: { slug: string }) => one.slug)).toEqual(['cardiac-science'])
  })

  it('keeps a specialism that people answer for or rounds ask, and says so without names', async () => {
    const { scanner, given } = await createTestRegistry()
    const { slug } = await given.scan({ 'cardiac-science': 1, audiology: 2 })
    await given.technology('Monitor', { specialisms: ['cardiac-science', 'audiology'] })
    const round = (await scanner.post(`/scans/${slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: ['monitor'] }).expect(201)
    const without = { ...change, specialisms: ['cardiac-science'], startYear: 2030 }

    const { body } = await scanner.put(`/scans/${slug}`, without, { 'If-Match': '*' }).expect(409)

    expect(body.detail).toBe(
      'Audiology cannot be taken out of Scan 1: 2 panel members answer for it and its rounds ask it about 1 technology.',
    )
    expect((await scanner.get(`/scans/${slug}`)).body).toMatchObject({ startYear: 2026, version: 1 })
  })

  it.each([
    ['startYear', { startYear: 2027 }, 'its first year'],
    ['horizonYears', { horizonYears: 12 }, 'its horizon'],
    ['timeZone', { timeZone: 'Europe/Paris' }, 'its time zone'],
    ['specialisms', { specialisms: ['audiology'] }, 'its specialisms'],
  ])('is the only time for %s', async (_, fixed, what) => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    await given.openRound(scan, [await given.technology('Monitor')])

    const { body } = await scanner.put(`/scans/${scan.slug}`, { ...change, ...fixed }, { 'If-Match': '*' }).expect(409)

    expect(body.detail).toContain(`${what} can no longer change`)
    const same = { name: 'Another name', boardSeesDraft: true, startYear: 2026, specialisms: ['cardiac-science'] }
    await scanner.put(`/scans/${scan.slug}`, same, { 'If-Match': '*' }).expect(200)
  })
})
