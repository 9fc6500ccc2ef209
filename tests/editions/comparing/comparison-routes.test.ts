import { afterAll, describe, expect, it } from '@jest/globals'
import type { ComparedTechnology, Comparison } from '../../../api/contract/comparison.ts'
import type { ShortAnswer } from '../../support/given.ts'
import { evidenceRequest } from '../../support/given.ts'
import { givenDraft, givenEdition, yes } from '../../support/given-edition.ts'
import {
  closeTestRegistries,
  createTestRegistry,
  type TestRegistry,
  type Visitor,
} from '../../support/test-registry.ts'

afterAll(closeTestRegistries)

const inUse = {
  kind: 'adopted',
  happenedOn: '2026-10-01',
  text: 'Offered by 40 of 150 trusts.',
  sourceTitle: 'Annual audit',
  sourceUrl: 'https://example.org/audit',
}

const same = (impact: number): ShortAnswer[] => yes(impact, impact, impact, impact, impact)

/** Answers of five people on each technology, in the scan of a year; the first `known` of them are given. */
async function runScan(
  { given, scanner }: TestRegistry,
  startYear: number,
  known: readonly Visitor[],
  answers: Record<string, ShortAnswer[]>,
) {
  const scan = await given.scan({ 'cardiac-science': 5 - known.length }, { startYear, name: `Scan of ${startYear}` })
  const leads = [...known, ...scan.leads['cardiac-science']!]
  for (const lead of known) {
    const seat = { account: lead.account, specialisms: ['cardiac-science'] }
    await scanner.post(`/scans/${scan.slug}/panel`, seat).expect(201)
    await lead.put(`/scans/${scan.slug}/my-seat/notice`, { read: true }).expect(200)
  }
  const technologies = []
  for (const name of Object.keys(answers)) {
    const slug = name.toLowerCase().replaceAll(' ', '-')
    const there = await scanner.get(`/technologies/${slug}`)
    technologies.push(there.status === 200 ? there.body : await given.technology(name))
  }
  const round = await given.openRound(scan, technologies)
  for (const technology of technologies)
    for (const [i, answer] of answers[technology.name]!.entries())
      await given.answer(leads[i]!, round, technology, 'cardiac-science', answer)
  await given.closeRound(round)
  return { scan, leads, round }
}

let made: ReturnType<typeof makeTwoEditions> | undefined

/** Two scans with an edition each; what differs between them is in the names. For who changes nothing of it: made once. */
const twoEditions = () => {
  made ??= makeTwoEditions()
  return made
}

async function makeTwoEditions() {
  const registry = await createTestRegistry({ now: () => new Date('2026-11-20T10:00:00Z') })
  const { scanner } = registry
  const before = { Rises: same(1), Falls: same(9), Stays: same(5), Gone: same(4), 'In use': same(6) }
  const first = await runScan(registry, 2025, [], before)
  const one = await givenEdition(scanner, first.scan, { title: '2025 radar', recommendations: [] })
  await reword(scanner)
  await scanner.post('/technologies/falls/evidence', evidenceRequest({ text: 'It did not work.' })).expect(201)
  await scanner.post('/technologies/in-use/outcomes', inUse).expect(201)
  const after = { Rises: same(9), Falls: same(1), Stays: same(5), Starts: same(3) }
  const second = await runScan(registry, 2026, first.leads.slice(0, 3), after)
  const two = await givenEdition(scanner, second.scan, { title: '2026 radar', recommendations: [] })
  const board = await registry.addPerson(['board'])
  return { ...registry, first, second, one, two, board }
}

async function reword(scanner: Visitor): Promise<void> {
  const { body, headers } = await scanner.get('/technologies/stays').expect(200)
  const { name, category, specialisms, readiness } = body
  const request = {
    ...{ name, readiness, category: category.slug, specialisms: specialisms.map((one: { slug: string }) => one.slug) },
    description: 'Told anew.',
  }
  await scanner.put('/technologies/stays', request, { 'If-Match': headers.etag! }).expect(200)
}

