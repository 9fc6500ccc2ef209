import { afterEach, describe, expect, it } from '@jest/globals'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const impacts = { Monitor: { impact: 9 }, Patch: { impact: 6 }, Scale: { impact: 2 } }

async function afterFirst() {
  const test = await createTestRegistry()
  const { scan, round, technologies } = await test.given.closedRound(impacts)
  const [lead, other] = scan.leads['cardiac-science']!
  const save = { technology: 'scale', reason: 'Few of us know it yet.' }
  return { ...test, scan, round, technologies, lead: lead!, other: other!, save }
}

const slugsOf = (body: { items: { technology: { slug: string } }[] }) => body.items.map((one) => one.technology.slug)

describe('GET /scans/:scan/worth-another-look', () => {
  it('is the shortlist by place where there are too few answers to tell groups, and says so', async () => {
    const { scanner, scan } = await afterFirst()
    const { body } = await scanner.get(`/scans/${scan.slug}/worth-another-look?places=2`).expect(200)
    expect(body).toMatchObject({ round: 1, groups: null, shortlistedBy: 'places', ranked: 3 })
    expect(body.items).toMatchObject([
      { technology: { slug: 'monitor' }, place: 1, why: ['shortlist'], saved: null },
      { technology: { slug: 'patch' }, place: 2, why: ['shortlist'], saved: null },
    ])
  })

  it('has what a lead saved, with who and why, for the scan team alone', async () => {
    const { scanner, addPerson, scan, lead, save } = await afterFirst()
    await lead.post(`/scans/${scan.slug}/saved-technologies`, save).expect(201)
    const { body } = await scanner.get(`/scans/${scan.slug}/worth-another-look?places=1`).expect(200)
    expect(slugsOf(body)).toEqual(['monitor', 'scale'])
    expect(body.items[1]).toMatchObject({ why: ['saved'], saved: { reason: save.reason } })
    expect(body.items[1].saved.name).toMatch(/^lead/)
    await lead.get(`/scans/${scan.slug}/worth-another-look`).expect(403)
    await (await addPerson(['board'])).get(`/scans/${scan.slug}/worth-another-look`).expect(403)
  })

  it('waits for the first round to close', async () => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    await scanner.get(`/scans/${scan.slug}/worth-another-look`).expect(409)
    await scanner.get('/scans/unknown/worth-another-look').expect(404)
    await scanner.get(`/scans/${scan.slug}/worth-another-look?groups=0`).expect(422)
  })
})

describe('saving from the cut', () => {
  it('is by a lead on the panel, once, and one’s own to take back', async () => {
    const { scanner, addPerson, scan, lead, other, save } = await afterFirst()
    const path = `/scans/${scan.slug}/saved-technologies`
    const stranger = await addPerson(['lead'])
    await stranger.post(path, save).expect(403)
    await scanner.post(path, save).expect(403)
    await lead.post(path, { technology: 'scale', reason: ' ' }).expect(422)
    await lead.post(path, { technology: 'unheard-of', reason: 'Why not' }).expect(404)

    const { body } = await lead.post(path, save).expect(201)
    expect(body).toMatchObject({ round: 1, open: true, items: [{ own: true, reason: save.reason }] })
    await other.post(path, save).expect(409)
    const seen = await other.get(path).expect(200)
    expect(seen.body.items).toMatchObject([{ technology: { slug: 'scale' }, own: false, reason: null }])
    expect(seen.text).not.toContain(save.reason)
    expect((await stranger.get(path).expect(200)).body.open).toBe(false)

    await other.delete(`${path}/scale`).expect(404)
    expect((await lead.delete(`${path}/scale`).expect(200)).body.items).toEqual([])
  })

  it('ends when the next round opens', async () => {
    const { given, scan, technologies, lead, save } = await afterFirst()
    await given.openRound(scan, technologies)
    const { body } = await lead.post(`/scans/${scan.slug}/saved-technologies`, save).expect(409)
    expect(body.detail).toContain('Round 2 is open')
  })
})

describe('preparing the next round', () => {
  it('asks what is chosen, keeps the length of the shortlist, and remembers why', async () => {
    const { scanner, scan, lead, save } = await afterFirst()
    await lead.post(`/scans/${scan.slug}/saved-technologies`, save).expect(201)
    const request = { technologies: ['monitor', 'scale'], shortlistPlaces: 1, shortlistGroups: 4 }
    const { body } = await scanner.post(`/scans/${scan.slug}/rounds`, request).expect(201)
    expect(body).toMatchObject({ number: 2, technologies: 2, shortlistGroups: 4 })
    const asked = (await scanner.get(`/rounds/${body.id}/technologies`)).body.items
    expect(asked.map((one: { why: string[] }) => one.why)).toEqual([['shortlist'], ['saved']])
  })

  it('may ask what an earlier round asked and the last one did not', async () => {
    const { scanner, given, scan } = await afterFirst()
    const second = (await scanner.post(`/scans/${scan.slug}/rounds`, { technologies: ['monitor'] }).expect(201)).body
    await scanner.post(`/rounds/${second.id}/open`).set('If-Match', '*').expect(200)
    await given.closeRound(second)
    const third = await scanner.post(`/scans/${scan.slug}/rounds`, { technologies: ['patch'] }).expect(201)
    expect(third.body).toMatchObject({ number: 3, technologies: 1 })
  })
})
