import { afterEach, describe, expect, it } from '@jest/globals'
import type { Technology } from '../../api/contract/technologies.ts'
import type { TechnologyChange, TechnologyComparison } from '../../api/contract/technology-changes.ts'
import { type Chance, chanceFor } from '../../seed/chance.ts'
import { evidenceRequest, technologyRequest } from '../support/given.ts'
import { closeTestRegistries, createTestRegistry, type TestRegistry } from '../support/test-registry.ts'

afterEach(closeTestRegistries)

const { evidence: _, ...monitor } = technologyRequest('Monitor')
const any = { 'If-Match': '*' }
const changesOf = async ({ scanner }: Pick<TestRegistry, 'scanner'>, query = '') =>
  (await scanner.get(`/technologies/monitor/changes${query}`).expect(200)).body.items as TechnologyChange[]

describe('GET /technologies/:technology/changes', () => {
  it('says when, who and what, field by field, in names', async () => {
    const world = await createTestRegistry()
    await world.given.technology('Whole')
    await world.given.technology('Monitor')
    const request = { ...monitor, readiness: 7, category: 'genomics', specialisms: ['genomics'], partOf: 'whole' }
    await world.scanner
      .put(
        '/technologies/monitor',
        { ...request, owner: world.scanner.account, policyItems: ['four-ps/precise-diagnosis'] },
        any,
      )
      .expect(200)

    const [change, entered] = await changesOf(world)

    expect(change).toMatchObject({ action: 'technology.change', by: expect.stringMatching(/scanner/), of: null })
    expect(change!.changes).toEqual([
      { field: 'category', before: 'Wearables and sensors', after: 'Genomics and other omics' },
      { field: 'kind', before: 'device', after: 'diagnostic' },
      { field: 'specialisms', before: ['Cardiac science'], after: ['Genomics'] },
      { field: 'policyItems', before: null, after: ['Precise diagnoses'] },
      { field: 'readiness', before: 5, after: 7 },
      { field: 'partOf', before: null, after: 'Whole' },
      { field: 'owner', before: null, after: expect.stringMatching(/scanner/) },
    ])
    expect(entered).toMatchObject({ action: 'technology.enter' })
    expect(entered!.changes).toContainEqual({ field: 'name', before: null, after: 'Monitor' })
    expect(entered!.changes).toContainEqual({ field: 'evidence', before: null, after: 1 })
  })

  it('holds evidence, files, notes without their text, and outcomes', async () => {
    const world = await createTestRegistry()
    const { scanner, given } = world
    const { evidence } = await given.technology('Monitor')
    const path = `/technologies/monitor/evidence/${evidence[0]!.id}`
    await scanner.put(path, evidenceRequest({ text: 'Works in 41 patients.' }), any).expect(200)
    await scanner.post(`${path}/files?name=a.txt`, 'A paper.').set('Content-Type', 'text/plain').expect(201)
    await scanner.post('/technologies/monitor/notes', { text: 'Do not tell.' }).expect(201)
    const adopted = { kind: 'adopted', happenedOn: '2026-01-01', text: 'In use.', sourceTitle: 'S', sourceUrl: null }
    await scanner.post('/technologies/monitor/outcomes', adopted).expect(201)

    const changes = await changesOf(world)

    expect(changes.map(({ action, of }) => [action, of])).toEqual([
      ['outcome.record', 'In use.'],
      ['note.add', null],
      ['file.attach', 'a.txt'],
      ['evidence.change', 'Works in 41 patients.'],
      ['technology.enter', null],
    ])
    expect(changes[3]!.changes).toEqual([
      { field: 'text', before: 'Works in 40 patients.', after: 'Works in 41 patients.' },
    ])
    expect(JSON.stringify(changes)).not.toContain('Do not tell')
  })

  it('tells others no names of people, no notes, no owner, nor what they may not know of', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Secret whole')
    const asked = await given.technology('Monitor')
    const scan = await given.scan()
    await given.openRound(scan, [asked])
    const secret = evidenceRequest({ text: 'A secret trial.' })
    const { body } = await scanner.post('/technologies/monitor/evidence', secret).expect(201)
    await scanner.put(`/technologies/monitor/evidence/${body.id}/archive`, { archived: true }, any).expect(200)
    await scanner
      .put('/technologies/monitor', { ...monitor, partOf: 'secret-whole', owner: scanner.account }, any)
      .expect(200)
    await scanner.post('/technologies/monitor/notes', { text: 'A secret note.' }).expect(201)
    await scanner
      .put('/technologies/monitor/archive', { archived: true, reason: 'other', note: 'Secret.' }, any)
      .expect(200)
    const lead = scan.leads['cardiac-science']![0]!

    const told = (await lead.get('/technologies/monitor/changes').expect(200)).body

    expect(told.items.map(({ action, by }: TechnologyChange) => [action, by])).toEqual([
      ['technology.archive', null],
      ['technology.enter', null],
    ])
    expect(told.total).toBe(2)
    const [to, from] = told.items
    const compared = await lead
      .get(`/technologies/monitor/changes/comparison?from=${from.seq}&to=${to.seq}`)
      .expect(200)
    expect(compared.body).toMatchObject({ fields: [{ field: 'archived', before: false, after: true }], evidence: [] })
    expect(JSON.stringify(told) + JSON.stringify(compared.body)).not.toMatch(/secret/i)
    await lead.get('/technologies/secret-whole/changes').expect(404)
  })

  it('comes a page at a time', async () => {
    const world = await createTestRegistry()
    await world.given.technology('Monitor')
    for (const readiness of [6, 7, 8]) await world.scanner.put('/technologies/monitor', { ...monitor, readiness }, any)

    const first = (await world.scanner.get('/technologies/monitor/changes?limit=3')).body
    const second = (await world.scanner.get(`/technologies/monitor/changes?limit=3&cursor=${first.nextCursor}`)).body

    expect(first.total).toBe(4)
    expect(first.items).toHaveLength(3)
    expect(second).toMatchObject({ items: [{ action: 'technology.enter' }], nextCursor: null })
  })

  it.each([
    ['/changes?cursor=x', 422],
    ['/changes?limit=0', 422],
    ['/changes/comparison', 422],
    ['/changes/comparison?from=1&to=x', 422],
    ['/changes/comparison?from=1&to=999999', 404],
  ])('answers %s with %i', async (path, status) => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')

    await scanner.get(`/technologies/monitor${path}`).expect(status)
    await scanner.get('/technologies/nothing/changes').expect(404)
  })
})