/** Asks again until the chances have been drawn. */
async function compared(visitor: Visitor, path: string): Promise<Comparison> {
  for (;;) {
    const { body } = await visitor.get(path).expect(200)
    if (body.chances.state !== 'working') return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const itemsByName = ({ items }: Comparison) => new Map(items.map((item) => [item.name, item]))

describe('GET /editions/:edition/comparison', () => {
  it('tells of each technology what became of it, and the sums add up', async () => {
    const { board } = await twoEditions()

    const comparison = await compared(board, '/editions/2/comparison')

    expect(comparison.from.number).toBe(1)
    expect(comparison.items.map(({ name, status, order }) => [name, status, order])).toEqual([
      ['Rises', 'stayed', 'up'],
      ['Stays', 'stayed', 'no-clear-change'],
      ['Starts', 'new', null],
      ['Falls', 'stayed', 'down'],
      ['In use', 'adopted', null],
      ['Gone', 'dropped', null],
    ])
    expect(comparison.counts).toEqual({
      ...{ start: 5, new: 1, adopted: 1, dropped: 1, end: 4, stayed: 3 },
      ...{ up: 1, down: 1, noClearChange: 1, nearer: 0, further: 3, reworded: 1, withNewEvidence: 1 },
    })
  }, 60_000)

  it('gives each its figures, as published, and what else changed', async () => {
    const { board, scanner } = await twoEditions()

    const items = itemsByName(await compared(board, '/editions/2/comparison'))

    const { items: ranges } = (await scanner.get('/certainty?edition=2').expect(200)).body
    for (const { id, group, low, high } of ranges) {
      const item = [...items.values()].find((one) => one.id === id)!
      expect(item.to).toMatchObject({ group, low, high })
    }
    expect(items.get('Rises')!.chance).toBeGreaterThanOrEqual(0.9)
    expect(items.get('Falls')!.chance).toBeLessThanOrEqual(0.1)
    expect(items.get('In use')).toMatchObject({
      nowIn: 'not-in-scan',
      outcome: { happenedOn: '2026-10-01', text: 'Offered by 40 of 150 trusts.', sourceTitle: 'Annual audit' },
    })
    expect(items.get('Stays')!.reworded).toEqual([
      { field: 'Description', before: 'What Stays is.', after: 'Told anew.' },
    ])
    expect(items.get('Falls')!.newEvidence.map(({ text }) => text)).toEqual(['It did not work.'])
  }, 60_000)

  it('counts how many of the people are the same, and says that the method is', async () => {
    const { board } = await twoEditions()
    const { panel, methodChanges } = await compared(board, '/editions/2/comparison')

    expect(panel).toEqual({ from: 5, to: 5, same: 3 })
    expect(methodChanges).toEqual([])
  }, 60_000)

  it('is the same whichever of the two is named first', async () => {
    const { board, one, two } = await twoEditions()

    const forth = await compared(board, `/editions/${two.id}/comparison?with=1`)
    const back = await compared(board, `/editions/1/comparison?with=${two.id}`)

    expect(back).toEqual(forth)
    expect(forth.from.id).toBe(one.id)
  }, 60_000)

  it('takes an outcome that is withdrawn, or that came after publication, for none', async () => {
    const { scanner } = await makeTwoEditions()
    const statusOf = async () => itemsByName(await compared(scanner, '/editions/2/comparison')).get('In use')!.status
    const [{ id }] = (await scanner.get('/technologies/in-use/outcomes')).body.items

    expect(await statusOf()).toBe('adopted')
    await scanner.delete(`/technologies/in-use/outcomes/${id}`).expect(200)
    expect(await statusOf()).toBe('dropped')
  }, 60_000)

  it('compares a draft for those who may see it, and it is not there for others', async () => {
    const { scanner, addPerson, second } = await makeTwoEditions()
    const lead = await addPerson(['lead'])
    const board = await addPerson(['board'])
    const draft = await givenDraft(scanner, second.scan, { title: 'Draft', recommendations: [] })
    const path = `/editions/${draft.id}/comparison`
    const before = await compared(scanner, path)

    expect(before.from.number).toBe(2)
    expect(before.counts).toMatchObject({ stayed: 4, new: 0, dropped: 0, up: 0, down: 0 })
    await lead.get(path).expect(404)
    await board.get(path).expect(404)
    await lead.get(`/editions/1/comparison?with=${draft.id}`).expect(404)
  }, 60_000)

  it('says in a sentence where there is nothing to compare with', async () => {
    const { board } = await twoEditions()

    const none = (await board.get('/editions/1/comparison').expect(409)).body
    expect(none.detail).toBe('No published edition stands before “2025 radar”, so there is nothing to compare with.')
    const itself = (await board.get('/editions/2/comparison?with=2').expect(422)).body
    expect(itself.errors[0].parameter).toBe('with')
    await board.get('/editions/2/comparison?with=7').expect(404)
    await board.get('/editions/7/comparison').expect(404)
  }, 60_000)

  it('is for whoever is signed in with a role', async () => {
    const { nobody, addPerson } = await twoEditions()

    await nobody.get('/editions/2/comparison').expect(401)
    await (await addPerson([])).get('/editions/2/comparison').expect(403)
    for (const role of ['lead', 'admin'] as const)
      await (await addPerson([role])).get('/editions/2/comparison').expect(200)
  }, 60_000)

  it('calls nothing clear where too few have answered', async () => {
    const registry = await createTestRegistry()
    const { given, scanner } = registry
    for (const startYear of [2025, 2026]) {
      const { scan } = await givenSmall(given, startYear)
      await givenEdition(scanner, scan, { recommendations: [] })
    }

    const comparison = await compared(scanner, '/editions/2/comparison')

    expect(comparison.chances.state).toBe('too-few')
    expect(comparison.items.every(isUnclear)).toBe(true)
  }, 60_000)
})

const isUnclear = ({ order, chance, from }: ComparedTechnology) =>
  order === 'no-clear-change' && chance === null && from!.group === null

/** Three people, the same technology each year: a view of three people. */
async function givenSmall(given: TestRegistry['given'], startYear: number) {
  const scan = await given.scan({ 'cardiac-science': 3 }, { startYear })
  const technology = startYear === 2025 ? await given.technology('Monitor') : { slug: 'monitor' }
  const round = await given.openRound(scan, [technology])
  for (const lead of scan.leads['cardiac-science']!)
    await given.answer(lead, round, technology, 'cardiac-science', { impact: startYear === 2025 ? 2 : 9 })
  await given.closeRound(round)
  return { scan }
}

describe('GET /technologies/:technology/history', () => {
  it('says where a technology stood in each edition that stands, oldest first', async () => {
    const { board } = await twoEditions()
    const historyOf = async (slug: string) => (await board.get(`/technologies/${slug}/history`).expect(200)).body.items
    const told = (
      items: { edition: { number: number }; list: string; stood: { place: number } | null; of: number }[],
    ) => items.map(({ edition, list, stood, of }) => [edition.number, list, stood?.place ?? null, of])

    expect(told(await historyOf('rises'))).toEqual([
      [1, 'ranked', 5, 5],
      [2, 'ranked', 1, 4],
    ])
    expect(told(await historyOf('gone'))).toEqual([
      [1, 'ranked', 4, 5],
      [2, 'not-in-scan', null, 4],
    ])
  }, 60_000)

  it('leaves out an edition that is withdrawn', async () => {
    const { board, scanner, two } = await makeTwoEditions()
    await scanner.post('/editions/2/withdraw', { reason: 'Wrong.' }).set('If-Match', `"${two.version}"`).expect(200)

    expect((await board.get('/technologies/rises/history').expect(200)).body.total).toBe(1)
  }, 60_000)

  it('is empty for who may know of one that no edition holds, and not there for others', async () => {
    const { board, scanner, given } = await makeTwoEditions()
    await given.technology('Unasked')

    expect((await scanner.get('/technologies/unasked/history').expect(200)).body).toEqual({ items: [], total: 0 })
    await board.get('/technologies/unasked/history').expect(404)
    await board.get('/technologies/unheard-of/history').expect(404)
  }, 60_000)
})
