import { afterEach, describe, expect, it } from '@jest/globals'
import type { Technology } from '../../api/contract/technologies.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

/** A prepared round that asks so many technologies of so many people in cardiac science. */
async function prepared(technologies: number, people: number, changes: object = {}) {
  const test = await createTestRegistry()
  const scan = await test.given.scan({ 'cardiac-science': people })
  const entered: Technology[] = []
  for (let n = 0; n < technologies; n++) entered.push(await test.given.technology(`Technology ${n}`))
  const round = (await test.scanner.post(`/scans/${scan.slug}/rounds`, changes).expect(201)).body
  await test.scanner.post(`/rounds/${round.id}/technologies`, { all: 'in-registry' }).expect(201)
  const open = () => test.scanner.post(`/rounds/${round.id}/open`).set('If-Match', '*')
  return { ...test, scan, entered, round, open, leads: scan.leads['cardiac-science']! }
}

describe('GET /rounds/:round/workload', () => {
  it('says before opening how many minutes everybody will need, by name, for the scan team', async () => {
    const { scanner, addPerson, leads, round } = await prepared(11, 3, { asksYears: true })
    const { body } = await scanner.get(`/rounds/${round.id}/workload`).expect(200)
    expect(body).toMatchObject({ minutesAnItem: 2, longMinutes: 20, mostMinutes: 40, long: 3, tooLong: 0, total: 3 })
    expect(body.items[0]).toMatchObject({ items: 11, minutes: 22, state: 'long', specialisms: ['cardiac-science'] })
    await (await addPerson(['admin'])).get(`/rounds/${round.id}/workload`).expect(200)
    await (await addPerson(['board'])).get(`/rounds/${round.id}/workload`).expect(403)
    await leads[0]!.get(`/rounds/${round.id}/workload`).expect(403)
  })
})

describe('a round that asks too much of somebody', () => {
  it('is not opened: the refusal says how many people and the way out, and sharing out is one', async () => {
    const { scanner, open, round } = await prepared(21, 6, { asksYears: true })
    const { body } = await open().expect(409)
    expect(body.detail).toBe(
      '6 panel members would need more than 40 minutes. Share the items out, or ask about fewer technologies.',
    )
    await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    await open().expect(200)
  })

  it('is not made of an open one by asking more', async () => {
    const { scanner, given, open, round } = await prepared(20, 3, { asksYears: true })
    await open().expect(200)
    await given.technology('One too many')
    const { body } = await scanner
      .post(`/rounds/${round.id}/technologies`, { technologies: ['one-too-many'] })
      .expect(409)
    expect(body.detail).toContain('3 panel members would need more than 40 minutes')
    expect((await scanner.get(`/rounds/${round.id}`)).body.technologies).toBe(20)
  })
})

describe('a panel member who joins an open round', () => {
  it('is not added where it would ask more than the limit of them', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 1, audiology: 1 })
    const technologies: Technology[] = []
    const both = { specialisms: ['cardiac-science', 'audiology'] }
    for (let n = 0; n < 11; n++) technologies.push(await given.technology(`Technology ${n}`, both))
    await given.openRound(scan, technologies, { asksYears: true })
    const { account } = await addPerson(['lead'])
    const invite = (specialisms: string[]) => scanner.post(`/scans/${scan.slug}/panel`, { account, specialisms })
    const { body } = await invite(['cardiac-science', 'audiology']).expect(409)
    expect(body.detail).toContain('1 panel member would need more than 40 minutes')
    await invite(['cardiac-science']).expect(201)
    await invite(['audiology']).expect(409)
  })
})

describe('sharing out', () => {
  it('asks each of six people about half of ten items, and nobody else’s answer is taken', async () => {
    const { scanner, given, open, round, leads, entered } = await prepared(10, 6)
    const { body } = await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    expect(body).toMatchObject({ shared: true, asked: 30, invited: 6 })
    const workload = (await scanner.get(`/rounds/${round.id}/workload`)).body
    expect(workload.items.map((one: { items: number }) => one.items)).toEqual([5, 5, 5, 5, 5, 5])
    const asked = (await scanner.get(`/rounds/${round.id}/technologies`)).body.items
    expect(asked.map((one: { panellists: number }) => one.panellists)).toEqual(Array(10).fill(3))

    await open().expect(200)
    const [queue] = (await leads[0]!.get('/my-answers').expect(200)).body.items
    const mine = queue.items.map((one: { technology: { slug: string } }) => one.technology.slug)
    expect(mine).toHaveLength(5)
    const other = entered.find(({ slug }) => !mine.includes(slug))!
    const refused = await given.answer(leads[0]!, round, other, 'cardiac-science', { impact: 5 })
    expect([403, 404]).toContain(refused.status)
    for (const slug of mine)
      expect((await given.answer(leads[0]!, round, { slug }, 'cardiac-science', { impact: 5 })).status).toBe(201)
    const progress = (await scanner.get(`/rounds/${round.id}`)).body
    expect(progress).toMatchObject({ asked: 30, answered: 5, started: 1, finished: 1 })
  })

  it('is taken back while the round is prepared, and settled once it is open', async () => {
    const { scanner, open, round } = await prepared(4, 6)
    await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    expect((await scanner.delete(`/rounds/${round.id}/share-out`).expect(200)).body).toMatchObject({
      shared: false,
      asked: 24,
    })
    await scanner.delete(`/rounds/${round.id}/share-out`).expect(200)
    await open().expect(200)
    await scanner.post(`/rounds/${round.id}/share-out`).expect(409)
    await scanner.delete(`/rounds/${round.id}/share-out`).expect(409)
  })

  it('asks everybody of the specialism about what comes later', async () => {
    const { scanner, given, open, round, leads } = await prepared(4, 6)
    await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    await open().expect(200)
    const late = await given.technology('Late')
    await scanner.post(`/rounds/${round.id}/technologies`, { technologies: ['late'] }).expect(201)
    for (const lead of leads)
      expect((await given.answer(lead, round, late, 'cardiac-science', { impact: 5 })).status).toBe(201)
    expect((await scanner.get(`/rounds/${round.id}`)).body.asked).toBe(12 + 6)
  })

  it('gives somebody who joins a fair share, and refuses whom the round would ask too much', async () => {
    const { scanner, given, open, round, scan } = await prepared(10, 6)
    await scanner.post(`/rounds/${round.id}/share-out`).expect(200)
    await open().expect(200)
    const joiner = await given.panellist(scan, ['cardiac-science'])
    const [queue] = (await joiner.get('/my-answers').expect(200)).body.items
    expect(queue.items).toHaveLength(5)
    expect((await scanner.get(`/rounds/${round.id}`)).body).toMatchObject({ asked: 35, invited: 7 })
  })

  it('needs a round that asks somebody, and is for the scan team', async () => {
    const { scanner, given, addPerson } = await createTestRegistry()
    const scan = await given.scan({ 'cardiac-science': 0 })
    const round = (await scanner.post(`/scans/${scan.slug}/rounds`, {}).expect(201)).body
    await scanner.post(`/rounds/${round.id}/share-out`).expect(409)
    for (const role of ['board', 'lead', 'admin'] as const)
      await (await addPerson([role])).post(`/rounds/${round.id}/share-out`).expect(403)
    await scanner.post('/rounds/unknown/share-out').expect(404)
  })
})