/** What is compared of a technology, as the comparison words it. */
function facts(t: Technology): Record<string, unknown> {
  const orNull = (text: string) => (text === '' ? null : text)
  const some = (all: string[]) => (all.length === 0 ? null : all)
  const reasons = t.specialisms.filter(({ reason }) => reason).map(({ name, reason }) => `${name}: ${reason}`)
  return {
    ...{ name: t.name, description: t.description, kind: t.kind, readiness: t.readiness, category: t.category.name },
    wouldChange: orNull(t.wouldChange),
    aliases: some(t.aliases),
    specialisms: some(t.specialisms.map(({ name }) => name).sort()),
    specialismReasons: some(reasons.sort()),
    policyItems: some(t.policyItems.map(({ name }) => name).sort()),
    ...{ partOf: t.partOf?.name ?? null, owner: t.owner?.name ?? null, archived: t.archived },
    ...{ reason: t.archive?.reason ?? null, note: orNull(t.archive?.note ?? '') },
  }
}

const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[chance.whole(0, all.length - 1)]!

/** Does something at random to the technology and its evidence. */
async function actAtRandom({ scanner }: TestRegistry, chance: Chance, n: number): Promise<void> {
  const now: Technology = (await scanner.get('/technologies/monitor')).body
  const evidence = now.evidence.length > 0 ? oneOf(chance, now.evidence) : undefined
  const path = `/technologies/monitor/evidence/${evidence?.id}`
  const act = chance.whole(0, 6)
  if (act === 0) await scanner.post('/technologies/monitor/evidence', evidenceRequest({ text: `Fact ${n}.` }))
  else if (act === 1 && evidence) await scanner.put(path, evidenceRequest({ text: `Changed ${n}.` }), any).expect(200)
  else if (act === 2 && evidence)
    await scanner.put(`${path}/archive`, { archived: chance.whole(0, 1) === 1 }, any).expect(200)
  else if (act === 3) {
    const archived = chance.whole(0, 1) === 1
    const why = archived
      ? { reason: oneOf(chance, ['too-early', 'other']), note: oneOf(chance, ['', `Note ${n}`]) }
      : {}
    await scanner.put('/technologies/monitor/archive', { archived, ...why }, any).expect(200)
  } else await scanner.put('/technologies/monitor', randomRequest(chance, scanner.account, n), any).expect(200)
}

