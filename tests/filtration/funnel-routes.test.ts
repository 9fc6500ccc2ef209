import { afterEach, describe, expect, it } from '@jest/globals'
import type { Funnel, FunnelStage } from '../../api/contract/filtration.ts'
import { technologyRequest } from '../support/given.ts'
import { givenEdition } from '../support/given-edition.ts'
import { triage } from '../support/given-signals.ts'
import { closeTestRegistries, createTestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const adopted = {
  kind: 'adopted',
  happenedOn: new Date().toISOString().slice(0, 10),
  text: 'In use.',
  sourceTitle: 'A report',
  sourceUrl: null,
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const leftOf = ({ adopted, parked, notAsked }: FunnelStage) =>
  adopted + notAsked + sum(parked.map(({ count }) => count))
const stageOf = (funnel: Funnel, stage: string) => funnel.stages.find((one) => one.stage === stage)!

/** A next scan, which sees a signal of each fate, one technology started from a signal and owned, one adopted, one archived. */
async function everyFate() {
  const made = await everyStage()
  const { given, scanner, monitor } = made
  const next = await given.scan({ 'cardiac-science': 1 }, { startYear: 2027 })
  const { items } = (await scanner.get('/signals')).body
  const [belt, ring] = ['A belt', 'A ring'].map((title) => items.find((one: { title: string }) => one.title === title))
  await triage(scanner, belt, { kind: 'dismiss', reason: 'not-new', note: '' }).expect(200)
  await scanner.post('/signals', { title: 'A shoe' }).expect(201)
  const started = { ...technologyRequest('Ring'), signal: ring.id, owner: scanner.account }
  await scanner.post('/technologies', started).expect(201)
  await scanner.post(`/technologies/${monitor.slug}/outcomes`, adopted).expect(201)
  await scanner.put('/technologies/patch/archive', archive, { 'If-Match': '*' }).expect(200)
  return { ...made, next }
}

/** One technology at each stage, one adopted, one archived, one never asked; two nominations. */
async function everyStage() {
  const registry = await createTestRegistry()
  const { given, scanner } = registry
  const { scan, technologies } = await given.closedRound({ Monitor: { impact: 6 }, Patch: { impact: 3 } })
  await scanner.post('/signals', { title: 'A ring', scan: scan.slug }).expect(201)
  await scanner.post('/signals', { title: 'A belt' }).expect(201)
  return { ...registry, scan, monitor: technologies[0]!, patch: technologies[1]! }
}

describe('GET /scans/{scan}/funnel', () => {
  it('tells how far everything came, what left and what waits', async () => {
    const { given, scanner, scan, monitor } = await everyStage()
    await given.technology('Pump')
    await scanner.post(`/technologies/${monitor.slug}/outcomes`, adopted).expect(201)
    await scanner.put('/technologies/patch/archive', archive, { 'If-Match': '*' }).expect(200)

    const funnel: Funnel = (await scanner.get(`/scans/${scan.slug}/funnel`).expect(200)).body

    expect(stageOf(funnel, 'in-scan')).toMatchObject({ cameIn: 2, wentOn: 0, adopted: 1, waiting: 0 })
    expect(sum(stageOf(funnel, 'in-scan').parked.map(({ count }) => count))).toBe(1)
    expect(funnel.ended).toBe(false)
    expect(funnel.window.from).toBeNull()
    // Entered, and sent, after the scan was frozen: they are the next scan's.
    expect(stageOf(funnel, 'candidate')).toMatchObject({ cameIn: 2, wentOn: 2 })
    expect(stageOf(funnel, 'spotted').cameIn).toBe(0)
  })

  it('gives a scan that is not frozen all that came in since the one before was, up to now', async () => {
    const { given, scanner, scan } = await everyStage()
    const next = await given.scan({ 'cardiac-science': 1 }, { startYear: 2027 })
    await given.technology('Pump')

    const funnel: Funnel = (await scanner.get(`/scans/${next.slug}/funnel`).expect(200)).body

    const head = (await scanner.get(`/scans/${scan.slug}`)).body
    expect(funnel.window.from).toBe(head.frozenAt)
    expect(stageOf(funnel, 'spotted')).toMatchObject({ cameIn: 2, waiting: 2 })
    expect(stageOf(funnel, 'candidate')).toMatchObject({ cameIn: 3, waiting: 3 })
  })

  it('counts who never was asked, once the scan has published', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Pump')
    const { scan } = await given.closedRound({ Monitor: { impact: 6 }, Patch: { impact: 3 } })
    await givenEdition(scanner, scan, { recommendations: [] })

    const funnel: Funnel = (await scanner.get(`/scans/${scan.slug}/funnel`).expect(200)).body

    expect(funnel.ended).toBe(true)
    expect(stageOf(funnel, 'candidate')).toMatchObject({ cameIn: 3, wentOn: 2, notAsked: 1, waiting: 0 })
    expect(stageOf(funnel, 'in-edition')).toMatchObject({ cameIn: 2, wentOn: 0, waiting: 2 })
  })

  it('adds up at each stage, and by origin and by owner', async () => {
    const { scanner, next } = await everyFate()

    const funnel: Funnel = (await scanner.get(`/scans/${next.slug}/funnel`).expect(200)).body

    for (const stage of funnel.stages) {
      expect(stage.wentOn + leftOf(stage) + stage.waiting).toBe(stage.cameIn)
      for (const groups of [funnel.origins, funnel.owners])
        expect(sum(groups.map(({ cameIn }) => cameIn[stage.stage]))).toBe(stage.cameIn)
    }
    expect(stageOf(funnel, 'spotted')).toMatchObject({
      ...{ cameIn: 3, wentOn: 1, waiting: 1 },
      parked: [{ reason: 'not-new', count: 1 }],
    })
    expect(stageOf(funnel, 'candidate')).toMatchObject({
      ...{ cameIn: 3, wentOn: 0, adopted: 1, waiting: 1 },
      parked: [{ reason: 'too-early', count: 1 }],
    })
    expect(funnel.origins.map(({ key, cameIn }) => [key, cameIn.spotted, cameIn.candidate])).toEqual([
      ['nomination', 3, 1],
      ['direct', 0, 2],
    ])
    expect(funnel.owners.map(({ name, cameIn }) => [name, cameIn.spotted, cameIn.candidate])).toEqual([
      ['Nobody', 3, 2],
      ['scanner 1', 0, 1],
    ])
  })

  it('tells what came from an outside list, and what was archived before the window is not in it', async () => {
    const { given, scanner } = await createTestRegistry()
    const list = { name: 'MHRA', sourceTitle: 'MHRA', items: [{ name: 'Glucose lens' }] }
    const { body } = await scanner.post('/outside-lists', list).expect(201)
    const [item] = (await scanner.get(`/outside-lists/${body.id}/items`)).body.items
    await scanner.post('/technologies', { ...technologyRequest('Glucose lens'), outsideItem: item.id }).expect(201)
    await given.technology('Pump')
    await scanner.put('/technologies/pump/archive', archive, { 'If-Match': '*' }).expect(200)
    await given.closedRound({ Monitor: { impact: 6 } })
    const next = await given.scan({ 'cardiac-science': 1 }, { startYear: 2027 })

    const funnel: Funnel = (await scanner.get(`/scans/${next.slug}/funnel`).expect(200)).body

    expect(funnel.origins.map(({ name, cameIn }) => [name, cameIn.candidate])).toEqual([
      ['Entered by hand', 1],
      ['From an outside list', 1],
    ])
  })

  it('is for the scan team and administrators', async () => {
    const { scan, addPerson, nobody } = await everyStage()
    const path = `/scans/${scan.slug}/funnel`
    for (const role of ['board', 'lead'] as const) await (await addPerson([role])).get(path).expect(403)
    await (await addPerson(['admin'])).get(path).expect(200)
    await nobody.get(path).expect(401)
  })

  it('knows no other scan', async () => {
    const { scanner } = await createTestRegistry()
    await scanner.get('/scans/unknown/funnel').expect(404)
    await scanner.get('/scans/unknown/funnel/items?stage=spotted').expect(404)
  })
})

describe('GET /scans/{scan}/funnel/items', () => {
  it('lists behind every number as many as the number says', async () => {
    const { scanner, next } = await everyFate()
    const funnel: Funnel = (await scanner.get(`/scans/${next.slug}/funnel`)).body
    const totalOf = async (query: string) => {
      const { body } = await scanner.get(`/scans/${next.slug}/funnel/items?${query}`).expect(200)
      expect(body.items).toHaveLength(body.total)
      return body.total
    }

    for (const { stage, cameIn, wentOn, adopted: gone, parked, notAsked, waiting } of funnel.stages) {
      expect(await totalOf(`stage=${stage}`)).toBe(cameIn)
      expect(await totalOf(`stage=${stage}&fate=went-on`)).toBe(wentOn)
      expect(await totalOf(`stage=${stage}&fate=adopted`)).toBe(gone)
      expect(await totalOf(`stage=${stage}&fate=not-asked`)).toBe(notAsked)
      expect(await totalOf(`stage=${stage}&fate=waiting`)).toBe(waiting)
      for (const { reason, count } of parked)
        expect(await totalOf(`stage=${stage}&fate=parked&reason=${reason}`)).toBe(count)
      for (const { key, cameIn: by } of funnel.origins)
        expect(await totalOf(`stage=${stage}&origin=${key}`)).toBe(by[stage])
      for (const { key, cameIn: of } of funnel.owners)
        expect(await totalOf(`stage=${stage}&owner=${key}`)).toBe(of[stage])
      expect(await totalOf(`stage=${stage}&owner=somebody-else`)).toBe(0)
    }
  })

  it('says of each why it left, where it came from and whose it is', async () => {
    const { scanner, next } = await everyFate()
    const listed = async (query: string) => (await scanner.get(`/scans/${next.slug}/funnel/items?${query}`)).body.items
    expect(await listed('stage=candidate&fate=parked')).toMatchObject([
      {
        kind: 'technology',
        slug: 'patch',
        stage: 'candidate',
        fate: 'parked',
        reason: 'too-early',
        note: 'In mice.',
        origin: 'Entered by hand',
        owner: null,
      },
    ])
    expect(await listed('stage=candidate&fate=waiting')).toMatchObject([
      { slug: 'ring', origin: 'Nominated', owner: 'scanner 1' },
    ])
    expect(await listed('stage=spotted&reason=not-new')).toMatchObject([
      { kind: 'signal', name: 'A belt', slug: null, fate: 'parked' },
    ])
  })

  it('goes on page by page without losing or repeating any', async () => {
    const { given, scanner } = await createTestRegistry()
    for (const name of ['Monitor', 'Patch', 'Pump']) {
      await given.technology(name)
      await scanner.post('/signals', { title: name }).expect(201)
    }
    const scan = await given.scan()

    for (const stage of ['spotted', 'candidate']) {
      const names: string[] = []
      for (let cursor = ''; ; ) {
        const { body } = await scanner.get(`/scans/${scan.slug}/funnel/items?stage=${stage}&limit=2${cursor}`)
        names.push(...body.items.map(({ name }: { name: string }) => name))
        if (!body.nextCursor) break
        cursor = `&cursor=${body.nextCursor}`
      }
      expect(names.sort()).toEqual(['Monitor', 'Patch', 'Pump'])
    }
  })

  it.each([
    ['without a stage', ''],
    ['with a stage that there is not', '?stage=lost'],
    ['with a fate that there is not', '?stage=spotted&fate=eaten'],
    ['with a reason that there is not', '?stage=spotted&reason=boring'],
    ['with a cursor that was not given', '?stage=candidate&cursor=abc'],
    ['with an owner too long to be one', `?stage=candidate&owner=${'a'.repeat(61)}`],
    ['with a filter that there is not', '?stage=spotted&colour=red'],
  ])('refuses to be asked %s', async (_, query) => {
    const { scanner, given } = await createTestRegistry()
    const scan = await given.scan()
    await scanner.get(`/scans/${scan.slug}/funnel/items${query}`).expect(422)
  })
})

const archive = { archived: true, reason: 'too-early', note: 'In mice.' }