function randomRequest(chance: Chance, owner: string, n: number) {
  const specialisms = oneOf(chance, [['cardiac-science'], ['genomics'], ['genomics', 'cardiac-science']])
  return {
    ...monitor,
    specialisms,
    description: oneOf(chance, ['What it is.', `Text ${n}.`]),
    wouldChange: oneOf(chance, ['', 'Much.']),
    category: oneOf(chance, ['genomics', 'wearables-sensors']),
    readiness: oneOf(chance, [null, 3, 9]),
    aliases: oneOf(chance, [[], ['Watch'], ['Watch', `Name ${n}`]]),
    specialismReasons: oneOf(chance, [{}, { [specialisms[0]!]: `Reason ${n}` }]),
    partOf: oneOf(chance, [null, 'whole']),
    owner: oneOf(chance, [null, owner]),
    policyItems: oneOf(chance, [[], ['four-ps/precise-diagnosis']]),
  }
}

describe('a history that is rebuilt from the trail', () => {
  it.each(['one', 'two', 'three'])('is what was there after every act, whatever was done (%s)', async (seed) => {
    const world = await createTestRegistry()
    const chance = chanceFor('history', seed)
    await world.given.technology('Whole')
    await world.given.technology('Monitor')
    const states = new Map<number, Technology>()
    const keep = async () => {
      const [newest] = await changesOf(world, '?limit=1')
      states.set(newest!.seq, (await world.scanner.get('/technologies/monitor').expect(200)).body)
    }
    await keep()
    for (let n = 0; n < 25; n++) {
      await actAtRandom(world, chance, n)
      await keep()
    }

    const seqs = [...states.keys()]
    expect(seqs.length).toBeGreaterThan(10)
    for (let n = 0; n < 30; n++) {
      const [from, to] = [oneOf(chance, seqs), oneOf(chance, seqs)]
      const { body } = await world.scanner
        .get(`/technologies/monitor/changes/comparison?from=${from}&to=${to}`)
        .expect(200)
      expectToTell(body, states.get(from)!, states.get(to)!)
    }
  })
})

/** Every field that differs is told with both its values, and no other. */
function expectToTell({ fields, evidence }: TechnologyComparison, from: Technology, to: Technology): void {
  const [was, is] = [facts(from), facts(to)]
  const told = new Map(fields.map((one) => [one.field, one]))
  for (const field of Object.keys(was)) {
    const differs = JSON.stringify(was[field]) !== JSON.stringify(is[field])
    expect([field, told.get(field)]).toEqual([
      field,
      differs ? { field, before: was[field], after: is[field] } : undefined,
    ])
  }
  const stateOf = (t: Technology) => new Map(t.evidence.map(({ id, text, archived }) => [id, `${text} ${archived}`]))
  const [before, after] = [stateOf(from), stateOf(to)]
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))
  expect(evidence.map((one) => one.evidence)).toEqual(differing.sort())
}

describe('the history of two technologies that were merged and parted again', () => {
  it('holds evidence where it was at each moment, and the names that went with it', async () => {
    const { scanner, given } = await createTestRegistry()
    await given.technology('Monitor')
    await given.technology('Watch', { evidence: [evidenceRequest({ text: 'Of the watch.' })] })
    const read = async (slug: string) => (await scanner.get(`/technologies/${slug}`).expect(200)).body as Technology
    const newest = async (slug: string) =>
      (await scanner.get(`/technologies/${slug}/changes?limit=1`).expect(200)).body.items[0] as TechnologyChange
    const steps = new Map<string, { seq: number; state: Technology }[]>([
      ['monitor', []],
      ['watch', []],
    ])
    const keep = async () => {
      for (const [slug, all] of steps) all.push({ seq: (await newest(slug)).seq, state: await read(slug) })
    }
    await keep()
    const { version } = await read('watch')
    const { body } = await scanner
      .post('/technologies/monitor/merges', { merged: 'watch', version })
      .set('If-Match', '*')
    await keep()
    expect(await newest('monitor')).toMatchObject({
      ...{ action: 'technology.merge', of: 'Watch' },
      changes: [{ field: 'aliases', before: null, after: ['Watch'] }],
    })
    const moved = `/technologies/monitor/evidence/${(await read('monitor')).evidence.find(({ text }) => /watch/.test(text))!.id}`
    await scanner.put(moved, evidenceRequest({ text: 'Of the watch, reworded.' }), any).expect(200)
    await keep()
    await scanner.delete(`/technologies/monitor/merges/${body.id}`).set('If-Match', '*').expect(200)
    await keep()

    for (const [slug, all] of steps)
      for (const from of all)
        for (const to of all) {
          const path = `/technologies/${slug}/changes/comparison?from=${from.seq}&to=${to.seq}`
          expectToTell((await scanner.get(path).expect(200)).body, from.state, to.state)
        }
  })
})
